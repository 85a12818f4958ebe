import { beforeEach, describe, expect, it } from "vitest";
import { StatusResponse } from "@/lib/api/contract/console";
import { ServerResponse, ServersQuery, ServersResponse } from "@/lib/api/contract/servers";
import { readServer, readServers } from "./read-servers";
import { isHealthy, readStatus } from "./read-status";
import { aGroup, aMachine, aSession, aSource, guid, readingAt, TestSite } from "./site.fixture";

let site: TestSite;
const list = (query: Record<string, unknown> = {}) => readServers(readingAt(site), ServersQuery.parse(query));
const names = (query: Record<string, unknown> = {}) => list(query).rows.map(({ name }) => name);
const read = (key: string) => readServer(readingAt(site), key);

const finance = aGroup(1, "Finance apps");
const inFinance = { deliveryGroup: finance.name, deliveryGroupKey: finance.key };
const machines = [
  aMachine(1, { ...inFinance, loadIndex: 500 }),
  aMachine(2, { registration: "Unregistered", fault: "Unregistered", loadIndex: null }),
  aMachine(3, { maintenance: true, power: "Off", registration: "Unregistered" }),
  aMachine(4, { name: "VDI-7", sessionSupport: "SingleSession", ...inFinance }),
  aMachine(5, { name: "ODD", sessionSupport: null }),
];
const on = (machine = machines[0]) => ({ machine: machine?.name ?? null, machineKey: machine?.key ?? null });

beforeEach(() => {
  site = new TestSite();
  site.publish({
    groups: [finance, aGroup(2, "Empty group")],
    machines,
    sessions: [
      aSession(1, { ...on(), user: "CORP\\b", userKey: "S-1-5-21-2" }),
      aSession(2, { ...on(), user: "CORP\\a", userKey: "S-1-5-21-1" }),
      aSession(3, { ...on(), user: "CORP\\a", userKey: "S-1-5-21-1", state: "Disconnected" }),
      aSession(4, { ...on(), user: null, state: "Connected" }),
    ],
  });
});

describe("the list of servers", () => {
  it("shows multi-session machines, those of unknown kind too, with their people by state", () => {
    const answer = list();
    expect(ServersResponse.parse(answer)).toEqual(answer);
    expect(names()).toEqual(["ODD", "SRV0001", "SRV0002", "SRV0003"]);
    expect(answer.rows[1]).toMatchObject({
      sessions: 4,
      users: 2,
      states: { Active: 2, Disconnected: 1, Connected: 1 },
    });
    expect(answer.counts).toEqual({
      ...{ all: 4, ghosts: 0, skipped: 0, unregistered: 2, maintenance: 1, off: 1, fault: 1 },
    });
    expect(answer.groups.map(({ name }) => name)).toEqual(["Empty group", "Finance apps"]);
  });

  it("is filtered, with counts over everything but `only`", () => {
    expect(names({ only: "unregistered" })).toEqual(["SRV0002", "SRV0003"]);
    expect(list({ only: "off" }).counts.all).toBe(4);
    expect(names({ only: "fault" })).toEqual(["SRV0002"]);
    expect(names({ support: "singlesession" })).toEqual(["ODD", "VDI-7"]);
    expect(names({ support: "all", group: "Finance apps" })).toEqual(["SRV0001", "VDI-7"]);
    expect(names({ q: "0002 corp.example" })).toEqual(["SRV0002"]);
    expect(names({ support: "all", q: "finance" })).toEqual(["SRV0001", "VDI-7"]);
  });

  it("is sorted, also by what lies outside of the machine, unknown last", () => {
    expect(names({ sort: "-sessions" })[0]).toBe("SRV0001");
    expect(names({ sort: "load" })).toEqual(["SRV0001", expect.any(String), expect.any(String), "SRV0002"]);
    expect(names({ sort: "-load" }).at(-1)).toBe("SRV0002");
  });

  it("follows the last session of a machine that ends", () => {
    expect(names({ sort: "-sessions" })[0]).toBe("SRV0001");
    const alone = new TestSite();
    alone.publish({
      machines,
      sessions: [aSession(1, on(machines[1])), aSession(2, on(machines[2])), aSession(3, on(machines[2]))],
    });
    site = alone;
    expect(names({ sort: "-sessions" }).slice(0, 2)).toEqual(["SRV0003", "SRV0002"]);
    alone.publish({ ended: [aSession(2).key, aSession(3).key] });
    expect(names({ sort: "-sessions" })[0]).toBe("SRV0002");
  });

  it("follows sessions that move", () => {
    expect(names({ sort: "-users" })[0]).toBe("SRV0001");
    const moved = [1, 2, 3].map((number) => aSession(number, { ...on(machines[1]), user: `CORP\\u${number}` }));
    site.publish({ sessions: moved });
    const answer = list({ sort: "-users" });
    expect(answer.rows[0]).toMatchObject({ name: "SRV0002", users: 3, states: { Active: 3 } });
    expect(answer.rows.find(({ name }) => name === "SRV0001")).toMatchObject({
      users: 0,
      sessions: 1,
      states: { Connected: 1 },
    });
  });

  it.each([
    [{ support: "some" }, "invalid", "support"],
    [{ sort: "color" }, "invalid", "sort"],
    [{ group: "nobody" }, "not-found", "group"],
  ])("%j is %s and names the parameter", (query, code, field) => {
    expect(() => list(query)).toThrow(expect.objectContaining({ code, field }));
  });
});

describe("one server", () => {
  it("has every session on it, by user, nobody last", () => {
    const answer = read(guid(2, 1));
    expect(ServerResponse.parse(answer)).toEqual(answer);
    expect(answer.rows.map(({ user }) => user)).toEqual(["CORP\\a", "CORP\\a", "CORP\\b", null]);
  });

  it.each(["srv0001", "SRV0001", "srv0001.corp.example", guid(2, 1).toUpperCase()])("is found as %s", (key) => {
    expect(read(key).server.name).toBe("SRV0001");
  });

  it("is not found, or a conflict where two have the name", () => {
    expect(() => read("srv0001.other.example")).toThrow(expect.objectContaining({ code: "not-found" }));
    site.publish({ machines: [aMachine(9, { name: "srv0001", account: "EU\\srv0001" })] });
    expect(() => read("SRV0001")).toThrow(expect.objectContaining({ code: "conflict", field: "machineKey" }));
  });
});

describe("the status", () => {
  it("tells the site, its sources and its size", () => {
    const answer = readStatus(readingAt(site), true);
    expect(StatusResponse.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      site: { name: "Test site", practice: true, timeZone: "Europe/Prague", clockSkewSeconds: 0 },
      counts: { sessions: 4, servers: 5, people: 0, ghosts: 0 },
      pollSeconds: 2,
    });
  });

  it("is well unless the site was never read, or is lost", () => {
    expect(isHealthy(site)).toBe(true);
    site.sources = [aSource({ state: "stale" })];
    expect(isHealthy(site)).toBe(true);
    site.sources = [aSource({ state: "lost" })];
    expect(isHealthy(site)).toBe(false);
    expect(isHealthy(new TestSite())).toBe(false);
  });
});
