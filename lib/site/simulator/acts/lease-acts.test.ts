import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../engine/site-time";
import { leaseKeyOf } from "../model/lease-keys";
import { type OpenedSite, openSite, practiceSite } from "../practice.fixture";
import type { SiteEra } from "../sizes";
import { act, answersOf } from "./acts.fixture";

/** What can be done to connection leases, and what of it can be observed. */

function lease({ site }: OpenedSite) {
  const [found] = [...site.world.leases.values()].filter(({ type }) => type === "Launch");
  if (!found) throw new Error("There are no leases");
  return { found, key: leaseKeyOf(site.world, found) };
}

const newest = ({ site }: OpenedSite) =>
  Math.max(0, ...[...site.world.leases.values()].map(({ modified }) => modified));

/** How many of those who come while the controllers are without their database get in, and by way of what. */
async function launchedInOutage(opened: OpenedSite): Promise<string[]> {
  opened.site.startScenario("site-database-down", { forMs: 20 * MINUTE });
  await opened.pass(3 * MINUTE);
  opened.site.startScenario("logon-storm", { count: 8 });
  await opened.pass(12 * MINUTE);
  const sessions = [...opened.site.world.sessions.values()];
  return sessions.filter(({ cause }) => cause === "logon-storm").map(({ mode }) => mode);
}

describe("removing a lease", () => {
  it("takes it out of every search at once, for good", async () => {
    const opened = practiceSite();
    const { found, key } = lease(opened);
    const answers = answersOf(opened);
    expect(answers.answer({ ask: "lease", leaseKey: key.toLowerCase() })).toMatchObject({ key, type: "Launch" });
    expect(act(opened, { verb: "remove-lease", leaseKey: key }).kind).toBe("accepted");
    expect(answers.answer({ ask: "lease", leaseKey: key })).toBeNull();
    expect(openSite(opened.file).site.world.leases.has(found.id)).toBe(false);
    const again = { verb: "remove-lease", leaseKey: key } as const;
    expect(() => act(opened, again)).toThrowError(expect.objectContaining({ errorId: "UnknownObject" }));
  });
});

describe("leasing off", () => {
  it("is what the site says, and no lease is written until it is on again", async () => {
    const opened = practiceSite();
    const says = (site: OpenedSite) => answersOf(site).answer({ ask: "site" });
    act(opened, { verb: "set-leasing", enabled: false });
    expect(says(opened)).toMatchObject({ connectionLeasingEnabled: false });
    const since = opened.site.now;
    await opened.pass(3 * HOUR);
    expect(newest(opened)).toBeLessThanOrEqual(since);
    expect(says(openSite(opened.file))).toMatchObject({ connectionLeasingEnabled: false });
    act(opened, { verb: "set-leasing", enabled: true });
    await opened.pass(26 * HOUR);
    expect(newest(opened)).toBeGreaterThan(since + 3 * HOUR);
    expect(says(opened)).toMatchObject({ connectionLeasingEnabled: true });
  });

  it("means that nobody gets in without the database, unless the site has the local host cache", async () => {
    const launched = async (era: SiteEra, enabled: boolean) => {
      const opened = practiceSite({ era });
      act(opened, { verb: "set-leasing", enabled });
      return new Set(await launchedInOutage(opened));
    };
    expect(await launched("leases", true)).toEqual(new Set(["LeasedConnection"]));
    expect(await launched("leases", false)).toEqual(new Set());
    expect(await launched("both", false)).toEqual(new Set(["Brokered"]));
  });
});

describe("refreshing a controller's leases", () => {
  it("leaves it without any for a minute or so: if the database goes then, nobody gets in", async () => {
    const counts: number[] = [];
    for (const wait of [0, 3 * MINUTE]) {
      const opened = practiceSite();
      for (const { dns } of opened.site.world.site.controllers)
        act(opened, { verb: "refresh-leases", controller: dns });
      await opened.pass(wait);
      counts.push((await launchedInOutage(opened)).length);
    }
    expect(counts[0]).toBe(0);
    expect(counts[1]).toBeGreaterThan(0);
  });

  it("knows only the site's controllers", () => {
    const opened = practiceSite();
    const refresh = { verb: "refresh-leases", controller: "DDC9.nordwerk.example" } as const;
    expect(() => act(opened, refresh)).toThrowError(
      expect.objectContaining({ message: expect.stringContaining("DDC9") }),
    );
    act(opened, { ...refresh, controller: "DDC1.NORDWERK.EXAMPLE" });
    expect(Object.keys(opened.site.world.site.leaseCaches ?? {})).toEqual(["ddc1.nordwerk.example"]);
  });
});

describe("a release without leases", () => {
  it("knows none of it", () => {
    const opened = practiceSite({ era: "cache" });
    const refresh = { verb: "refresh-leases", controller: "ddc1.nordwerk.example" } as const;
    expect(() => act(opened, refresh)).toThrowError(expect.objectContaining({ errorId: "CommandNotFoundException" }));
    const set = { verb: "set-leasing", enabled: true } as const;
    expect(() => act(opened, set)).toThrowError(expect.objectContaining({ errorId: "NamedParameterNotFound" }));
    expect(answersOf(opened).answer({ ask: "leases", after: 0 })).toEqual({ rows: [], next: null });
  });
});
