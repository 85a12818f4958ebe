import { beforeEach, describe, expect, it } from "vitest";
import { ServersQuery, ServersResponse } from "@/lib/api/contract/servers";
import { SessionFilter, SessionsQuery, SessionsResponse } from "@/lib/api/contract/sessions";
import type { Session } from "@/lib/domain/site";
import { readServer, readServers } from "./read-servers";
import { readSessions } from "./read-sessions";
import { readSessionsCsv } from "./sessions-csv";
import {
  aLease,
  aMachine,
  aSession,
  guid,
  LEASES_READ,
  machineTimers,
  NOON,
  readingAt,
  TestSite,
} from "./site.fixture";

/** Deadlines and leases on the rows of sessions and servers. */

const MINUTE = 60_000;
let site: TestSite;
const gone = (number: number, machine: number, minutes: number, facts: Partial<Session> = {}) =>
  aSession(number, {
    ...{ machine: `SRV000${machine}`, machineKey: guid(2, machine), state: "Disconnected" },
    ...{ since: NOON - minutes * MINUTE, deliveryGroupKey: guid(3, 1) },
    ...facts,
  });

beforeEach(() => {
  site = new TestSite();
  site.publish({
    machines: [1, 2, 3].map((number) => aMachine(number)),
    timers: [machineTimers(1, { disconnected: 60 }), machineTimers(2, { disconnected: 60 })],
    sessions: [gone(1, 1, 50), gone(2, 1, 70), gone(3, 2, 30), gone(4, 3, 10), aSession(5)],
  });
});

const list = (query: Record<string, unknown> = {}, now = NOON) =>
  readSessions(readingAt(site, now), SessionsQuery.parse(query));
const numbers = (query: Record<string, unknown> = {}, now = NOON) =>
  list(query, now).rows.map(({ key }) => Number.parseInt(key.slice(-2), 16));

describe("a session's row", () => {
  it("says what ends next and when, or why nothing does", () => {
    const answer = list({ sort: "ends" });
    expect(SessionsResponse.parse(answer)).toEqual(answer);
    expect(
      answer.rows.map(({ life, ends }) => [life, ends.at?.slice(11, 16) ?? ("why" in ends ? ends.why : "")]),
    ).toEqual([
      ["interactive-disconnected", "11:50"],
      ["interactive-disconnected", "12:10"],
      ["interactive-disconnected", "12:30"],
      ...(answer.rows[3]?.life === "interactive-active" ? [ACTIVE, UNKNOWN] : [UNKNOWN, ACTIVE]),
    ]);
    expect(answer.rows[1]?.ends).toEqual({
      ...{ at: "2026-03-11T12:10:00.000Z", timer: "disconnected", becomes: "ends", limitSeconds: 3600 },
      ...{ source: "rds-group-policy", readAt: "2026-03-11T11:50:00.000Z", unknown: [] },
    });
  });
  const ACTIVE = ["interactive-active", "in-use"];
  const UNKNOWN = ["interactive-disconnected", "limit-unknown"];

  it("is found by its place and by being overdue, together with other filters", () => {
    expect(numbers({ life: "interactive-active" })).toEqual([5]);
    expect(numbers({ life: "Interactive-Active, interactive-disconnected" })).toHaveLength(5);
    expect(numbers({ overdue: "true" })).toEqual([2]);
    expect(numbers({ overdue: "true", sort: "ends" }, NOON + 30 * MINUTE + 1)).toEqual([2, 1, 3]);
    expect(numbers({ overdue: "true", server: "srv0002" })).toEqual([]);
    expect(numbers({ life: "interactive-disconnected", server: "srv0001", sort: "-ends" })).toEqual([1, 2]);
    expect(list({ life: "interactive-active" }).byState).toEqual({ Active: 1 });
    expect(() => list({ life: "asleep" })).toThrow(expect.objectContaining({ code: "invalid", field: "life" }));
  });

  it("follows limits that were read later, though the session did not change", () => {
    expect(numbers({ sort: "-ends" }).slice(0, 3)).toEqual([3, 1, 2]);
    site.publish({ timers: [machineTimers(3, { disconnected: 480 }), machineTimers(1, { disconnected: 0 })] });
    expect(numbers({ sort: "-ends" }).slice(0, 2)).toEqual([4, 3]);
    expect(numbers({ overdue: "true" })).toEqual([]);
  });

  it("has its cursor belong to one place and deadline", () => {
    const first = list({ limit: 2, sort: "ends" });
    expect(numbers({ limit: 2, sort: "ends", cursor: first.next })[0]).toBe(3);
    expect(() => list({ sort: "ends", cursor: first.next, overdue: "true" })).toThrow(/cursor/);
  });

  it("says it in the CSV too", async () => {
    const filter = SessionFilter.parse({ sort: "ends" });
    const [head, first] = (await new Response(readSessionsCsv(readingAt(site), filter)).text()).split("\r\n");
    expect(head?.endsWith(",ghost,life,endsAt,endsBy")).toBe(true);
    expect(first?.endsWith(",interactive-disconnected,2026-03-11T11:50:00.000Z,disconnected")).toBe(true);
  });
});

describe("a server's row", () => {
  const servers = (query: Record<string, unknown> = {}, now = NOON) =>
    readServers(readingAt(site, now), ServersQuery.parse(query));

  it("names the next deadline ahead on it", () => {
    const answer = servers();
    expect(ServersResponse.parse(answer)).toEqual(answer);
    expect(answer.rows.map(({ nextDeadline }) => nextDeadline)).toEqual([
      { at: "2026-03-11T12:10:00.000Z", sessionKey: guid(1, 1), timer: "disconnected" },
      { at: "2026-03-11T12:30:00.000Z", sessionKey: guid(1, 3), timer: "disconnected" },
      null,
    ]);
    expect(readServer(readingAt(site, NOON + 11 * MINUTE), "srv0001").server.nextDeadline).toBeNull();
  });

  it("is sorted by it as time goes on, servers without one last", () => {
    const names = (sort: string, now = NOON) => servers({ sort }, now).rows.map(({ name }) => name.slice(-1));
    expect(names("nextDeadline")).toEqual(["1", "2", "3"]);
    expect(names("-nextDeadline")).toEqual(["2", "1", "3"]);
    expect(names("nextDeadline", NOON + 11 * MINUTE)[0]).toBe("2");
  });

  it("counts the valid launch leases that lead to it, and says nothing where they were not read", () => {
    const leasesOf = () =>
      servers({ sort: "-leases" }).rows.map(({ name, leases }) => [name, leases?.count, leases?.nextExpiry]);
    expect(servers({ sort: "leases" }).rows.map(({ leases }) => leases)).toEqual([null, null, null]);
    const until = (hours: number) => ({ expiresAt: NOON + hours * 60 * MINUTE });
    site.publish({
      surroundings: { reading: LEASES_READ },
      leases: [
        ...[aLease(1, { machine: "SRV0002", ...until(5) }), aLease(2, { machine: "srv0002", ...until(3) })],
        ...[aLease(3, { machine: "SRV0002", ...until(0) }), aLease(4, { machine: "SRV0001", type: "Enumeration" })],
        aLease(5, { machine: "SRV0003", ...until(9) }),
      ],
    });
    expect(leasesOf()).toEqual([
      ["SRV0002", 2, "2026-03-11T15:00:00.000Z"],
      ["SRV0003", 1, "2026-03-11T21:00:00.000Z"],
      ["SRV0001", 0, null],
    ]);
    site.publish({ leases: [aLease(1, { machine: "SRV0001" })], leasesGone: [aLease(2).key] });
    expect(servers().rows.map(({ leases }) => leases?.count)).toEqual([1, 0, 1]);
  });
});
