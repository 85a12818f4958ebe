import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OutageResponse } from "@/lib/api/contract/leases";
import type { LeaseFolder } from "@/lib/domain/lease/lease";
import { inOffice, OutageSite, office, people, SDK_SITE, withStatus } from "./outage.fixture";
import { coverageNow } from "./outage-index";
import { aLease, aMachine, aSession, guid, LEASES_READ, NOON, readingAt, TestSite } from "./site.fixture";

/** The outage answer of sites without leases, during an outage, and what stands beside its pairs. */

const outage = new OutageSite();
beforeEach(() => outage.open());
afterEach(() => outage.close());

describe("where nothing can be told", () => {
  const NOTHING = {
    covered: null,
    uncovered: null,
    unknown: null,
    people: null,
    falling: null,
    byGroup: [],
    rows: [],
    total: 0,
  };

  it("all is null: leases that were not read, and sites without them", async () => {
    const unread = new TestSite();
    unread.sdkSite = SDK_SITE;
    unread.publish({
      groups: [office],
      surroundings: { reading: { state: "absent", asOf: null, problem: "No bridge." } },
    });
    const judged = outage.site;
    outage.site = unread;
    expect(await outage.read()).toMatchObject({
      ...NOTHING,
      reading: { state: "absent", asOf: null, problem: "No bridge." },
    });
    expect(coverageNow(readingAt(outage.site))).toBeNull();
    await expect(outage.read({ group: "Nowhere" })).resolves.toMatchObject(NOTHING);
    await expect(outage.read({ user: "nobody" })).rejects.toMatchObject({ field: "user" });
    outage.site = judged;
    outage.site.sdkSite = { ...SDK_SITE, connectionLeasingEnabled: false };
    expect(await outage.read()).toMatchObject({ ...NOTHING, era: "none" });
    outage.site.sdkSite = null;
    expect(await outage.read()).toMatchObject({ ...NOTHING, era: "unknown", flags: { leasing: null, cache: null } });
  });

  it("of Local Host Cache it can: sessions tell who has what", async () => {
    outage.site.sdkSite = { ...SDK_SITE, connectionLeasingEnabled: null, localHostCacheEnabled: true };
    const user = people[1];
    outage.site.publish({
      leasesGone: [1, 2, 3, 4, 5].map((number) => aLease(number).key),
      sessions: [aSession(1, { ...inOffice, user: user?.account ?? null, userKey: user?.key ?? null })],
    });
    expect(await outage.read()).toMatchObject({
      era: "cache",
      covered: 1,
      uncovered: 0,
      people: { all: 1, some: 0, none: 0 },
    });
    outage.site.publish({ machines: [aMachine(1, { ...inOffice, maintenance: true })] });
    expect(await outage.read()).toMatchObject({ covered: 0, byReason: { maintenance: 1 } });
  });
});

describe("once it is used", () => {
  const leased = aSession(1, { connectionMode: "LeasedConnection", startedAt: NOON - 5 * 60_000 });

  it("says so, and since when", async () => {
    outage.site.outageSince = NOON - 7 * 60_000;
    outage.site.sdkSite = withStatus("DBNotFound");
    outage.site.publish({ sessions: [leased] });
    const { inUse } = await outage.read();
    expect(inUse).toMatchObject({ since: "2026-03-11T11:53:00.000Z", sessions: 1 });
    expect(inUse?.why).toContain("connection leases");
    outage.site.sdkSite = {
      ...withStatus("PendingFailure"),
      connectionLeasingEnabled: false,
      localHostCacheEnabled: true,
    };
    expect((await outage.read()).inUse?.why).toContain("Local Host Cache");
  });

  it("goes by the sessions where the controllers say nothing, and not after the outage", async () => {
    outage.site.publish({ sessions: [leased, aSession(2, { connectionMode: "LeasedConnection", startedAt: NOON })] });
    expect((await outage.read()).inUse).toBeNull();
    outage.site.sdkSite = withStatus(null);
    expect((await outage.read()).inUse).toMatchObject({ since: "2026-03-11T11:55:00.000Z", sessions: 2 });
    outage.site.publish({ ended: [guid(1, 1), guid(1, 2)] });
    expect((await outage.read()).inUse).toBeNull();
  });
});

describe("beside the pairs", () => {
  it("shows the coverage of the last days, an hour a point", async () => {
    const at = (minutes: number) => new Date(NOON - minutes * 60_000);
    const counts = (covered: number | null) =>
      JSON.stringify({ sessions: 1, ...(covered === null ? {} : { leases: { covered, uncovered: 5 } }) });
    const sample = (minutes: number, covered: number | null, groupKey = "") => ({
      ...{ siteId: "test", at: at(minutes), groupKey, counts: counts(covered) },
    });
    await outage.desk.sample.createMany({
      data: [
        ...[
          sample(125, 10),
          sample(115, 11),
          sample(65, 12),
          sample(64, null),
          sample(40, 13, guid(3, 1)),
          sample(-600, 99),
        ],
        ...[
          sample(60 * 24 * 15, 1),
          { ...sample(30, 14), counts: '{"leases":' },
          { ...sample(20, 15), siteId: "other" },
        ],
      ],
    });
    expect((await outage.read()).trend).toEqual([
      { at: at(125).toISOString(), covered: 10, uncovered: 5 },
      { at: at(65).toISOString(), covered: 12, uncovered: 5 },
    ]);
    await outage.desk.sample.create({ data: sample(5, 16) });
    expect((await outage.read()).trend.map(({ covered }) => covered)).toEqual([10, 12, 16]);
  });

  it("names every controller with its cache, and folders of others", async () => {
    const folder = (controller: string): LeaseFolder => ({
      ...{ controller, path: "C:\\cache", reading: LEASES_READ, enumeration: 3, launch: 2, expired: 1, missing: 1 },
      ...{ missingKeys: [aLease(1).key], problems: [{ file: "a.xml", why: "Not XML." }], unread: 1 },
      files: { Apps: 1, Desktops: 0, Icons: 0, Enumeration: 3, Launch: 2, Workers: 4 },
    });
    outage.site.publish({ surroundings: { folders: [folder("DDC1.corp.example"), folder("ddc9.corp.example")] } });
    const answer = await outage.read();
    expect(OutageResponse.parse(answer)).toEqual(answer);
    expect(answer.controllers.map(({ dnsName, state, folder: own }) => [dnsName, state, own?.missing ?? null])).toEqual(
      [
        ["ddc1.corp.example", "Active", 1],
        ["ddc2.corp.example", "Active", null],
        ["ddc9.corp.example", "Unknown", 1],
      ],
    );
  });
});
