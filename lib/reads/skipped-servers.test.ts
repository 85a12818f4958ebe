import { beforeEach, describe, expect, it } from "vitest";
import { ServersQuery, ServersResponse } from "@/lib/api/contract/servers";
import type { GhostSettings } from "@/lib/domain/ghost/settings";
import type { Machine, Session } from "@/lib/domain/site";
import { readServer, readServers } from "./read-servers";
import { aGroup, aMachine, aSession, guid, LargeSite, NOON, readingAt, TestSite } from "./site.fixture";

/** Servers that load balancing passes over. */

let site: TestSite;
const MINUTE = 60_000;
const group = aGroup(1, "Finance apps");
const inGroup = { deliveryGroup: group.name, deliveryGroupKey: group.key };
const servers = [1, 2, 3].map((number) => aMachine(number, { ...inGroup, pendingSessions: number === 1 ? 2 : 1 }));

/** A logon on that server that began so many minutes ago and has not ended. */
const waiting = (number: number, minutes: number, facts: Partial<Session> = {}) =>
  aSession(number, {
    ...inGroup,
    ...{ machine: "SRV0001", machineKey: guid(2, 1), state: "Connected", logOnDurationMs: null },
    ...{ brokeredAt: NOON - minutes * MINUTE, startedAt: NOON - minutes * MINUTE + 1000 },
    ...facts,
  });
const elsewhere = (number: number, minutes: number, machine = 2, facts: Partial<Session> = {}) =>
  aSession(number, {
    ...{ ...inGroup, machine: `SRV000${machine}`, machineKey: guid(2, machine), startedAt: NOON - minutes * MINUTE },
    ...facts,
  });

beforeEach(() => {
  site = new TestSite();
  site.publish({ groups: [group, aGroup(2, "Others")], machines: servers });
});

const list = (query: Record<string, unknown> = {}, settings: Partial<GhostSettings> = {}) =>
  readServers(readingAt(site, NOON, settings), ServersQuery.parse(query));
const first = (settings: Partial<GhostSettings> = {}) => {
  const row = list({}, settings).rows.find(({ name }) => name === "SRV0001");
  return row && [row.skipped, row.skippedSince?.slice(11, 16) ?? null, row.wentElsewhere];
};
const change = (facts: Partial<Machine>) => site.publish({ machines: [aMachine(1, { ...inGroup, ...facts })] });

describe("a server is skipped", () => {
  it("once its pending sessions reach the tolerance that is set here", () => {
    const answer = list();
    expect(ServersResponse.parse(answer)).toEqual(answer);
    expect(answer.rows.map(({ name, skipped, tolerance }) => [name, skipped, tolerance])).toEqual([
      ["SRV0001", true, 2],
      ["SRV0002", false, 2],
      ["SRV0003", false, 2],
    ]);
    expect(answer.counts.skipped).toBe(1);
    expect(list({ only: "skipped" }).rows.map(({ name }) => name)).toEqual(["SRV0001"]);
    expect(list({}, { concurrentLogonsTolerance: 1 }).counts.skipped).toBe(3);
    expect(list({}, { concurrentLogonsTolerance: 3 }).counts.skipped).toBe(0);
  });

  it.each([
    ["nobody counts its pending sessions", { pendingSessions: null }, null],
    ["nobody knows what it supports, and it has many pending", { pendingSessions: 5, sessionSupport: null }, null],
    ["nobody knows what it supports, but it has few pending", { pendingSessions: 1, sessionSupport: null }, false],
  ] as const)("as far as is known where %s", (_, facts, expected) => {
    change(facts);
    expect(first()).toEqual([expected, null, null]);
  });

  it("never where it is no server", () => {
    change({ pendingSessions: 9, sessionSupport: "SingleSession" });
    const { rows, counts } = list({ support: "SingleSession" });
    expect([rows.map(({ skipped }) => skipped), counts.skipped]).toEqual([[false], 0]);
  });
});

describe("since when", () => {
  it("is when the oldest sessions that still wait reached the tolerance", () => {
    site.publish({ sessions: [waiting(1, 30), waiting(2, 20), waiting(3, 10)] });
    expect(first()?.[1]).toBe("11:40");
    expect(first({ concurrentLogonsTolerance: 1 })?.[1]).toBe("11:30");
  });

  it("counts by the start, or the state, where nobody brokered the session", () => {
    site.publish({
      sessions: [
        waiting(1, 30),
        waiting(2, 0, { brokeredAt: null, startedAt: NOON - 25 * MINUTE }),
        waiting(3, 0, { brokeredAt: null, startedAt: null, since: NOON - 28 * MINUTE, state: "PreparingSession" }),
      ],
    });
    expect(first()?.[1]).toBe("11:32");
    site.publish({ ended: [guid(1, 3)] });
    expect(first()?.[1]).toBe("11:35");
  });

  it.each([
    ["has logged on", { logOnEndedAt: NOON }],
    ["took a while to log on", { logOnDurationMs: 9000 }],
    ["is active", { state: "Active" }],
    ["is disconnected", { state: "Disconnected" }],
    ["is on another machine", { machineKey: guid(2, 3) }],
  ] as const)("leaves out a session that %s, and is unknown where too few are left", (_, facts) => {
    site.publish({ sessions: [waiting(1, 30), waiting(2, 20, facts)] });
    expect(first()).toEqual([true, null, null]);
  });
});

describe("what went elsewhere", () => {
  it("is what began since then on other machines of the group and still stands", () => {
    site.publish({
      sessions: [
        ...[waiting(1, 30), waiting(2, 20), waiting(3, 5)],
        ...[elsewhere(11, 21), elsewhere(12, 19), elsewhere(13, 1, 3), elsewhere(14, 3)],
        elsewhere(15, 2, 2, { deliveryGroup: "Others", deliveryGroupKey: guid(3, 2) }),
        elsewhere(16, 0, 2, { startedAt: null }),
      ],
    });
    expect(first()).toEqual([true, "11:40", 3]);
    site.publish({ ended: [guid(1, 12)], sessions: [elsewhere(17, 1), elsewhere(18, 1)] });
    expect(first()?.[2]).toBe(4);
    expect(readServer(readingAt(site), "srv0001").server).toMatchObject({ skipped: true, wentElsewhere: 4 });
  });

  it("is unknown where the machine has no group", () => {
    change({ pendingSessions: 2, deliveryGroup: null, deliveryGroupKey: null });
    site.publish({ sessions: [waiting(1, 30), waiting(2, 20)] });
    expect(first()).toEqual([true, "11:40", null]);
  });

  it("is the same as counted one by one, on a large site that goes on", () => {
    const large = new LargeSite(2000, 20);
    const all = () => [...(large.site.current()?.sessions.values() ?? [])];
    const machines = [...(large.site.current()?.machines.values() ?? [])];
    large.site.publish({ machines: machines.map((machine) => ({ ...machine, pendingSessions: 2 })) });
    for (let tick = 0; tick < 5; tick += 1) {
      const stuck = all().map((session) => ({ ...session, logOnDurationMs: null, state: "Connected" as const }));
      large.site.publish({ sessions: stuck.filter((_, at) => at % 40 === tick) });
      large.tick(50);
      const rows = readServers(readingAt(large.site), ServersQuery.parse({})).rows;
      const known = rows.filter(({ wentElsewhere }) => wentElsewhere !== null);
      expect(known.length).toBeGreaterThan(5);
      for (const { key, deliveryGroup, skippedSince, wentElsewhere } of known) {
        const since = Date.parse(skippedSince ?? "");
        const counted = all().filter(
          (each) => each.deliveryGroup === deliveryGroup && each.machineKey !== key && (each.startedAt ?? 0) >= since,
        );
        expect(wentElsewhere).toBe(counted.length);
      }
    }
  });
});
