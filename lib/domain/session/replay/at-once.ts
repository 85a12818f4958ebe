import type { Instant } from "../../site";
import type { Stretch } from "./stretch";

/** The time that is counted, and into how long steps its series is cut. */
export interface Counted {
  readonly from: Instant;
  readonly to: Instant;
  readonly stepMs: number;
}

const STEPS_MAX = 340;
/** Steps that an axis of time can be read by, in minutes. */
const STEP_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1_440];

/** The shortest of the steps above of which no more than 340 are needed. */
export function stepMsFor(spanMs: number): number {
  const fits = STEP_MINUTES.map((minutes) => minutes * 60_000).find((stepMs) => spanMs / stepMs <= STEPS_MAX);
  return fits ?? Math.ceil(spanMs / STEPS_MAX);
}

export interface AtOnce {
  readonly peak: number;
  /** Average over the whole time. */
  readonly mean: number;
  /** The most at one time within each step. */
  readonly steps: readonly number[];
}

/** How many of these stretches hold at one time: exact, from one beginning or end to the next; who leaves makes room for who comes. */
export function atOnce(stretches: readonly Stretch[], { from, to, stepMs }: Counted): AtOnce {
  const within = stretches.filter((each) => each.from < to && each.to > from && each.from < each.to);
  const begins = Float64Array.from(within, (each) => Math.max(each.from, from)).sort();
  const ends = Float64Array.from(within, (each) => Math.min(each.to, to)).sort();
  const steps = new Array<number>(Math.ceil((to - from) / stepMs)).fill(0);
  let [level, peak, total, ended, at] = [0, 0, 0, 0, from];
  const holdUntil = (until: Instant) => {
    if (until <= at) return;
    total += level * (until - at);
    peak = Math.max(peak, level);
    const last = Math.ceil((until - from) / stepMs);
    for (let step = Math.floor((at - from) / stepMs); step < last; step += 1)
      steps[step] = Math.max(steps[step] ?? 0, level);
    at = until;
  };
  for (const begin of begins) {
    for (let end = ends[ended] ?? to; ended < ends.length && end <= begin; end = ends[ended] ?? to) {
      holdUntil(end);
      level -= 1;
      ended += 1;
    }
    holdUntil(begin);
    level += 1;
  }
  for (const end of ends.subarray(ended)) {
    holdUntil(end);
    level -= 1;
  }
  return { peak, mean: to > from ? total / (to - from) : 0, steps };
}
