import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { SessionsQuery } from "@/lib/api/contract/sessions";
import { SDK_SITE } from "./outage.fixture";
import { coverageNow } from "./outage-index";
import { readSessions } from "./read-sessions";
import { aLease, aSession, guid, LargeSite, LEASES_READ, readingAt, TestSite } from "./site.fixture";
import { siteIndexBefore } from "./site-index";
import { keepIndexWarm } from "./warm-up";

const query = SessionsQuery.parse({ limit: 500 });

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await setImmediate();
}

it("builds the index in steps, and follows what came meanwhile", async () => {
  const large = new LargeSite(2000, 20);
  const end = keepIndexWarm(large.site);
  await turns(2);
  expect(siteIndexBefore(large.site).sessions.count).toBe(0);
  large.tick(100);
  await turns(20);
  expect(siteIndexBefore(large.site).sessions.count).toBe(large.site.current()?.sessions.size);
  large.tick(100);
  expect(siteIndexBefore(large.site).snapshot).toBe(large.site.current());
  expect(readSessions(readingAt(large.site), query).total).toBe(large.site.current()?.sessions.size);
  end();
  expect(large.site.listeners).toBe(0);
});

it("finishes at once for somebody who asks in the middle", async () => {
  const large = new LargeSite(2000, 20);
  const end = keepIndexWarm(large.site);
  await turns(1);
  expect(readSessions(readingAt(large.site), query).total).toBe(2000);
  await turns(20);
  expect(readSessions(readingAt(large.site), query).total).toBe(2000);
  end();
});

it("begins with the first snapshot", async () => {
  const site = new TestSite();
  const end = keepIndexWarm(site);
  site.publish({ sessions: [aSession(1)] });
  await turns(10);
  site.publish({ sessions: [aSession(2)] });
  expect(siteIndexBefore(site).sessions.count).toBe(2);
  end();
});

it("judges in steps whom leases cover, before somebody asks", async () => {
  const site = new TestSite();
  site.sdkSite = SDK_SITE;
  const end = keepIndexWarm(site);
  site.publish({ sessions: [aSession(1)] });
  await turns(10);
  const leases = Array.from({ length: 2500 }, (_, number) => aLease(number, { ownerSid: `S-1-5-21-${number}` }));
  site.publish({ leases, surroundings: { reading: LEASES_READ } });
  const { outage } = siteIndexBefore(site);
  expect([outage.isFarBehind("leases"), outage.people.count]).toEqual([true, 0]);
  await turns(130);
  expect([outage.isFarBehind("leases"), outage.people.count]).toEqual([false, 2500]);
  const rules = [
    { groupKey: guid(3, 1), kind: "app-entitlement", enabled: true, included: [], leasing: null },
  ] as const;
  site.publish({ surroundings: { reading: LEASES_READ, rules } });
  // Other rules are judged in steps too.
  expect([outage.isFarBehind("leases"), coverageNow(readingAt(site))]).toEqual([true, null]);
  await turns(130);
  expect([outage.isFarBehind("leases"), coverageNow(readingAt(site))?.uncovered]).toEqual([false, 2500]);
  end();
});
