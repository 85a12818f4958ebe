import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GhostsQuery, GhostsResponse } from "@/lib/api/contract/ghosts";
import { TestGhostDesk } from "@/lib/collector/ghosts/ghost-desk.fixture";
import { toIncidentRow } from "@/lib/collector/ghosts/incident-rows";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import type { Incident } from "@/lib/domain/ghost/incident";
import { anIncident } from "@/lib/domain/ghost/incident.fixture";
import { readGhosts } from "./read-ghosts";
import { aGroup, aMachine, aPerson, aSession, aSource, guid, NOON, readingAt, TestSite } from "./site.fixture";

const MINUTE = 60_000;
const _DAY = 86_400_000;
let temporary: TemporaryDesk;
let site: TestSite;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
  site = new TestSite();
  site.publish({ people: [jana, petr], machines: [aMachine(1), aMachine(2)], groups: [finance, aGroup(2, "Others")] });
});
afterEach(() => temporary.remove());

const jana = aPerson(1, "CORP\\jnovak", { fullName: "Jana Nováková" });
const petr = aPerson(2, "CORP\\psmith");
const finance = aGroup(1, "Finance apps");

const on = (number: number) => ({ machine: `SRV000${number}`, machineKey: guid(2, number) });
const by = { user: jana.account, userKey: jana.key, userSource: "user", userFullName: jana.fullName } as const;
const inFinance = { deliveryGroup: finance.name, deliveryGroupKey: finance.key };
/** One that is about a session of its own. */
const ghost = (number: number, facts: Partial<Incident> = {}) =>
  anIncident(number, { subject: { kind: "session", key: guid(1, number) }, deliveryGroupKey: guid(3, 2), ...facts });

const reading = () => ({ ...readingAt(site), desk: temporary.desk, siteId: "s", ghosts: new TestGhostDesk() });
const list = (query: Record<string, unknown> = {}) => readGhosts(reading(), GhostsQuery.parse(query));
const numbers = async (query: Record<string, unknown> = {}) =>
  (await list(query)).rows.map(({ id }) => Number.parseInt(id.slice(-4), 16));
const _store = (incidents: readonly Incident[], siteId = "s") =>
  temporary.desk.incident.createMany({ data: incidents.map((incident) => toIncidentRow(siteId, incident)) });

describe("the list of ghosts", () => {
  it("says what it was read from, and matches its contract", async () => {
    const taken = { by: "maria", at: NOON + MINUTE };
    site.publish({ ghosts: [ghost(1, { ...by, taken, hurt: { launches: 2, lastAt: NOON } })] });
    const answer = await list();
    expect(GhostsResponse.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ version: 2, total: 1, first: 0, next: null, emptySince: null });
    expect(answer.rows[0]).toMatchObject({
      ...{ subject: "session", sessionKey: guid(1, 1), class: "nameless", state: "suspect", confidence: "likely" },
      ...{ since: "2026-03-11T11:49:00.000Z", graceMs: 600_000, firstSeenAt: "2026-03-11T12:00:00.000Z" },
      ...{ user: "CORP\\jnovak", userSource: "user", machine: "SRV0001", deliveryGroup: "Shared desktops" },
      ...{ takenBy: "maria", takenAt: "2026-03-11T12:01:00.000Z", failedLaunches: 2, next: "restart-agent" },
    });
  });

  it("has no session key where a machine is meant", async () => {
    site.publish({ ghosts: [ghost(1, { subject: { kind: "machine", key: guid(2, 1) }, class: "failure-trace" })] });
    expect((await list()).rows[0]).toMatchObject({ subject: "machine", sessionKey: null, machineKey: guid(2, 1) });
  });

  it("says since when it is empty, where it is", async () => {
    site.emptySince = NOON - 5 * MINUTE;
    site.publish({});
    expect(await list()).toMatchObject({ total: 0, rows: [], emptySince: "2026-03-11T11:55:00.000Z" });
    site.publish({ ghosts: [ghost(1)] });
    expect((await list({ class: "hung-logon" })).emptySince).toBeNull();
  });

  it("stands as it needs a person: sure ones, suspects, those acted on, and at last what is just old", async () => {
    site.publish({
      ghosts: [
        ghost(1, { class: "just-old", state: "confirmed", since: NOON - 90 * MINUTE }),
        ghost(2, { class: "just-old" }),
        ghost(3, { state: "acting", resting: "confirmed" }),
        ghost(4, { since: NOON - 20 * MINUTE }),
        ghost(5, { since: NOON - 30 * MINUTE }),
        ghost(6, { class: "stuck-connected" }),
        ghost(7, { class: "failure-trace" }),
        ghost(8, { class: "hung-logon", state: "confirmed" }),
        ghost(9, { class: "nameless", state: "returned" }),
        ghost(10, { class: "nameless", state: "confirmed", since: NOON - 50 * MINUTE }),
      ],
    });
    expect(await numbers()).toEqual([10, 9, 8, 6, 5, 4, 7, 3, 1, 2]);
  });

  it("stands in any other order on request, unknown last", async () => {
    site.publish({
      ghosts: [
        ghost(1, { ...by, state: "confirmed", confidence: "sure", since: NOON - 5, firstSeenAt: NOON - 3 }),
        ghost(2, { class: "just-old", confidence: "possible", ...on(2), since: NOON - 9, firstSeenAt: NOON - 1 }),
        ghost(3, { class: "stuck-connected", user: "CORP\\abel", machine: null, ...inFinance, since: NOON - 7 }),
      ],
    });
    expect(await numbers({ sort: "since" })).toEqual([2, 3, 1]);
    expect(await numbers({ sort: "-since" })).toEqual([1, 3, 2]);
    expect(await numbers({ sort: "firstSeen" })).toEqual([1, 2, 3]);
    expect(await numbers({ sort: "class" })).toEqual([3, 1, 2]);
    expect(await numbers({ sort: "user" })).toEqual([3, 1, 2]);
    expect(await numbers({ sort: "-user" })).toEqual([1, 3, 2]);
    expect(await numbers({ sort: "machine" })).toEqual([1, 2, 3]);
    expect((await numbers({ sort: "deliveryGroup" }))[0]).toBe(3);
    expect((await numbers({ sort: "confidence" }))[0]).toBe(1);
    expect((await numbers({ sort: "-confidence" }))[0]).toBe(2);
    expect((await numbers({ sort: "state" }))[0]).toBe(1);
  });

  it("comes a window at a time, by cursor or row number", async () => {
    site.publish({ ghosts: Array.from({ length: 25 }, (_, number) => ghost(number)) });
    const all = await numbers();
    const first = await list({ limit: 10 });
    expect([first.total, first.rows.length]).toEqual([25, 10]);
    const second = await numbers({ limit: 10, cursor: first.next });
    expect(second).toEqual(all.slice(10, 20));
    expect(await numbers({ limit: 10, offset: 20 })).toEqual(all.slice(20));
    await expect(list({ cursor: first.next, class: "nameless" })).rejects.toMatchObject({ field: "cursor" });
  });
});

describe("its filters", () => {
  beforeEach(() => {
    const untrusted = { user: "corp\\PSMITH", userSource: "untrusted" } as const;
    const unknown = { user: "CORP\\zed", userSource: "brokering" } as const;
    site.publish({
      sessions: [aSession(4, unknown)],
      ghosts: [
        ghost(1, { ...by, ...on(1), ...inFinance, state: "confirmed" }),
        ghost(2, { ...on(2), class: "hung-logon" }),
        ghost(3, { ...untrusted, ...on(2), class: "named-gone" }),
        ghost(4, { ...unknown, ...on(1), state: "returned" }),
      ],
    });
  });

  it.each([
    [{ class: "nameless" }, [1, 4]],
    [{ class: "Hung-Logon, named-gone" }, [2, 3]],
    [{ state: "confirmed,returned" }, [1, 4]],
    [{ state: "OPEN" }, [1, 2, 3, 4]],
    [{ server: "srv0002" }, [2, 3]],
    [{ server: guid(2, 1).toUpperCase() }, [1, 4]],
    [{ group: "finance APPS" }, [1]],
    [{ group: finance.key }, [1]],
    [{ user: "jnovak" }, [1]],
    [{ user: jana.key }, [1]],
    [{ user: "psmith" }, [3]],
    [{ user: petr.key }, [3]],
    [{ user: "CORP\\zed" }, [4]],
    [{ user: "zed@CORP" }, [4]],
    [{ q: "NOVAKOVA" }, [1]],
    [{ q: "srv0002" }, [2, 3]],
    [{ q: "finance jana" }, [1]],
    [{ q: "corp srv0001" }, [1, 4]],
    [{ q: "nobody" }, []],
    [{ class: "nameless", server: "srv0001", q: "zed", state: "returned" }, [4]],
  ])("%j leaves %j", async (query, expected) => {
    expect((await numbers(query)).sort()).toEqual(expected);
  });

  it("count by class without the class, and by state without the state", async () => {
    const answer = await list({ class: "nameless", state: "confirmed" });
    expect(answer).toMatchObject({ total: 1, byClass: { nameless: 1 }, byState: { confirmed: 1, returned: 1 } });
    expect((await list({ class: "nameless", server: "srv0002" })).byClass).toEqual({
      "hung-logon": 1,
      "named-gone": 1,
    });
  });

  it.each([
    [{ class: "spooky" }, "class", 'There is no ghost class "spooky". Classes are stuck-connected,'],
    [{ state: "haunted" }, "state", 'There is no state of a ghost "haunted". States are suspect, confirmed,'],
    [{ state: "open,haunted" }, "state", "open, ended, all."],
    [{ sort: "urgency" }, "sort", 'This list cannot be sorted by "urgency".'],
    [{ cursor: "nonsense" }, "cursor", "This cursor does not belong to this list"],
    [{ server: "nowhere" }, "server", 'The site knows no machine "nowhere".'],
    [{ group: "nobody" }, "group", 'The site knows no delivery group "nobody".'],
    [{ user: "nobody" }, "user", 'The site knows no person "nobody".'],
  ])("%j is refused, naming %s", async (query, field, sentence) => {
    await expect(list(query)).rejects.toMatchObject({ field, message: expect.stringContaining(sentence) });
  });
});

describe("whether servers can be asked", () => {
  const reachOf = async (...more: Parameters<typeof aSource>) => {
    site.sources = [aSource(), ...more.map((facts) => aSource({ name: "sdk", ...facts }))];
    return (await list()).server;
  };

  it.each(["ok", "slow", "stale", "reading"] as const)("they can while the SDK is %s", async (state) => {
    expect(await reachOf({ state })).toEqual({ reach: "ok", sentence: null });
  });

  it("is said where not one server that was asked tells its sessions; one that is off is no news", async () => {
    site.servers = { heard: 3, failing: 1 };
    expect((await reachOf({ state: "ok" })).reach).toBe("ok");
    site.servers = { heard: 0, failing: 4 };
    expect(await reachOf({ state: "ok" })).toEqual({
      reach: "failing",
      sentence:
        "Of the 4 servers that were asked none tells its sessions. Without the server's word a session with a name stays a suspect.",
    });
  });

  it("is said where there is no SDK, and where it is lost, with what that means", async () => {
    const absent = {
      reach: "absent",
      sentence:
        "Servers cannot be asked for their own sessions here. Without the server's word a session with a name stays a suspect.",
    };
    expect(await reachOf({ state: "absent" })).toEqual(absent);
    expect(await reachOf()).toEqual(absent);
    expect(await reachOf({ state: "lost", problem: "The broker does not answer." })).toEqual({
      reach: "failing",
      sentence:
        "Servers cannot be asked at the moment. The broker does not answer. Without the server's word a session with a name stays a suspect.",
    });
  });
});
