import { describe, expect, it } from "vitest";
import { elsewhereWords, pendingWords, type Skip, skippedDescription, skippedMeaning } from "./skipped-words";

const NOW = Date.parse("2026-11-21T10:16:00Z");
const skip: Skip = {
  pending: 3,
  tolerance: 2,
  skipped: true,
  skippedSince: "2026-11-21T09:42:00.000Z",
  wentElsewhere: 14,
};
const say = (change: Partial<Skip>) => skippedDescription({ ...skip, ...change }, NOW, "Europe/Vienna");

describe("pending logons", () => {
  it("stand beside the tolerance", () => {
    expect(pendingWords(skip)).toBe("3 of 2");
    expect(pendingWords({ pending: 0, tolerance: 1000 })).toBe("0 of 1,000");
  });

  it("are unknown, not none, where nobody counts them", () => {
    expect(pendingWords({ pending: null, tolerance: 2 })).toBeNull();
  });
});

describe("a server that is being skipped", () => {
  it("says since when, how many went elsewhere, and what that means", () => {
    expect(say({})).toBe(
      "Since 10:42, 14 sessions went elsewhere. Load balancing sends nobody here while 2 or more logons are pending.",
    );
    expect(say({ wentElsewhere: 1 })).toContain("1 session went elsewhere");
  });

  it("tells none from not counted", () => {
    expect(elsewhereWords({ wentElsewhere: 0 })).toBe("no session went elsewhere yet");
    expect(elsewhereWords({ wentElsewhere: null })).toBeNull();
  });

  it("leaves out what nobody can tell", () => {
    expect(say({ wentElsewhere: null })).toMatch(/^Since 10:42\. Load/);
    expect(say({ skippedSince: null })).toMatch(/^14 sessions went elsewhere\. Load/);
    expect(say({ skippedSince: null, wentElsewhere: null })).toBe(skippedMeaning(skip));
  });

  it("speaks of one logon where one is enough", () => {
    expect(skippedMeaning({ tolerance: 1 })).toBe("Load balancing sends nobody here while a logon is pending.");
  });
});
