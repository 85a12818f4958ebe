import type { OutageResponse } from "@/lib/api/contract/leases";

/** How coverage went, as points of a chart and as a sentence. */

export type TrendPoint = OutageResponse["trend"][number];

/** The part of all pairs that were covered, 0 to 1; null where nothing was counted. */
export function partOf({ covered, uncovered }: Pick<TrendPoint, "covered" | "uncovered">): number | null {
  const all = covered + uncovered;
  return all === 0 ? null : covered / all;
}

export interface CountedPoint extends Pick<TrendPoint, "covered" | "uncovered"> {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly part: number;
}

/** The points that have a part. */
export function counted(trend: readonly TrendPoint[]): CountedPoint[] {
  return trend.flatMap((point) => {
    const part = partOf(point);
    return part === null ? [] : [{ ...point, at: Date.parse(point.at), part }];
  });
}

/** `71 %`: rounded down, so that 100 % is said of nothing less. */
export function percent(part: number): string {
  return `${Math.floor(part * 100)} %`;
}

/** What the chart shows, for those who do not see it: where it began, where it is, and its lowest. Null with fewer than two points. */
export function trendSummary(points: readonly CountedPoint[], tell: (at: number) => string): string | null {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return null;
  const lowest = points.reduce((least, point) => (point.part < least.part ? point : least));
  const began = `${percent(first.part)} at ${tell(first.at)}, ${percent(last.part)} now.`;
  const fell = lowest.part < Math.min(first.part, last.part);
  return fell ? `${began} The lowest was ${percent(lowest.part)} at ${tell(lowest.at)}.` : began;
}
