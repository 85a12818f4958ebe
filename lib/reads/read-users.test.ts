import { beforeEach, describe, expect, it } from "vitest";
import { UserResponse, UsersQuery, UsersResponse } from "@/lib/api/contract/users";
import { readUser, readUsers } from "./read-users";
import { aMachine, aPerson, aSession, NOON, readingAt, TestSite } from "./site.fixture";

let site: TestSite;
const find = (query: Record<string, unknown> = {}) => readUsers(readingAt(site), UsersQuery.parse(query));
const accounts = (q?: string) => find({ q }).rows.map(({ account }) => account);
const read = (key: string) => readUser(readingAt(site), key);

const novak = aPerson(1, "CORP\\novak", { fullName: "Petr Novák" });
const jnovakova = aPerson(2, "CORP\\jnovakova", { fullName: "Jana Nováková" });
const novakj = aPerson(3, "CORP\\novakj", { fullName: "Josef Novák" });
const hanover = aPerson(4, "CORP\\dnovaktor", { fullName: "Dora Hanover" });
const euJane = aPerson(5, "EU\\jane", { fullName: "Jane Doe", upn: "jane.doe@eu.example" });
const corpJane = aPerson(6, "CORP\\jane", { fullName: "Jane Roe" });

beforeEach(() => {
  site = new TestSite();
  site.publish({
    people: [novak, jnovakova, novakj, hanover, euJane, corpJane],
    machines: [aMachine(1, { name: "VDI-7", assignedUsers: ["corp\\NOVAK"] }), aMachine(2)],
    sessions: [
      aSession(1, { user: novak.account, userKey: novak.key, userSource: "user", since: NOON - 5000 }),
      aSession(2, {
        user: "corp\\Novak",
        userKey: null,
        userSource: "untrusted",
        state: "Connected",
        since: NOON - 1000,
      }),
      aSession(3, { user: "CORP\\ghostly", userSource: "brokering", userFullName: "Greta Hostly", state: "Connected" }),
      aSession(4, { user: "PC 0815/ä\\x\\y", userSource: "client" }),
      aSession(5, { user: null }),
    ],
  });
});

describe("finding people", () => {
  it("puts exact accounts first, then beginnings of accounts, of words in names, then anything inside", () => {
    expect(accounts("novak")).toEqual(["CORP\\novak", "CORP\\novakj", "CORP\\jnovakova", "CORP\\dnovaktor"]);
  });

  it.each([
    ["NOVÁK", "CORP\\novak"],
    ["corp\\novakj", "CORP\\novakj"],
    ["nova jan", "CORP\\jnovakova"],
    ["jane.doe@eu.example", "EU\\jane"],
    ["greta", "CORP\\ghostly"],
    ["ghostly", "CORP\\ghostly"],
  ])("%s finds %s first", (q, account) => {
    expect(accounts(q)[0]).toBe(account);
  });

  it("tells how many sessions each has, those included that only carry the name", () => {
    const answer = find({ q: "novak", limit: 1 });
    expect(UsersResponse.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ total: 4, first: 0 });
    expect(answer.rows).toMatchObject([
      { key: novak.key, known: true, sessions: 2, states: { Active: 1, Connected: 1 } },
    ]);
  });

  it("goes on with a cursor", () => {
    const first = find({ q: "novak", limit: 3 });
    const second = find({ q: "novak", limit: 3, cursor: first.next });
    expect(second.rows.map(({ account }) => account)).toEqual(["CORP\\dnovaktor"]);
    expect(second.next).toBeNull();
  });

  it("lists everybody by account where nothing is asked, those without a Sid among them", () => {
    expect(accounts()).toEqual([
      "CORP\\dnovaktor",
      "CORP\\ghostly",
      "CORP\\jane",
      "CORP\\jnovakova",
      "CORP\\novak",
      "CORP\\novakj",
      "EU\\jane",
      "PC 0815/ä\\x\\y",
    ]);
    expect(find().rows.filter(({ known }) => !known)).toHaveLength(2);
  });

  it("finds a person who came with the next version, and not one whose only session ended", () => {
    find({ q: "hostly" });
    site.publish({
      people: [aPerson(9, "CORP\\zora")],
      ended: [site.current()?.sessions.values().next().value?.key ?? ""],
    });
    expect(accounts("zora")).toEqual(["CORP\\zora"]);
  });
});

describe("one person", () => {
  it("has their sessions, newest first, and the machines that are theirs", () => {
    const answer = read(novak.key);
    expect(UserResponse.parse(answer)).toEqual(answer);
    expect(answer.user).toMatchObject({ account: "CORP\\novak", known: true, domain: "CORP" });
    expect(answer.user.assignedMachines.map(({ name }) => name)).toEqual(["VDI-7"]);
    expect(answer.sessions.map(({ userSource }) => userSource)).toEqual(["untrusted", "user"]);
  });

  it.each([
    ["their key in any case", novak.key.toLowerCase(), novak.key],
    ["a bare account in any case", "NovakJ", novakj.key],
    ["an account without its accents", "jnováková", jnovakova.key],
    ["account and domain", "jane@eu", euJane.key],
    ["a UPN that begins otherwise", "Jane.Doe@EU.example", euJane.key],
  ])("is found by %s", (_, key, expected) => {
    expect(read(key).user.key).toBe(expected);
  });

  it("who exists only as a name on sessions has a key that can stand in a path, and leads back", () => {
    for (const { key, known } of find().rows) {
      expect(key).not.toMatch(/[\\/]/);
      expect(read(key).user).toMatchObject({ key, known });
    }
    expect(read("ghostly").user).toMatchObject({
      key: "ghostly@CORP",
      known: false,
      account: "CORP\\ghostly",
      domain: "CORP",
      fullName: "Greta Hostly",
      firstSeen: null,
    });
  });

  it("is a conflict where a name means several, and says whom", () => {
    expect(() => read("jane")).toThrow(
      expect.objectContaining({
        code: "conflict",
        field: "userKey",
        message: expect.stringMatching(/EU\\jane \(S-1-5.*CORP\\jane|CORP\\jane \(S-1-5.*EU\\jane/),
      }),
    );
  });

  it("is a conflict also where one of them is only a name on a session", () => {
    site.publish({ sessions: [aSession(8, { user: "OTHER\\novakj", userSource: "untrusted" })] });
    expect(() => read("novakj")).toThrow(expect.objectContaining({ code: "conflict" }));
    expect(read("novakj@other").user.known).toBe(false);
    expect(read("novakj@corp").user.known).toBe(true);
  });

  it("is preferred to a name without a domain", () => {
    site.publish({ sessions: [aSession(8, { user: "novakj", userSource: "client" })] });
    expect(read("novakj").user.key).toBe(novakj.key);
  });

  it.each(["nobody", "", "novak@elsewhere", "S-1-5-21-9", "~", "__proto__"])("%j is not found", (key) => {
    expect(() => read(key)).toThrow(expect.objectContaining({ code: "not-found", field: "userKey" }));
  });
});
