import { beforeEach, describe, expect, it } from "vitest";
import { SessionFilter, SessionResponse, SessionsQuery, SessionsResponse } from "@/lib/api/contract/sessions";
import { readSession, readSessions } from "./read-sessions";
import {
  aGroup,
  aMachine,
  aPerson,
  aSession,
  aSource,
  guid,
  LargeSite,
  NOON,
  readingAt,
  TestSite,
} from "./site.fixture";

let site: TestSite;
const ask = (query: Record<string, unknown> = {}) =>
  readSessions(readingAt(site, NOON + 5000), SessionsQuery.parse(query));
const keys = (query: Record<string, unknown> = {}) =>
  ask(query).rows.map(({ key }) => Number.parseInt(key.slice(-4), 16));

const finance = aGroup(1, "Finance apps");
const machine = aMachine(1, { deliveryGroup: finance.name, deliveryGroupKey: finance.key });
const jana = aPerson(1, "CORP\\jnovak", { fullName: "Jana Nováková" });
const on = { machine: machine.name, machineKey: machine.key };
const by = { user: jana.account, userKey: jana.key, userSource: "user", userFullName: jana.fullName } as const;

beforeEach(() => {
  site = new TestSite();
  site.publish({
    groups: [finance],
    machines: [machine, aMachine(2, { name: "VDI-7" })],
    people: [jana],
    sessions: [
      aSession(1, { ...on, ...by, deliveryGroup: finance.name, deliveryGroupKey: finance.key, since: NOON - 1000 }),
      aSession(2, { ...on, state: "Connected", appState: null, client: "PC-4711", since: NOON - 3000 }),
      aSession(3, {
        user: "CORP\\zed",
        userSource: "untrusted",
        state: "Disconnected",
        idleSince: NOON - 9,
        since: NOON,
      }),
      aSession(4, { ...by, state: "12", applications: ["SAP GUI", "Excel"], since: NOON - 2000 }),
    ],
  });
});

describe("the list of sessions", () => {
  it("says what it was read from, and matches its contract", () => {
    const answer = ask();
    expect(SessionsResponse.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ version: 1, asOf: "2026-03-11T12:00:00.000Z", now: "2026-03-11T12:00:05.000Z" });
    expect(answer.sources).toMatchObject([{ name: "monitor", state: "ok", ageSeconds: 5 }]);
    expect(answer).toMatchObject({ total: 4, first: 0, next: null });
    expect(answer.byState).toEqual({ Active: 1, Connected: 1, Disconnected: 1, "12": 1 });
  });

  it("stands by user, unknown last, and in any other order on request", () => {
    expect(keys().slice(2)).toEqual([3, 2]);
    expect(keys().slice(0, 2).sort()).toEqual([1, 4]);
    expect(keys({ sort: "since" })).toEqual([2, 4, 1, 3]);
    expect(keys({ sort: "-SINCE" })).toEqual([3, 1, 4, 2]);
    expect(keys({ sort: "-idleSince" })[0]).toBe(3);
    expect(keys({ sort: "idleSince" })[0]).toBe(3);
  });

  it.each([
    ["user", "jnovak", [1, 4]],
    ["full name without accents", "NOVAKOVA", [1, 4]],
    ["two words in any order", "novakova jana", [1, 4]],
    ["machine", "srv0001", [1, 2]],
    ["client", "pc-4711", [2]],
    ["application", "sap", [4]],
    ["words of several fields", "jana excel", [4]],
    ["nothing", "nobody", []],
  ])("finds by %s", (_, q, expected) => {
    expect(keys({ q }).sort()).toEqual(expected);
  });

  it.each([
    ["active", [1]],
    ["Connected, disconnected", [2, 3]],
    ["12", [4]],
    ["", [1, 2, 3, 4]],
    ["Pending", []],
  ])("filters by state %j, and still counts every state", (state, expected) => {
    const answer = ask({ state });
    expect(keys({ state }).sort()).toEqual(expected);
    expect(answer.total).toBe(expected.length);
    expect(answer.byState).toEqual({ Active: 1, Connected: 1, Disconnected: 1, "12": 1 });
  });

  it("filters by machine, group and person, by key or name", () => {
    expect(keys({ server: machine.key }).sort()).toEqual([1, 2]);
    expect(keys({ server: "srv0001" }).sort()).toEqual([1, 2]);
    expect(keys({ group: "finance APPS" })).toEqual([1]);
    expect(keys({ group: finance.key })).toEqual([1]);
    expect(keys({ user: "JNovak" }).sort()).toEqual([1, 4]);
    expect(keys({ user: "zed@corp" })).toEqual([3]);
    expect(keys({ user: "jnovak", server: "srv0001" })).toEqual([1]);
    expect(keys({ server: "vdi-7" })).toEqual([]);
    expect(keys({ user: "jnovak", state: "12", q: "excel", sort: "-since" })).toEqual([4]);
  });

  it.each([
    [{ state: "Sleeping" }, "invalid", "state"],
    [{ state: "Active,nonsense" }, "invalid", "state"],
    [{ sort: "password" }, "invalid", "sort"],
    [{ class: "nonsense" }, "invalid", "class"],
    [{ cursor: "nonsense" }, "invalid", "cursor"],
    [{ server: "nowhere" }, "not-found", "server"],
    [{ group: "nobody" }, "not-found", "group"],
    [{ user: "nobody" }, "not-found", "user"],
  ])("%j is %s and names the parameter", (query, code, field) => {
    expect(() => ask(query)).toThrow(expect.objectContaining({ code, field }));
  });

  it("refuses a cursor that was given for another filter", () => {
    const { next } = ask({ limit: 1 });
    expect(keys({ limit: 1, cursor: next })).toHaveLength(1);
    expect(() => ask({ limit: 1, cursor: next, state: "Active" })).toThrow(
      expect.objectContaining({ field: "cursor" }),
    );
  });
});

describe("the site behind it", () => {
  it("is unavailable before the first read, with what stands in the way", () => {
    const empty = new TestSite();
    empty.sources = [aSource({ state: "lost", asOf: null, problem: "The database does not answer." })];
    expect(() => readSessions(readingAt(empty), SessionsQuery.parse({}))).toThrow(
      expect.objectContaining({
        code: "unavailable",
        retryAfterSeconds: 2,
        message: expect.stringContaining("The database does not answer."),
      }),
    );
  });

  it("shows what it last had where it is lost, with its age", () => {
    site.sources = [aSource({ state: "lost", problem: "The database does not answer." })];
    const answer = readSessions(readingAt(site, NOON + 600_000), SessionsQuery.parse({}));
    expect(answer.total).toBe(4);
    expect(answer.asOf).toBe("2026-03-11T12:00:00.000Z");
    expect(answer.sources[0]).toMatchObject({
      state: "lost",
      ageSeconds: 600,
      problem: "The database does not answer.",
    });
  });

  it("holds as of a later read that found nothing new", () => {
    site.sources = [aSource({ asOf: NOON + 4000 })];
    expect(ask()).toMatchObject({ version: 1, asOf: "2026-03-11T12:00:04.000Z" });
  });
});

describe("versions", () => {
  it("are followed: new, changed and ended sessions", () => {
    ask();
    site.publish({
      sessions: [
        aSession(2, { state: "Active", user: "CORP\\new", userSource: "user" }),
        aSession(9, { user: "CORP\\a" }),
      ],
      ended: [guid(1, 3)],
    });
    expect(keys({ sort: "user" })[0]).toBe(9);
    expect(keys({ state: "Active" }).sort()).toEqual([1, 2, 9]);
    expect(keys({ q: "corp\\new" })).toEqual([2]);
    expect(() => ask({ user: "zed" })).toThrow(expect.objectContaining({ code: "not-found" }));
  });

  it("are followed over a gap that the ring has forgotten", () => {
    ask();
    site.ringMax = 1;
    site.publish({ ended: [guid(1, 1)] });
    site.publish({ ended: [guid(1, 2)] });
    expect(keys().sort()).toEqual([3, 4]);
  });

  it("give a large site the same rows in the same order, whether followed or read anew", () => {
    const large = new LargeSite(3000, 50);
    const query = SessionsQuery.parse({ sort: "-machine", state: "Active", limit: 500, offset: 100 });
    for (let tick = 0; tick < 20; tick += 1) {
      large.tick(100);
      if (tick % 3 === 0) readSessions(readingAt(large.site), query);
    }
    const followed = readSessions(readingAt(large.site), query);
    const snapshot = large.site.current();
    const anew = Object.assign(Object.create(large.site) as TestSite, { current: () => snapshot });
    expect(followed).toEqual(readSessions(readingAt(anew), query));
    expect(followed.rows).toHaveLength(500);
  });
});

describe("one session", () => {
  it("is found by its key in any case", () => {
    const answer = readSession(readingAt(site), guid(1, 4).toUpperCase());
    expect(SessionResponse.parse(answer)).toEqual(answer);
    expect(answer.session).toMatchObject({ state: "12", applications: ["SAP GUI", "Excel"] });
  });

  it("is not found where it ended", () => {
    expect(() => readSession(readingAt(site), guid(1, 99))).toThrow(expect.objectContaining({ code: "not-found" }));
  });
});

it("the CSV's filter is the list's without its window", () => {
  const { cursor, offset, limit, ...shared } = SessionsQuery.shape;
  expect(Object.keys(SessionFilter.shape)).toEqual(Object.keys(shared));
  expect([cursor, offset, limit]).not.toContain(undefined);
});
