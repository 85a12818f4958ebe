import { describe, expect, it } from "vitest";
import { counted, partOf, percent, trendSummary } from "./trend-shape";

const at = (hour: number) => `2026-11-21T${String(hour).padStart(2, "0")}:00:00.000Z`;
const point = (hour: number, covered: number, uncovered: number) => ({ at: at(hour), covered, uncovered });
const hourOf = (instant: number) => new Date(instant).toISOString().slice(11, 16);

describe("the chart of coverage", () => {
  it("leaves out when nothing was counted", () => {
    expect(counted([point(0, 1, 1), point(1, 0, 0), point(6, 3, 1)])).toEqual([
      { at: Date.parse(at(0)), covered: 1, uncovered: 1, part: 0.5 },
      { at: Date.parse(at(6)), covered: 3, uncovered: 1, part: 0.75 },
    ]);
  });

  it("has nothing to say of fewer than two points", () => {
    expect(trendSummary([], hourOf)).toBeNull();
    expect(trendSummary(counted([point(0, 1, 1), point(1, 0, 0)]), hourOf)).toBeNull();
  });

  it("is told in words as well", () => {
    expect(trendSummary(counted([point(0, 9, 1), point(5, 1, 1), point(8, 8, 2)]), hourOf)).toBe(
      "90 % at 00:00, 80 % now. The lowest was 50 % at 05:00.",
    );
    expect(trendSummary(counted([point(0, 9, 1), point(8, 8, 2)]), hourOf)).toBe("90 % at 00:00, 80 % now.");
  });

  it("never says all of less than all", () => {
    expect(percent(999 / 1000)).toBe("99 %");
    expect(percent(1)).toBe("100 %");
    expect(partOf({ covered: 0, uncovered: 0 })).toBeNull();
  });
});
