import { describe, expect, it } from "vitest";
import { UNCOVERED_REASONS } from "@/lib/domain/lease/outage";
import { mainReasons, REASON, rankedReasons, reasonLabel, verdictWords } from "./reason-words";

describe("reasons", () => {
  it("come the most frequent first, without those that nobody has; what was not read is a gap and comes last", () => {
    const ranked = rankedReasons({ expired: 3, unread: 40, pooled: 12, full: 0, ghost: 3 });
    expect(ranked.map(({ reason }) => reason)).toEqual(["pooled", "expired", "ghost", "unread"]);
  });

  it("are named shortly in a table's cell", () => {
    expect(mainReasons({ expired: 3, pooled: 12, ghost: 1 })).toBe("Pooled desktop 12, Lease ran out 3, …");
    expect(mainReasons({ expired: 3 })).toBe("Lease ran out 3");
    expect(mainReasons({})).toBe("");
  });

  it("stay as they are where a newer release names one that this screen does not know", () => {
    expect(reasonLabel("moon")).toBe("moon");
    expect(reasonLabel("toString")).toBe("toString");
  });

  it.each(UNCOVERED_REASONS)("%s has words of its own", (reason) => {
    expect(verdictWords({ coverage: "uncovered", why: reason })).toBe(REASON[reason].label);
    expect(REASON[reason].meaning).toMatch(/\.$/);
  });
});
