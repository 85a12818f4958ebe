import { beforeEach, describe, expect, it } from "vitest";
import { ServersQuery } from "@/lib/api/contract/servers";
import { SessionFilter, SessionsQuery, SessionsResponse } from "@/lib/api/contract/sessions";
import { anIncident } from "@/lib/domain/ghost/incident.fixture";
import { readServer, readServers } from "./read-servers";
import { readSession, readSessions } from "./read-sessions";
import { readStatus } from "./read-status";
import { readUser } from "./read-users";
import { readSessionsCsv } from "./sessions-csv";
import { aMachine, aPerson, aSession, guid, LargeSite, readingAt, TestSite } from "./site.fixture";

/** Where a ghost shows beside its own list: on sessions, people, servers and in the status. */

let site: TestSite;
const jana = aPerson(1, "CORP\\jnovak");
const machines = [aMachine(1), aMachine(2), aMachine(3)];
const on = (number: number) => ({ machine: `SRV000${number}`, machineKey: guid(2, number) });
const ofSession = (number: number) => ({ kind: "session", key: guid(1, number) }) as const;
const nameless = anIncident(1, { subject: ofSession(1), ...on(1) });
const gone = anIncident(2, { subject: ofSession(2), class: "named-gone", state: "confirmed", ...on(1) });
const trace = anIncident(3, { subject: { kind: "machine", key: guid(2, 2) }, class: "failure-trace", ...on(2) });

beforeEach(() => {
  site = new TestSite();
  site.publish({
    people: [jana],
    machines,
    sessions: [
      aSession(1, { ...on(1), state: "Connected" }),
      aSession(2, { ...on(1), user: jana.account, userKey: jana.key, userSource: "user", state: "Disconnected" }),
      aSession(3, on(2)),
    ],
    ghosts: [nameless, gone, trace],
  });
});

const list = (query: Record<string, unknown> = {}) => readSessions(readingAt(site), SessionsQuery.parse(query));
const keys = (query: Record<string, unknown>) => list({ sort: "machine", ...query }).rows.map(({ key }) => key);

describe("sessions", () => {
  it("carry the mark of their open incident, wherever they are listed", () => {
    const mark = { id: gone.id, class: "named-gone", state: "confirmed", confidence: "likely" };
    const answer = list();
    expect(SessionsResponse.parse(answer)).toEqual(answer);
    expect(answer.rows.find(({ key }) => key === guid(1, 2))?.ghost).toEqual(mark);
    expect(answer.rows.find(({ key }) => key === guid(1, 3))?.ghost).toBeNull();
    expect(readSession(readingAt(site), guid(1, 2)).session.ghost).toEqual(mark);
    expect(readUser(readingAt(site), "jnovak").sessions[0]?.ghost).toEqual(mark);
    expect(readServer(readingAt(site), "srv0001").rows.map(({ ghost }) => ghost?.class)).toEqual([
      "named-gone",
      "nameless",
    ]);
  });

  it("lose it with the version that ends the incident", () => {
    list();
    site.publish({ ghosts: [{ ...gone, state: "cleared", outcome: "ended" }] });
    expect(readSession(readingAt(site), guid(1, 2)).session.ghost).toBeNull();
  });

  it.each([
    ["nameless", [1]],
    ["NAMELESS, named-gone", [1, 2]],
    ["just-old", []],
    ["failure-trace", []],
  ])("are filtered by class %s", (classes, expected) => {
    expect(keys({ class: classes }).sort()).toEqual(expected.map((number) => guid(1, number)));
  });

  it("are filtered by class and everything else, with counts by state over the rest", () => {
    expect(keys({ class: "nameless,named-gone", server: "srv0001", user: "jnovak" })).toEqual([guid(1, 2)]);
    expect(keys({ class: "nameless", user: "jnovak" })).toEqual([]);
    expect(keys({ class: "nameless,named-gone", q: "novak" })).toEqual([guid(1, 2)]);
    expect(keys({ class: "named-gone", userSource: "none" })).toEqual([]);
    const answer = list({ class: "nameless,named-gone", state: "Connected" });
    expect(answer).toMatchObject({ total: 1, byState: { Connected: 1, Disconnected: 1 } });
  });

  it("belong to another list than without the class, so a cursor does not pass between them", () => {
    const { next } = list({ class: "nameless,named-gone", limit: 1 });
    expect(() => list({ limit: 1, cursor: next })).toThrow(expect.objectContaining({ field: "cursor" }));
  });

  it("cannot be filtered by a class that is none", () => {
    expect(() => list({ class: "nameless,spooky" })).toThrow(
      expect.objectContaining({
        ...{ code: "invalid", field: "class" },
        message: expect.stringContaining('There is no ghost class "spooky". Classes are stuck-connected, nameless,'),
      }),
    );
  });

  it("stand in the CSV with their class, filtered as in the list", async () => {
    const text = async (filter: Record<string, unknown>) =>
      (await new Response(readSessionsCsv(readingAt(site), SessionFilter.parse(filter))).text()).trim().split("\r\n");
    const [header, ...rows] = await text({});
    expect(header?.endsWith(",applications,ghost,life,endsAt,endsBy")).toBe(true);
    expect(rows.map((row) => row.split(",").at(-4)).sort()).toEqual(["", "named-gone", "nameless"]);
    expect((await text({ class: "nameless" })).slice(1).map((row) => row.split(",")[0])).toEqual([guid(1, 1)]);
  });
});

it("a filter by class finds the same rows as looking at every session", () => {
  const large = new LargeSite(3000, 50);
  const ghosts = Array.from({ length: 40 }, (_, number) =>
    anIncident(number, { subject: { kind: "session", key: large.aSession().key }, class: "hung-logon" }),
  );
  large.site.publish({ ghosts });
  const query = SessionsQuery.parse({ limit: 500, sort: "-since" });
  const all = readSessions(readingAt(large.site), SessionsQuery.parse({ ...query, limit: 500 }));
  const pages = [0, 500, 1000, 1500, 2000, 2500].flatMap(
    (offset) => readSessions(readingAt(large.site), { ...query, offset }).rows,
  );
  expect(pages).toHaveLength(all.total);
  const filtered = readSessions(readingAt(large.site), { ...query, class: "hung-logon" }).rows;
  expect(filtered).toEqual(pages.filter(({ ghost }) => ghost?.class === "hung-logon"));
  expect(filtered.length).toBeGreaterThan(30);
});

describe("servers", () => {
  const servers = (query: Record<string, unknown> = {}) => readServers(readingAt(site), ServersQuery.parse(query));

  it("count what stands on them and what is about themselves", () => {
    const answer = servers();
    expect(answer.rows.map(({ name, ghosts }) => [name, ghosts])).toEqual([
      ["SRV0001", 2],
      ["SRV0002", 1],
      ["SRV0003", 0],
    ]);
    expect(answer.counts.ghosts).toBe(2);
    expect(servers({ only: "ghosts" }).rows.map(({ name }) => name)).toEqual(["SRV0001", "SRV0002"]);
  });

  it("are sorted by it, also after only incidents changed", () => {
    const names = () => servers({ sort: "-ghosts" }).rows.map(({ name }) => name);
    expect(names()).toEqual(["SRV0001", "SRV0002", "SRV0003"]);
    const cleared = [nameless, gone].map((each) => ({ ...each, state: "cleared" as const }));
    const added = [4, 5].map((number) => anIncident(number, { subject: ofSession(number), ...on(3) }));
    site.publish({ ghosts: [...cleared, ...added] });
    expect(names()).toEqual(["SRV0003", "SRV0002", "SRV0001"]);
  });

  it("are sorted by it over a gap that the ring has forgotten", () => {
    servers({ sort: "-ghosts" });
    site.ringMax = 1;
    site.publish({ ghosts: [4, 5, 6].map((number) => anIncident(number, { subject: ofSession(number), ...on(3) })) });
    site.publish({ sessions: [aSession(9)] });
    expect(servers({ sort: "-ghosts" }).rows[0]?.name).toBe("SRV0003");
  });
});

it("the status counts the open ones", () => {
  expect(readStatus(readingAt(site), false).counts.ghosts).toBe(3);
  site.publish({ ghosts: [{ ...gone, state: "dismissed" }] });
  expect(readStatus(readingAt(site), false).counts.ghosts).toBe(2);
});
