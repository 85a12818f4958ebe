import { describe, expect, it } from "vitest";
import { aPace, aSession, BEGAN, MINUTE, SECOND } from "./facts.fixture";
import { isStorm, logonGrace, whileFilledIn } from "./grace";
import { usualSettings } from "./settings";

const peers = (facts: object) => ({ finished: 0, unfinished: 0, medianMs: null, longestMs: null, ...facts });
const settings = usualSettings();
const graceAt = (longestMs: number | null, around: object = {}, changes: Partial<typeof settings> = {}) => {
  const pace = aPace({ longestMs, medianMs: 30 * SECOND }, around);
  const { ms, raisedBy } = logonGrace({ pace, settings: { ...settings, ...changes } }, 10, BEGAN);
  return [ms, raisedBy];
};

describe("a storm of logons", () => {
  it.each([
    ["nine logons are no crowd", { unfinished: 9 }, false],
    ["ten of which none is through", { unfinished: 10 }, true],
    ["as many through as not", { finished: 5, unfinished: 5 }, false],
    ["one more is not through", { finished: 5, unfinished: 6 }, true],
    ["three times the usual", { finished: 10, medianMs: 90 * SECOND }, false],
    ["more than three times the usual", { finished: 10, medianMs: 90 * SECOND + 1 }, true],
  ])("%s", (_what, facts, expected) => {
    expect(isStorm(peers(facts), 30 * SECOND)).toBe(expected);
  });

  it("is not told by slowness where nothing is known to be usual", () => {
    expect(isStorm(peers({ finished: 50, medianMs: 60 * MINUTE }), null)).toBe(false);
  });
});

describe("the grace of a logon", () => {
  it.each([
    ["its floor where no logon is known", null, {}, [10 * MINUTE, null]],
    ["its floor where logons are quick", 8 * MINUTE, {}, [10 * MINUTE, null]],
    ["a quarter above the longest of the site", 12 * MINUTE, {}, [15 * MINUTE, "site"]],
    ["whole milliseconds", 8 * MINUTE + 1, {}, [10 * MINUTE + 2, "site"]],
    ["a quarter above the longest around it", 2 * MINUTE, { longestMs: 16 * MINUTE }, [20 * MINUTE, "crowd"]],
    ["half above a hung logon's in a storm", 2 * MINUTE, { unfinished: 10 }, [30 * MINUTE, "storm"]],
    ["the longest of several reasons", 40 * MINUTE, { unfinished: 10 }, [50 * MINUTE, "site"]],
    ["never beyond the limit", 10 * 60 * MINUTE, {}, [60 * MINUTE, "site"]],
  ])("is %s", (_what, longestMs, around, expected) => {
    expect(graceAt(longestMs, around)).toEqual(expected);
  });

  it("stays at a floor that is set above the limit", () => {
    expect(graceAt(600 * MINUTE, {}, { graceMostMinutes: 5 })[0]).toBe(10 * MINUTE);
  });

  it("is half as long again while the row is filled in", () => {
    const grace = { ms: 10 * MINUTE, raisedBy: null, peers: peers({}) };
    expect(whileFilledIn(grace, aSession({ unresolved: true })).ms).toBe(15 * MINUTE);
    expect(whileFilledIn(grace, aSession())).toBe(grace);
  });
});
