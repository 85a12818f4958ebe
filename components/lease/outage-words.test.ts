import { describe, expect, it } from "vitest";
import { OUTAGE_ERAS } from "@/lib/domain/lease/outage";
import { callerOutage } from "./caller-outage";
import { tabsOf } from "./lease-tabs";
import { outage } from "./outage.fixture";
import { countedWords, ERA, fallingWords, flagWord, inUseWords, outageAnswer } from "./outage-words";

const unread = { covered: null, uncovered: null, unknown: null, people: null, falling: null } as const;
const IN_USE = { since: null, sessions: 31, why: "No controller reaches the database." } as const;

describe("outageAnswer", () => {
  it("counts pairs, and is calm only where all are covered", () => {
    expect(outageAnswer(outage())).toEqual({
      tone: "warn",
      sentence: "If the database failed now: 412 of 598 could still launch.",
    });
    expect(outageAnswer(outage({ covered: 10, uncovered: 0, unknown: 0 })).tone).toBe("ok");
    expect(outageAnswer(outage({ covered: 0 })).tone).toBe("bad");
  });

  it("says who can launch while the database is away, and never calls that well", () => {
    expect(outageAnswer(outage({ inUse: IN_USE })).sentence).toBe("The database is away: 412 of 598 can still launch.");
    expect(outageAnswer(outage({ inUse: IN_USE })).tone).toBe("bad");
    expect(outageAnswer(outage({ inUse: IN_USE, uncovered: 0, unknown: 0 })).tone).toBe("warn");
  });

  it.each(["absent", "reading", "lost", "ok"] as const)(
    "never makes a number of leases that are %s and not counted",
    (state) => {
      const answer = outageAnswer(outage({ ...unread, reading: { state, asOf: null, problem: null } }));
      expect(answer.tone).toBe("unknown");
      expect(answer.sentence).not.toMatch(/\d/);
    },
  );

  it("tells a site without protection from one whose flags nobody read, and from one with nothing to launch", () => {
    expect(outageAnswer(outage({ era: "none", ...unread })).sentence).toBe(
      "If the database failed now, nobody could be brokered.",
    );
    expect(outageAnswer(outage({ era: "none", ...unread, inUse: IN_USE })).sentence).toBe(
      "The database is away: nobody can be brokered.",
    );
    const absent = { state: "absent", asOf: null, problem: null } as const;
    expect(outageAnswer(outage({ era: "unknown", ...unread, reading: absent })).sentence).toBe(
      "Nobody can tell what brokers here in an outage.",
    );
    expect(outageAnswer(outage({ covered: 0, uncovered: 0, unknown: 0 })).tone).toBe("unknown");
  });
});

describe("what stands beside the answer", () => {
  it("says what is counted, and what of it cannot be told", () => {
    expect(countedWords({ covered: 1, unknown: 0 })).toBe("Counted in pairs of a user and a desktop or application.");
    expect(countedWords({ covered: 1, unknown: 1 })).toContain("1 pair cannot be told");
    expect(countedWords({ covered: null, unknown: null })).toBeNull();
  });

  it("says who falls out, and that none does", () => {
    expect(fallingWords({ falling: { day: 18, threeDays: 42 }, inUse: null })).toBe(
      "42 fall out within 3 days, 18 of them within 24 hours, unless they launch again.",
    );
    expect(fallingWords({ falling: { day: 0, threeDays: 1 }, inUse: null })).toBe(
      "1 falls out within 3 days, none of them within 24 hours, unless they launch again.",
    );
    expect(fallingWords({ falling: { day: 0, threeDays: 0 }, inUse: null })).toBe("Nobody falls out within 3 days.");
    expect(fallingWords({ falling: null, inUse: null })).toBeNull();
  });

  it("does not speak of launching again while nothing is written anew", () => {
    expect(fallingWords({ falling: { day: 2, threeDays: 2 }, inUse: IN_USE })).toContain("if the database stays away");
  });

  it("says how many sessions there were while leases are in use", () => {
    expect(inUseWords(IN_USE)).toBe("No controller reaches the database. 31 sessions so far.");
    expect(inUseWords({ ...IN_USE, sessions: 1 })).toContain("1 session so far.");
    expect(inUseWords({ ...IN_USE, sessions: 0 })).toBe("No controller reaches the database.");
  });

  it("tells a flag that is off from one that was not read", () => {
    expect([true, false, null].map((flag) => flagWord(flag, null))).toEqual(["on", "off", "not read"]);
    expect(flagWord(null, false)).toBe("not in this release");
  });
});

describe("tabsOf", () => {
  it.each(OUTAGE_ERAS)("has something to show in the era %s, also before anything was read", (era) => {
    expect(tabsOf(outage({ era }))[0]).toBe("outage");
    expect(tabsOf(outage({ era, ...unread }))[0]).toBe("outage");
    expect(ERA[era].meaning).not.toBe("");
  });

  it("lists leases only where there may be some", () => {
    expect(tabsOf(outage())).toEqual(["outage", "pairs", "leases", "controllers"]);
    expect(tabsOf(outage({ era: "cache" }))).toEqual(["outage", "pairs", "controllers"]);
    expect(tabsOf(outage({ era: "none", ...unread }))).toEqual(["outage", "controllers"]);
    const absent = { state: "absent", asOf: null, problem: null } as const;
    expect(tabsOf(outage({ era: "unknown", ...unread, reading: absent }))).toEqual(["outage", "controllers"]);
  });
});

describe("callerOutage", () => {
  const of = (covered: number, total: number, part: Parameters<typeof outage>[0] = {}) =>
    callerOutage(outage({ covered, total, ...part }));

  it("answers for one person", () => {
    expect(of(2, 5)).toBe("If the database failed now, this person could launch 2 of 5.");
    expect(of(2, 2)).toContain("everything they have (2)");
    expect(of(0, 2)).toContain("nothing of what they have");
    expect(of(1, 2, { inUse: IN_USE })).toBe("The database is away: this person can launch 1 of 2.");
    expect(of(0, 0)).toBe("Nothing is known that this person could launch.");
  });

  it("says why nobody can tell", () => {
    const lost = { state: "lost", asOf: null, problem: null } as const;
    expect(callerOutage(outage({ ...unread, reading: lost }))).toContain("Leases: last reading failed.");
    expect(callerOutage(outage({ era: "unknown", ...unread }))).toContain("flags");
    expect(callerOutage(outage({ era: "none", ...unread }))).toBe(ERA.none.meaning);
  });
});
