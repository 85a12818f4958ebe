import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TimeoutsQuery, TimeoutsResponse } from "@/lib/api/contract/timeouts";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { anIncident } from "@/lib/domain/ghost/incident.fixture";
import type { Session } from "@/lib/domain/site";
import { readTimeouts } from "./read-timeouts";
import { aGroup, aMachine, aSession, aStandby, guid, machineTimers, NOON, readingAt, TestSite } from "./site.fixture";

/** The timeouts diagram in numbers. */

const MINUTE = 60_000;
let desk: TemporaryDesk;
let site: TestSite;

const office = aGroup(1, "Office");
const inOffice = { deliveryGroup: office.name, deliveryGroupKey: office.key };
const session = (number: number, machine: number, minutes: number, facts: Partial<Session> = {}) =>
  aSession(number, {
    ...{ ...inOffice, machine: `SRV000${machine}`, machineKey: guid(2, machine), user: `CORP\\u${number}` },
    ...{ userKey: `S-${number}`, sessionType: "Application", applications: ["Word"], appState: "Active" },
    ...{ since: NOON - minutes * MINUTE, appSince: NOON - minutes * MINUTE },
    ...facts,
  });
const lingering = { appState: "Lingering", applications: [] } as const;

const read = (query: Record<string, unknown> = {}, now = NOON, standbyMegabytes = 100) =>
  readTimeouts(
    { ...readingAt(site, now, { standbyMegabytes }), desk: desk.desk, siteId: "test" },
    TimeoutsQuery.parse(query),
  );

beforeEach(async () => {
  desk = await makeTemporaryDesk();
  site = new TestSite();
  site.publish({
    groups: [office, aGroup(2, "Empty")],
    machines: [aMachine(1, inOffice), aMachine(2, inOffice), aMachine(3, inOffice)],
    timers: [machineTimers(1, { disconnected: 60 }), machineTimers(2, { disconnected: 120, idle: 0 })],
    surroundings: {
      groupLimits: {
        readAt: NOON - MINUTE,
        standby: [aStandby(office.key, { disconnectMs: 15 * MINUTE, terminateMs: 60 * MINUTE })],
        power: [],
      },
    },
    sessions: [
      session(1, 1, 50, { state: "Disconnected" }),
      session(2, 1, 70, { state: "Disconnected" }),
      session(3, 2, 50, { state: "Disconnected" }),
      session(4, 2, 4, lingering),
      session(5, 3, 5, { state: "Disconnected" }),
      session(6, 3, 5),
      session(7, 1, 5, { state: "NonBrokeredSession" }),
      session(8, 1, 1, { state: "Connected", appState: "PreLogon" }),
    ],
  });
});
afterEach(() => desk.remove());

describe("timeouts", () => {
  it("count sessions by their place, and why nothing ends the others", async () => {
    const answer = await read();
    expect(TimeoutsResponse.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      ...{ sessions: 8, apart: { starting: 1, unknown: 0, notBrokered: 1 }, due: 3 },
      withoutDeadline: { "limit-unknown": 1, "in-use": 1, "not-brokered": 1, starting: 1 },
      limits: { groupsReadAt: "2026-03-11T11:59:00.000Z", machinesRead: 2, machinesWithSessions: 3 },
    });
    expect(answer.states).toEqual({
      ...{ "pre-launched-active": 0, "pre-launched-disconnected": 0, "interactive-active": 1, "interactive-idle": 0 },
      ...{ "interactive-disconnected": 4, "lingering-active": 1, "lingering-disconnected": 0 },
    });
  });

  it("list what ends next, nearest first, and what is past its deadline with its incident", async () => {
    site.publish({ ghosts: [anIncident(1, { class: "just-old", subject: { kind: "session", key: guid(1, 2) } })] });
    const { next, overdue } = await read();
    expect(next.map(({ sessionKey, life, due }) => [sessionKey, life, due.at.slice(11, 16), due.timer])).toEqual([
      [guid(1, 1), "interactive-disconnected", "12:10", "disconnected"],
      [guid(1, 4), "lingering-active", "12:11", "linger-disconnect"],
      [guid(1, 3), "interactive-disconnected", "13:10", "disconnected"],
    ]);
    expect(next[2]).toMatchObject({
      user: "CORP\\u3",
      machine: "SRV0002",
      due: { limitSeconds: 7200, becomes: "ends" },
    });
    expect(overdue).toMatchObject({ count: 1, rows: [{ sessionKey: guid(1, 2), ghostId: anIncident(1).id }] });
    const later = await read({}, NOON + 10 * MINUTE + 1);
    expect([later.due, later.overdue.count]).toEqual([2, 2]);
    expect((await read({}, NOON + 10 * MINUTE)).overdue.count).toBe(1);
  });

  it("show a hundred of those to end and twenty of those overdue", async () => {
    const disconnected = (number: number, minutes: number) => session(number, 1, minutes, { state: "Disconnected" });
    const ahead = Array.from({ length: 150 }, (_, number) => disconnected(100 + number, Math.floor(number / 3)));
    const old = Array.from({ length: 30 }, (_, number) => disconnected(300 + number, 100));
    site.publish({ sessions: [...ahead, ...old] });
    const { next, due, overdue } = await read();
    expect([next.length, due, overdue.rows.length, overdue.count]).toEqual([100, 153, 20, 31]);
  });

  it("are of one group or one server, where that is asked", async () => {
    const one = await read({ server: "srv0002" });
    expect(one).toMatchObject({ sessions: 2, due: 2, limits: { machinesRead: 1, machinesWithSessions: 1 } });
    expect(one.groups.map(({ name, sessions }) => [name, sessions])).toEqual([["Office", 2]]);
    const empty = await read({ group: "empty" });
    expect(empty).toMatchObject({ sessions: 0, due: 0, next: [], standby: { sessions: 0 } });
    expect(empty.groups.map(({ name }) => name)).toEqual(["Empty"]);
    await expect(read({ group: "nowhere" })).rejects.toMatchObject({ code: "not-found", field: "group" });
    await expect(read({ server: "nowhere" })).rejects.toMatchObject({ code: "not-found", field: "server" });
  });

  it("tell the limits of a group: of its machines where they agree, and its own", async () => {
    const limitsOf = async (name: string) => {
      const { groups } = await read();
      const limits = groups.find((group) => group.name === name)?.limits ?? [];
      return Object.fromEntries(limits.map(({ timer, kind, seconds, machines }) => [timer, [kind, seconds, machines]]));
    };
    expect(await limitsOf("Office")).toEqual({
      ...{ idle: ["off", null, 2], disconnected: ["mixed", 3600, 2], connection: ["off", null, 2] },
      ...{ "pre-launch-disconnect": ["off", null, null], "pre-launch-terminate": ["off", null, null] },
      ...{ "linger-disconnect": ["set", 900, null], "linger-terminate": ["set", 3600, null] },
    });
    expect((await limitsOf("Empty")).idle).toEqual(["unknown", null, 0]);
    site.publish({ timers: [machineTimers(3, { disconnected: 120 })] });
    expect((await limitsOf("Office")).disconnected).toEqual(["mixed", 7200, 3]);
    site.publish({ timers: [machineTimers(1, { disconnected: 120 })] });
    expect((await limitsOf("Office")).disconnected).toEqual(["set", 7200, 3]);
  });

  it("tell the power policy of single-session groups, and nothing of what was not read", async () => {
    const rule = (minutes: number) => ({
      ...{ disconnectMs: minutes * MINUTE, disconnectAction: "Suspend" },
      ...{ extendedDisconnectMs: 0, extendedDisconnectAction: "Nothing" },
    });
    const policy = (peak: number, offPeak: number) => ({
      ...{ readAt: NOON, standby: [] },
      power: [{ groupKey: guid(3, 1), peak: rule(peak), offPeak: rule(offPeak), peakHours: null, timeZone: null }],
    });
    const power = async () =>
      (await read()).groups.find(({ name }) => name === "Desks")?.limits.find(({ timer }) => timer === "power-policy");
    site.publish({
      groups: [{ ...office, name: "Desks", sessionSupport: "SingleSession" }],
      surroundings: { groupLimits: policy(30, 30) },
    });
    expect(await power()).toMatchObject({ kind: "set", seconds: 1800, source: "group-power-policy" });
    site.publish({ surroundings: { groupLimits: policy(30, 5) } });
    expect(await power()).toMatchObject({ kind: "mixed", seconds: 1800 });
    site.publish({ surroundings: { groupLimits: null } });
    const { groups, limits } = await read();
    const unknown = groups[0]?.limits.filter(({ kind, machines }) => kind === "unknown" && machines === null);
    expect(unknown).toHaveLength(5);
    expect(limits.groupsReadAt).toBeNull();
  });

  it("name the servers whose next deadline is the nearest", async () => {
    const { servers, groups } = await read();
    expect(servers.map(({ name, sessions, nextAt }) => [name, sessions, nextAt?.slice(11, 16)])).toEqual([
      ["SRV0001", 4, "12:10"],
      ["SRV0002", 2, "12:11"],
    ]);
    expect(groups.map(({ name, nextAt }) => [name, nextAt?.slice(11, 16)])).toEqual([
      ["Empty", undefined],
      ["Office", "12:10"],
    ]);
  });
});

describe("what stands by holds", () => {
  it("a licence where its user is connected in nothing else, and memory as it is set", async () => {
    const preLaunched = { appState: "PreLaunched", applications: [] } as const;
    site.publish({
      sessions: [
        session(10, 3, 5, { ...preLaunched, userKey: "S-6" }),
        session(11, 3, 5, { ...preLaunched, userKey: "S-2" }),
        session(12, 3, 5, { ...lingering, userKey: "S-2", state: "Disconnected" }),
        session(13, 3, 5, { ...preLaunched, userKey: null, user: null }),
        session(14, 3, 5, { ...preLaunched, userKey: null, user: "CORP\\new" }),
        session(15, 3, 5, { userKey: null, user: "corp\\NEW", state: "Disconnected" }),
      ],
    });
    expect((await read({}, NOON, 250)).standby).toEqual({
      sessions: 6,
      licences: 3,
      megabytes: 1500,
      megabytesEach: 250,
    });
    site.publish({ sessions: [session(15, 3, 5, { userKey: null, user: "corp\\NEW" })] });
    expect((await read()).standby.licences).toBe(2);
  });
});

describe("flows", () => {
  const sample = (minutes: number, flows: Record<string, number>, groupKey = "") => ({
    ...{ siteId: "test", at: new Date(NOON - minutes * MINUTE), groupKey },
    counts: JSON.stringify({ sessions: 1, flows }),
  });
  const idle = "interactive-active>interactive-idle";
  const store = (...data: ReturnType<typeof sample>[]) => desk.desk.sample.createMany({ data });
  const flows = async (query: Record<string, unknown> = {}, now = NOON) => (await read(query, now)).flows;

  it("are what the samples of an hour counted, of the site or of a group", async () => {
    expect(await flows()).toEqual({ since: null, rows: [] });
    await store(
      ...[
        sample(1, { [idle]: 3 }),
        sample(59, { [idle]: 4, "starting>interactive-active": 2 }),
        sample(61, { [idle]: 50 }),
      ],
      ...[sample(2, { "nowhere>ended": 5, ended: 1 }), sample(1, { [idle]: 1 }, office.key)],
      { ...sample(3, {}), counts: "{}" },
    );
    expect(await flows()).toEqual({
      since: "2026-03-11T11:01:00.000Z",
      rows: [
        { from: "interactive-active", to: "interactive-idle", count: 7 },
        { from: "starting", to: "interactive-active", count: 2 },
      ],
    });
    expect((await flows({ group: "office" })).rows).toEqual([
      { from: "interactive-active", to: "interactive-idle", count: 1 },
    ]);
    expect(await flows({ server: "srv0001" })).toEqual({ since: null, rows: [] });
  });

  it("move on with the newest sample, and are none where that is old", async () => {
    await store(sample(10, { [idle]: 3 }));
    expect((await flows()).rows[0]?.count).toBe(3);
    await store(sample(9, { [idle]: 2 }));
    expect((await flows()).rows[0]?.count).toBe(5);
    expect(await flows({}, NOON + 60 * MINUTE)).toEqual({ since: null, rows: [] });
  });

  it("are not those of hours to come, which a clock that was set back left behind", async () => {
    await store(sample(-600, { [idle]: 50 }), sample(9, { [idle]: 2 }));
    expect((await flows()).rows[0]?.count).toBe(2);
  });
});
