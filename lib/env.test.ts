import path from "node:path";
import { describe, expect, it } from "vitest";
import { readEnvironment } from "./env";

describe("the environment", () => {
  it("means the practice site where nothing is set, on loopback, in a folder of its own", () => {
    const env = readEnvironment({});
    expect(env.site).toBeNull();
    expect(env.siteId).toBe("practice-S-7-leases");
    expect(env.host).toBe("127.0.0.1");
    expect(env.dataFolder).toBe(path.resolve(".ghostdesk", "practice"));
    expect(env.deskUrl).toBe(`file:${path.join(env.dataFolder, "desk.db")}`);
  });

  it("keeps the practice site's own data even where a desk database is named", () => {
    const env = readEnvironment({ GHOSTDESK_DESK_DATABASE_URL: "sqlserver://sql;database=Ghostdesk" });
    expect(env.deskUrl).toMatch(/^file:/);
  });

  it("shares nothing between a real site and the practice site", () => {
    const real = readEnvironment({
      GHOSTDESK_MONITOR_DATABASE_URL: "file:/copies/site.db",
      GHOSTDESK_SITE_NAME: "Vienna 1",
    });
    expect(real.site).toEqual({ monitorUrl: "file:/copies/site.db", brokerUrl: null });
    expect(real.siteId).toBe("vienna-1");
    expect(real.dataFolder).toBe(path.resolve(".ghostdesk"));
    expect(real.deskUrl).not.toBe(readEnvironment({}).deskUrl);
  });

  it("tells sites apart whose names have no Latin letters", () => {
    const idOf = (name: string) =>
      readEnvironment({ GHOSTDESK_MONITOR_DATABASE_URL: "file:/a.db", GHOSTDESK_SITE_NAME: name }).siteId;
    expect(idOf("София")).not.toBe(idOf("Варна"));
    expect(idOf("Wien")).toBe("wien");
  });

  it.each(["GHOSTDESK_BROKER_DATABASE_URL", "GHOSTDESK_CONTROLLER"])(
    "refuses %s without the Monitoring database",
    (name) => {
      expect(() => readEnvironment({ [name]: "file:/copies/broker.db" })).toThrow(
        `${name} is set, but GHOSTDESK_MONITOR_DATABASE_URL is not: the Monitoring database is what Ghostdesk reads first.`,
      );
    },
  );

  it.each([
    ["PORT", "many"],
    ["GHOSTDESK_LEASE_FOLDERS", "/cache"],
    ["GHOSTDESK_LEASE_FOLDERS", "[]"],
    ["GHOSTDESK_LEASE_FOLDERS", '{"ddc1":""}'],
    ["GHOSTDESK_PRACTICE_SIZE", "XXL"],
    ["GHOSTDESK_PRACTICE_ERA", "stone"],
    ["GHOSTDESK_MONITOR_DATABASE_URL", "postgres://host/db"],
    ["GHOSTDESK_RECONCILE_SECONDS", "1"],
  ])("names %s where its value is wrong", (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name}: `));
  });

  it("reads which controllers keep their leases where, colons and all", () => {
    const folders = { "ddc1.corp.example": "//ddc1/c$/Citrix, Broker/Cache", ddc2: "cache;2" };
    const env = readEnvironment({ GHOSTDESK_LEASE_FOLDERS: JSON.stringify(folders) });
    expect(env.leaseFolders).toEqual(
      Object.entries(folders).map(([controller, folder]) => ({ controller, path: path.resolve(folder) })),
    );
    expect(readEnvironment({}).leaseFolders).toEqual([]);
  });

  it("takes an empty value for none, and origins with or without a slash", () => {
    const env = readEnvironment({
      GHOSTDESK_MONITOR_DATABASE_URL: "",
      GHOSTDESK_ORIGIN: "https://a.example/, https://b.example",
    });
    expect(env.site).toBeNull();
    expect(env.origins).toEqual(["https://a.example", "https://b.example"]);
  });
});
