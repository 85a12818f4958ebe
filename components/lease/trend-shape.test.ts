import { describe, expect, it } from "vitest";
import { chartPaths, partOf, percent, placed, trendSummary } from "./trend-shape";

const at = (hour: number) => `2026-11-21T${String(hour).padStart(2, "0")}:00:00.000Z`;
const point = (hour: number, covered: number, uncovered: number) => ({ at: at(hour), covered, uncovered });
const hourOf = (text: string) => text.slice(11, 16);

describe("the chart of coverage", () => {
  it("places points by time, and leaves out when nothing was counted", () => {
    const points = placed([point(0, 1, 1), point(1, 0, 0), point(6, 3, 1), point(8, 1, 0)]);
    expect(points.map(({ x, part }) => [x, part])).toEqual([
      [0, 0.5],
      [0.75, 0.75],
      [1, 1],
    ]);
    expect(chartPaths(points, 100, 10)).toEqual({
      line: "M0,5L75,2.5L100,0",
      area: "M0,5L75,2.5L100,0L100,10L0,10Z",
    });
  });

  it("draws nothing of fewer than two points", () => {
    expect(chartPaths(placed([]), 100, 10)).toBeNull();
    expect(chartPaths(placed([point(0, 1, 1)]), 100, 10)).toBeNull();
    expect(trendSummary([point(0, 1, 1)], hourOf)).toBeNull();
  });

  it("is told in words as well", () => {
    expect(trendSummary([point(0, 9, 1), point(5, 1, 1), point(8, 8, 2)], hourOf)).toBe(
      "90 % at 00:00, 80 % now. The lowest was 50 % at 05:00.",
    );
    expect(trendSummary([point(0, 9, 1), point(8, 8, 2)], hourOf)).toBe("90 % at 00:00, 80 % now.");
  });

  it("never says all of less than all", () => {
    expect(percent(999 / 1000)).toBe("99 %");
    expect(percent(1)).toBe("100 %");
    expect(partOf({ covered: 0, uncovered: 0 })).toBeNull();
  });
});
