import type { OutageResponse } from "@/lib/api/contract/leases";

/** How coverage went, as points of a chart and as a sentence. */

export type TrendPoint = OutageResponse["trend"][number];

/** The part of all pairs that were covered, 0 to 1; null where nothing was counted. */
export function partOf({ covered, uncovered }: Pick<TrendPoint, "covered" | "uncovered">): number | null {
  const all = covered + uncovered;
  return all === 0 ? null : covered / all;
}

interface Placed {
  readonly at: string;
  /** 0 to 1: from the first instant to the last. */
  readonly x: number;
  readonly part: number;
  readonly point: TrendPoint;
}

/** The points that have a part, placed by time. */
export function placed(trend: readonly TrendPoint[]): Placed[] {
  const first = Date.parse(trend[0]?.at ?? "");
  const span = Date.parse(trend.at(-1)?.at ?? "") - first;
  return trend.flatMap((point) => {
    const part = partOf(point);
    if (part === null) return [];
    return [{ at: point.at, x: span > 0 ? (Date.parse(point.at) - first) / span : 0, part, point }];
  });
}

/** The line of the chart and the area under it, in a box of the given size. Null with fewer than two points. */
export function chartPaths(points: readonly Placed[], width: number, height: number) {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return null;
  const steps = points.map(({ x, part }) => `${round(x * width)},${round((1 - part) * height)}`);
  const line = `M${steps.join("L")}`;
  return { line, area: `${line}L${round(last.x * width)},${height}L${round(first.x * width)},${height}Z` };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** `71 %`: rounded down, so that 100 % is said of nothing less. */
export function percent(part: number): string {
  return `${Math.floor(part * 100)} %`;
}

/** What the chart shows, for those who do not see it: where it began, where it is, and its lowest. */
export function trendSummary(trend: readonly TrendPoint[], tell: (at: string) => string): string | null {
  const points = placed(trend);
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return null;
  const lowest = points.reduce((least, point) => (point.part < least.part ? point : least));
  const began = `${percent(first.part)} at ${tell(first.at)}, ${percent(last.part)} now.`;
  const fell = lowest.part < Math.min(first.part, last.part);
  return fell ? `${began} The lowest was ${percent(lowest.part)} at ${tell(lowest.at)}.` : began;
}
