import { OutageQuery } from "@/lib/api/contract/leases";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import type { SdkSite } from "@/lib/site/port";
import { readOutage } from "./read-outage";
import { aGroup, aLease, aMachine, aPerson, LEASES_READ, NOON, readingAt, TestSite } from "./site.fixture";

/** A site of the time of leases for tests of the outage answer: three people, one of them covered, one leased to a server in maintenance. */

export const HOUR = 3_600_000;
export const office = aGroup(1, "Office");
export const pooled = { ...aGroup(2, "Pooled"), sessionSupport: "SingleSession" as const };
export const inOffice = { deliveryGroup: office.name, deliveryGroupKey: office.key };
export const people = [1, 2, 3].map((number) => aPerson(number, `CORP\\user${number}`, { fullName: `User ${number}` }));
const of = (number: number) => ({ ownerSid: people[number - 1]?.key ?? null, ownerName: `CORP\\user${number}` });
const word = { group: "Office", application: "Word" };
const excel = { group: "Office", application: "Excel" };

/** The right of that person to launch Word again on that machine, for so many hours. */
export const launch = (number: number, owner: number, hours: number, machine = "SRV0001") =>
  aLease(number, { ...of(owner), resources: [word], machine, expiresAt: NOON + hours * HOUR });
/** The right to see Word and Excel. */
export const sees = (number: number, owner: number, hours = 300) =>
  aLease(number, {
    ...{ ...of(owner), type: "Enumeration", machine: null, resources: [word, excel] },
    expiresAt: NOON + hours * HOUR,
  });

export const SDK_SITE: SdkSite = {
  ...{ name: "Test site", version: "7.15", connectionLeasingEnabled: true, localHostCacheEnabled: false },
  reuseMachinesWithoutShutdownInOutage: null,
  controllers: [
    { dnsName: "ddc1.corp.example", state: "Active", serviceStatus: "OK", lastActivityAt: NOON },
    { dnsName: "ddc2.corp.example", state: "Active", serviceStatus: "OK", lastActivityAt: NOON },
  ],
};

/** The site's controllers as they all speak of their database. */
export const withStatus = (serviceStatus: string | null): SdkSite => ({
  ...SDK_SITE,
  controllers: SDK_SITE.controllers.map((controller) => ({ ...controller, serviceStatus })),
});

/** A site with its desk database, asked as the route does. */
export class OutageSite {
  site = new TestSite();
  #desk: TemporaryDesk | null = null;

  get desk() {
    if (!this.#desk) throw new Error("Open it first");
    return this.#desk.desk;
  }

  async open(): Promise<void> {
    this.#desk = await makeTemporaryDesk();
    this.site = new TestSite();
    this.site.sdkSite = SDK_SITE;
    this.site.publish({
      ...{ groups: [office, pooled], people },
      machines: [aMachine(1, inOffice), aMachine(2, { ...inOffice, maintenance: true })],
      leases: [launch(1, 1, 200), sees(2, 1), launch(3, 2, 20, "SRV0002"), sees(4, 2), sees(5, 3)],
      surroundings: { reading: LEASES_READ, rules: [] },
    });
  }

  async close(): Promise<void> {
    await this.#desk?.remove();
  }

  read(query: Record<string, unknown> = {}, now = NOON) {
    return readOutage({ ...readingAt(this.site, now), desk: this.desk, siteId: "test" }, OutageQuery.parse(query));
  }

  /** `user1 Word: covered`, or why not. */
  async lines(query: Record<string, unknown> = {}, now = NOON): Promise<string[]> {
    const { rows } = await this.read(query, now);
    return rows.map(({ user, application, coverage, why }) => `${user?.slice(5)} ${application}: ${why ?? coverage}`);
  }
}
