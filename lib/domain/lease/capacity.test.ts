import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Crowd, capacityOf, crowdedOut, judgeMachine } from "./capacity";
import { aLease, anEnumeration, aPair, NOW, pairFacts } from "./lease.fixture";

describe("the places of a machine", () => {
  it.each([
    ["SingleSession", null, 0, 1, false],
    ["SingleSession", 10_000, 1, 1, false],
    ["MultiSession", 5_000, 10, 20, true],
    ["MultiSession", 4_000, 3, 7, true],
    ["MultiSession", 9_999, 30, 30, true],
    ["MultiSession", 10_000, 30, 30, true],
    ["MultiSession", 10_000, 0, 0, true],
    ["MultiSession", 3_999, 10, null, true],
    ["MultiSession", 5_000, 2, null, true],
    ["MultiSession", 0, 0, null, true],
    ["MultiSession", null, 30, null, true],
    ["Unknown", 5_000, 30, null, true],
    [null, 5_000, 30, null, true],
  ] as const)("%s, load %s with %d sessions: %s", (sessionSupport, loadIndex, sessions, places, estimated) => {
    expect(capacityOf({ sessionSupport, loadIndex }, sessions)).toEqual({ places, estimated });
  });
});

const crowd = (places: number | null, present: readonly string[] = [], sessions = present.length): Crowd => ({
  capacity: { places, estimated: true },
  sessions,
  present: new Set(present),
});
const at = (userKey: string, launchedAt: number) => ({ userKey, launchedAt });

describe("who is crowded out", () => {
  const three = [at("ann", 10), at("bob", 30), at("cyd", 20)];
  it.each<[string, Crowd, string[]]>([
    ["nobody, where nobody knows how many it takes", crowd(null), []],
    ["nobody, where all have a place", crowd(3), []],
    ["who launched longest ago", crowd(2), ["ann"]],
    ["all but the last", crowd(1), ["cyd", "ann"]],
    ["all, where there is no place", crowd(0), ["bob", "cyd", "ann"]],
    ["not who has a session there", crowd(2, ["ann"]), ["cyd"]],
    ["whom sessions of others leave no place", crowd(3, [], 2), ["cyd", "ann"]],
    ["nobody who is there, though it holds too many", crowd(1, ["ann", "bob", "cyd"]), []],
  ])("%s", (_, there, out) => {
    expect([...crowdedOut(there, three)]).toEqual(out);
  });

  it("counts a person once, by the latest launch", () => {
    expect([...crowdedOut(crowd(1), [at("ann", 10), at("bob", 20), at("ann", 30)])]).toEqual(["bob"]);
  });

  it("leaves as many as there are places, in whatever order they are named", () => {
    const people = fc.uniqueArray(fc.record({ userKey: fc.string(), launchedAt: fc.nat(5) }), {
      selector: (each) => each.userKey,
    });
    fc.assert(
      fc.property(people, fc.nat(12), fc.nat(12), (wanting, places, sessions) => {
        const out = crowdedOut(crowd(places, [], sessions), wanting);
        expect(wanting.length - out.size).toBe(Math.min(wanting.length, Math.max(0, places - sessions)));
        expect([...crowdedOut(crowd(places, [], sessions), [...wanting].reverse())]).toEqual([...out]);
      }),
    );
  });
});

describe("all pairs of one machine", () => {
  const leasedTo = (userKey: string, modifiedAt: number, said: object = {}) =>
    pairFacts({ pair: aPair({ userKey, launch: aLease({ modifiedAt, ...said }), enumeration: anEnumeration() }) });

  it("only who would be covered otherwise takes a place", () => {
    const facts = [
      leasedTo("ann", 10),
      leasedTo("bob", 30, { expiresAt: NOW }),
      leasedTo("cyd", 20),
      { ...leasedTo("dan", 40), ghost: true },
    ];
    expect(judgeMachine(facts, crowd(1)).map(({ why }) => why)).toEqual(["full", "expired", null, "ghost"]);
  });

  it("all pairs of a person share the place", () => {
    const facts = [leasedTo("ann", 10), leasedTo("bob", 20), leasedTo("ann", 30)];
    expect(judgeMachine(facts, crowd(1)).map(({ why }) => why)).toEqual([null, "full", null]);
  });

  it("judges anew: who was full before is not for that reason", () => {
    const facts = [{ ...leasedTo("ann", 10), full: true }];
    expect(judgeMachine(facts, crowd(1)).map(({ coverage }) => coverage)).toEqual(["covered"]);
  });

  it("crowds out nobody where load is balanced", () => {
    const facts = [leasedTo("ann", 10), leasedTo("bob", 20)].map((each) => ({ ...each, mechanism: "cache" as const }));
    expect(judgeMachine(facts, crowd(0)).map(({ coverage }) => coverage)).toEqual(["covered", "covered"]);
  });
});
