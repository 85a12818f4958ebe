import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anIncident } from "@/lib/domain/ghost/incident.fixture";
import type { Lease, ResourceRule } from "@/lib/domain/lease/lease";
import type { Instant } from "@/lib/domain/site";
import { OutageCover } from "./outage-cover";
import { resourceText } from "./outage-person";
import { reasonAt } from "./outage-wards";
import { aGroup, aLease, aMachine, aPerson, aSession, guid, NOON, type SiteChanges, TestSite } from "./site.fixture";
import { type SiteIndex, siteIndex } from "./site-index";

/** Coverage that is kept over the versions is what judging everything anew comes to. */

const HOUR = 3_600_000;
const people = [1, 2, 3, 4].map((number) => aPerson(number, `CORP\\user${number}`));
const groups = [
  aGroup(1, "Shared desktops"),
  { ...aGroup(2, "Pooled desktops"), sessionSupport: "SingleSession" as const },
  { ...aGroup(3, "Own desktops"), sessionSupport: "SingleSession" as const, desktopKind: "Private" as const },
];
const nameOf = (group: number) => groups[group - 1]?.name ?? null;
const inGroup = (group: number) => ({ deliveryGroup: nameOf(group), deliveryGroupKey: guid(3, group) });
const person = fc.integer({ min: 1, max: 4 });
const application = fc.constantFrom(null, "Word", "Excel");

const lease = fc
  .record({
    ...{
      number: fc.integer({ min: 1, max: 20 }),
      person,
      launch: fc.boolean(),
      machine: fc.integer({ min: 1, max: 5 }),
    },
    ...{ application, hours: fc.integer({ min: -3, max: 40 }), group: fc.integer({ min: 1, max: 4 }) },
    ...{ sid: fc.boolean(), names: fc.constantFrom("machine", "nothing", "resource") },
  })
  .map(({ number, person: owner, launch, machine, hours, group, names, sid, ...facts }): Lease => {
    const resource = { group: group === 4 ? "Long gone" : nameOf(group), application: facts.application };
    return aLease(number, {
      ...{ type: launch ? "Launch" : "Enumeration", ownerName: `CORP\\user${owner}`, ownerUpn: null },
      ...{ ownerSid: sid ? (people[owner - 1]?.key ?? null) : null, expiresAt: NOON + hours * HOUR },
      ...{ modifiedAt: NOON + hours * HOUR - 14 * 24 * HOUR, problem: names === "nothing" ? "Not understood." : null },
      ...{ machine: launch && names !== "nothing" ? `SRV000${machine}` : null },
      resources: names === "nothing" ? [] : [resource],
    });
  });

const machine = fc
  .record({
    ...{ number: fc.integer({ min: 1, max: 4 }), group: fc.integer({ min: 1, max: 3 }), maintenance: fc.boolean() },
    ...{ registered: fc.boolean(), load: fc.constantFrom(null, 1000, 5000, 10_000), owner: fc.option(person) },
  })
  .map(({ number, group, registered, load, owner, maintenance }) =>
    aMachine(number, {
      ...{ ...inGroup(group), maintenance, loadIndex: load, registration: registered ? "Registered" : "Unregistered" },
      ...{ sessionSupport: group === 1 ? "MultiSession" : "SingleSession" },
      ...{ assignedUsers: owner === null ? [] : [`CORP\\user${owner}`] },
    }),
  );

const session = fc
  .record({
    ...{ number: fc.integer({ min: 1, max: 9 }), person: fc.option(person), machine: fc.integer({ min: 1, max: 4 }) },
    ...{ group: fc.integer({ min: 1, max: 3 }), application, anonymous: fc.boolean() },
  })
  .map(({ number, person: user, machine: on, group, application: name, anonymous }) =>
    aSession(number, {
      ...{ ...inGroup(group), machine: `SRV000${on}`, machineKey: guid(2, on) },
      ...{ user: user === null ? "SRV\\Anon001" : `CORP\\user${user}`, anonymous: user === null && anonymous },
      userKey: user === null ? null : (people[user - 1]?.key ?? null),
      ...(name === null ? {} : { sessionType: "Application" as const, applications: [name] }),
    }),
  );

const rule = fc
  .record({
    ...{ group: fc.integer({ min: 1, max: 3 }), desktop: fc.boolean(), enabled: fc.boolean() },
    ...{ included: fc.option(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 })), allowed: fc.boolean() },
  })
  .map(
    ({ group, desktop, enabled, included, allowed }): ResourceRule => ({
      ...{ groupKey: guid(3, group), kind: desktop ? "desktop-entitlement" : "app-entitlement", enabled },
      included: included?.map((number) => `CORP\\user${number}`) ?? null,
      leasing: allowed ? "Allowed" : "Disallowed",
    }),
  );

const step = fc.record({
  leases: fc.array(lease, { maxLength: 2 }),
  leasesGone: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 1 }),
  machines: fc.array(machine, { maxLength: 1 }),
  machinesGone: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 1 }),
  sessions: fc.array(session, { maxLength: 3 }),
  newcomers: fc.subarray(people, { maxLength: 1 }),
  rules: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.array(rule, { maxLength: 3 }) },
  ),
  haunted: fc.option(fc.record({ person, machine: fc.integer({ min: 1, max: 4 }), sure: fc.boolean() })),
  minutes: fc.integer({ min: 0, max: 300 }),
  looked: fc.boolean(),
});

/** Everybody is leased to a server with room; each step disturbs a little of it. */
const WORLD: SiteChanges = {
  groups,
  machines: [1, 2, 3, 4].map((number) => aMachine(number, inGroup(1))),
  people: people.slice(0, 3),
  leases: people.flatMap(({ key, account }, at) => [
    aLease(2 * at + 1, {
      ownerSid: key,
      ownerName: account,
      machine: `SRV000${(at % 2) + 1}`,
      expiresAt: NOON + (at + 1) * HOUR,
    }),
    aLease(2 * at + 2, {
      ownerSid: key,
      ownerName: account,
      type: "Enumeration",
      machine: null,
      expiresAt: NOON + 30 * HOUR,
    }),
  ]),
};

const unique = <T extends { readonly key: string }>(records: readonly T[]) => [
  ...new Map(records.map((record) => [record.key, record])).values(),
];
const without = (gone: readonly string[], put: readonly { readonly key: string }[]) =>
  gone.filter((key) => !put.some((record) => record.key === key));

function publish(site: TestSite, each: typeof step extends fc.Arbitrary<infer T> ? T : never, now: Instant): void {
  const leases = unique(each.leases);
  const machines = unique(each.machines);
  const { haunted } = each;
  site.publish(
    {
      ...{ leases, machines, sessions: unique(each.sessions), people: each.newcomers },
      leasesGone: without(
        each.leasesGone.map((number) => aLease(number).key),
        leases,
      ),
      machinesGone: without(
        each.machinesGone.map((number) => guid(2, number)),
        machines,
      ),
      ...(each.rules ? { surroundings: { rules: each.rules } } : {}),
      ghosts: haunted
        ? [
            anIncident(1, {
              ...{ machineKey: guid(2, haunted.machine), userKey: people[haunted.person - 1]?.key ?? null },
              state: haunted.sure ? "confirmed" : "suspect",
            }),
          ]
        : [],
    },
    now,
  );
}

/** Everything that is judged, in words. */
function told(index: SiteIndex, cover: OutageCover): string[] {
  const lines = cover.people.entries().flatMap(({ record }) =>
    cover.pairsOf(record.key).map((pair, at) => {
      const code = record.codes[at] ?? -1;
      const until = record.bound.find((bound) => bound.at === at)?.verdict.until ?? null;
      const group = cover.terms.groupAt(code >> 4);
      return `${resourceText(pair, cover.terms)} | ${group.key} ${group.name}: ${reasonAt(code & 15)} ${until}`;
    }),
  );
  expect(index.outage.people.count).toBe(new Set(index.outage.people.entries().map(({ record }) => record.key)).size);
  return lines.sort();
}

describe("coverage that is kept over the versions", () => {
  it("is what judging everything anew comes to", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("leases", "cache"),
        fc.array(rule),
        fc.array(step, { minLength: 1 }),
        (mechanism, rules, steps) => {
          const site = new TestSite();
          site.publish({ ...WORLD, surroundings: { rules } });
          let now = NOON;
          for (const each of steps) {
            now += each.minutes * 60_000;
            publish(site, each, now);
            const index = siteIndex(site);
            if (!each.looked) continue;
            index.outage.settle(mechanism, now);
            const anew = new OutageCover(index);
            anew.settle(mechanism, now);
            expect(told(index, index.outage)).toEqual(told(index, anew));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is judged in steps that somebody else may finish", () => {
    const site = new TestSite();
    const leases = Array.from({ length: 3000 }, (_, number) =>
      aLease(number, { ownerSid: `S-1-5-21-${number}`, ownerName: `CORP\\u${number}` }),
    );
    site.publish({ groups, leases, machines: [aMachine(1, inGroup(1))] });
    const index = siteIndex(site);
    const steps = index.outage.stepsSince("leases", NOON);
    for (let step = 0; step < 10; step += 1) steps.next();
    expect(index.outage.isFarBehind("leases")).toBe(true);
    index.outage.settle("leases", NOON);
    expect([index.outage.isFarBehind("leases"), index.outage.people.count]).toEqual([false, 3000]);
    expect(steps.next().done).toBe(true);
    site.publish({ leasesGone: [aLease(7).key] });
    siteIndex(site).outage.settle("leases", NOON);
    expect(index.outage.people.count).toBe(2999);
  });

  it("learns what a group publishes from the leases of others", () => {
    const site = new TestSite();
    const rules: ResourceRule[] = [
      { groupKey: guid(3, 1), kind: "app-entitlement", enabled: true, included: ["CORP\\user2"], leasing: null },
    ];
    const word = aLease(1, { resources: [{ group: "Shared desktops", application: "Word" }] });
    const pairs = () => {
      const { outage } = siteIndex(site);
      outage.settle("leases", NOON);
      return outage.pairsOf(people[1]?.key ?? "").map((pair) => pair.application);
    };
    site.publish({ ...{ groups, people }, surroundings: { rules } });
    expect(pairs()).toEqual([]);
    site.publish({ leases: [word] });
    expect(pairs()).toEqual(["Word"]);
    expect(siteIndex(site).outage.people.count).toBe(2);
    site.publish({ leasesGone: [word.key] });
    expect(pairs()).toEqual([]);
    expect(siteIndex(site).outage.people.count).toBe(0);
  });

  it("forgets everything where nothing brokers without the database", () => {
    const site = new TestSite();
    site.publish({ groups, leases: [aLease(1)] });
    const { outage } = siteIndex(site);
    outage.settle("leases", NOON);
    expect(outage.people.count).toBe(1);
    outage.settle(null, NOON);
    expect(outage.people.count).toBe(0);
  });
});
