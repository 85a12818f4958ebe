import { describe, expect, it } from "vitest";
import { groupFactsOf } from "./group-facts";
import { aGroup, aLease, aMachine, anEnumeration, aPair, DAY, groupFacts, HOUR, NOW, pairFacts } from "./lease.fixture";
import { judgePair, type PairFacts } from "./verdict";

const launchedUntil = (expiresAt: number) => ({ pair: aPair({ launch: aLease({ expiresAt }) }) });
const listedUntil = (expiresAt: number) => ({ pair: aPair({ enumeration: anEnumeration({ expiresAt }) }) });
const UNREADABLE = { problem: "It is no XML.", resources: [] };

describe("by leases", () => {
  it("covers a pair until the earlier of its two leases ends", () => {
    expect(judgePair(pairFacts())).toEqual({ coverage: "covered", why: null, until: NOW + 10 * DAY });
    expect(judgePair(pairFacts(listedUntil(NOW + HOUR)))).toEqual({
      coverage: "covered",
      why: null,
      until: NOW + HOUR,
    });
  });

  const REASONS: [string, Partial<PairFacts>, string][] = [
    ["pooled desktops", { group: groupFacts({ pooled: true }) }, "pooled"],
    ["anonymous users", { anonymous: true }, "anonymous"],
    ["a rule against it", { leasing: false }, "not-allowed"],
    ["no launch lease", { pair: aPair({ launch: null }) }, "never-launched"],
    ["a launch lease that ends now", launchedUntil(NOW), "expired"],
    ["a launch lease that ended", launchedUntil(NOW - 1_000), "expired"],
    ["no enumeration lease", { pair: aPair({ enumeration: null }) }, "not-listed"],
    ["an enumeration lease that ends now", listedUntil(NOW), "not-listed"],
    ["a machine that the site does not have", { machine: null }, "gone"],
    ["a machine in maintenance", { machine: aMachine({ maintenance: true }) }, "maintenance"],
    ["a group in maintenance", { group: groupFacts({ maintenance: true }) }, "maintenance"],
    ["an unregistered machine", { machine: aMachine({ registration: "Unregistered" }) }, "unregistered"],
    ["a machine that is off", { machine: aMachine({ registration: "Unregistered", power: "Off" }) }, "unregistered"],
    ["a machine whose agent fails", { machine: aMachine({ registration: "AgentError" }) }, "unregistered"],
    ["the user's ghost on it", { ghost: true }, "ghost"],
    ["others in all its places", { full: true }, "full"],
  ];
  it.each(REASONS)("%s stand in the way", (_, facts, why) => {
    expect(judgePair(pairFacts(facts))).toEqual({ coverage: "uncovered", why, until: null });
  });

  it.each(REASONS)("%s come before all that is named after them", (_, facts, why) => {
    const at = REASONS.findIndex(([, , other]) => other === why);
    const later = REASONS.slice(at + 1).filter(([, , other]) => other !== why);
    for (const [, other] of later.filter(([, each]) => !("pair" in each && "pair" in facts))) {
      const both = { ...pairFacts(), ...other, ...facts };
      expect(judgePair(both).why).toBe(why);
    }
  });

  it.each([
    ["launch", launchedUntil],
    ["enumeration", listedUntil],
  ])("the %s lease holds to its last millisecond", (_, until) => {
    expect(judgePair(pairFacts(until(NOW + 1)))).toEqual({ coverage: "covered", why: null, until: NOW + 1 });
  });

  it.each([
    ["a launch lease without a machine", { launch: aLease(UNREADABLE), machine: null, machineSid: null }],
    ["an enumeration lease that could not be read", { enumeration: anEnumeration(UNREADABLE) }],
  ])("says nothing of %s", (_, said) => {
    expect(judgePair(pairFacts({ pair: aPair(said) }))).toEqual({ coverage: "unknown", why: "unread", until: null });
  });

  it("looks for a machine that is named by its Sid alone", () => {
    const pair = aPair({ machine: null });
    expect(judgePair(pairFacts({ pair })).coverage).toBe("covered");
    expect(judgePair(pairFacts({ pair, machine: null })).why).toBe("gone");
  });

  it("takes an enumeration lease that was read and names nothing for one that lists it", () => {
    const pair = aPair({ enumeration: anEnumeration({ resources: [] }) });
    expect(judgePair(pairFacts({ pair })).coverage).toBe("covered");
  });

  it("calls nothing pooled or forbidden that nobody told it of", () => {
    const facts = { group: null, leasing: null };
    expect(judgePair(pairFacts(facts)).coverage).toBe("covered");
    expect(judgePair(pairFacts({ machine: aMachine({ maintenance: null }) })).coverage).toBe("covered");
  });
});

describe("by Local Host Cache", () => {
  const shared = aPair({ launch: null, enumeration: null, machine: null, machineSid: null });
  const own = { ...shared, machine: "PC-01" };
  const pc = (said: Parameters<typeof aMachine>[0] = {}) =>
    aMachine({ name: "PC-01", sessionSupport: "SingleSession", ...said });
  const pooled = { pooled: true, powerManaged: true } as const;

  it.each<[string, Partial<PairFacts>, string | null]>([
    ["an open server", {}, null],
    ["one open server of many", { group: groupFacts({ machines: 9, registered: 5, open: 1 }) }, null],
    ["leases that ran out", { pair: aPair({ launch: aLease({ expiresAt: NOW }) }) }, null],
    ["a ghost and full servers", { ghost: true, full: true }, null],
    ["servers all in maintenance", { group: groupFacts({ registered: 2, open: 0 }) }, "maintenance"],
    ["servers none of which is registered", { group: groupFacts({ registered: 0, open: 0 }) }, "unregistered"],
    ["no servers", { group: groupFacts({ machines: 0, registered: 0, open: 0 }) }, "gone"],
    ["a group that is not there", { group: null }, "gone"],
    ["a group in maintenance", { group: groupFacts({ maintenance: true }) }, "maintenance"],
    ["pooled desktops that the site powers", { group: groupFacts(pooled) }, "pooled"],
    [
      "the same, not told whether they are used again",
      { group: groupFacts({ ...pooled, reuseWithoutShutdown: null }) },
      "pooled",
    ],
    ["the same, used again without shutdown", { group: groupFacts({ ...pooled, reuseWithoutShutdown: true }) }, null],
    ["pooled desktops that nobody powers", { group: groupFacts({ pooled: true }) }, null],
    ["an own desktop", { pair: own, machine: pc() }, null],
    ["an own desktop in maintenance", { pair: own, machine: pc({ maintenance: true }) }, "maintenance"],
    [
      "an own desktop that is off",
      { pair: own, machine: pc({ registration: "Unregistered", power: "Off" }) },
      "unregistered",
    ],
    ["an own desktop that is gone", { pair: own, machine: null }, "gone"],
  ])("%s", (_, facts, why) => {
    const verdict = judgePair(pairFacts({ mechanism: "cache", pair: shared, machine: null, ...facts }));
    expect(verdict).toEqual({ coverage: why === null ? "covered" : "uncovered", why, until: null });
  });
});

describe("facts of a group", () => {
  it("counts its machines", () => {
    const machines = [
      aMachine(),
      aMachine({ maintenance: true }),
      aMachine({ registration: "Unregistered", power: "Unmanaged" }),
    ];
    expect(groupFactsOf(aGroup(), machines, undefined)).toEqual({
      ...{ pooled: false, maintenance: false, reuseWithoutShutdown: null, powerManaged: true },
      ...{ machines: 3, registered: 2, open: 1 },
    });
  });

  it.each([
    ["SingleSession", "Shared", true],
    ["SingleSession", "Private", false],
    ["MultiSession", "Shared", false],
    ["SingleSession", null, null],
    [null, "Shared", null],
    [null, null, null],
  ] as const)("%s and %s: pooled is %s", (sessionSupport, desktopKind, pooled) => {
    expect(groupFactsOf(aGroup({ sessionSupport, desktopKind }), [], undefined).pooled).toBe(pooled);
  });

  it("takes unmanaged machines for machines that nobody powers", () => {
    const facts = groupFactsOf(aGroup(), [aMachine({ power: "Unmanaged" })], {
      groupKey: "group-1",
      reuseWithoutShutdown: true,
    });
    expect(facts).toMatchObject({ powerManaged: false, reuseWithoutShutdown: true });
  });
});
