import type { Instant } from "../../site";
import type { Span } from "../what-if";

/** Arithmetic of times. A stretch is half open: its first instant is in it, its last is not. Lists are in order and apart. */
export interface Stretch {
  readonly from: Instant;
  /** Infinity where it never ends. */
  readonly to: Instant;
}

/** Spans with every open end at `end`, cut to what lies within. */
export function closed(spans: readonly Span[], within: Stretch): Stretch[] {
  const found: Stretch[] = [];
  for (const span of spans) {
    const from = Math.max(span.from, within.from);
    const to = Math.min(span.to ?? within.to, within.to);
    if (from < to) found.push({ from, to });
  }
  return found;
}

export function clipped(stretches: readonly Stretch[], within: Stretch): Stretch[] {
  return closed(stretches, within);
}

/** All that lies in at least one of them, in any order and overlapping as they may be. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const whole: { from: Instant; to: Instant }[] = [];
  for (const { from, to } of stretches.filter((each) => each.from < each.to).sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

export function shared(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  return some.flatMap((each) => clipped(others, each));
}

export function without(stretches: readonly Stretch[], holes: readonly Stretch[]): Stretch[] {
  let rest = [...stretches];
  for (const hole of holes) {
    rest = rest.flatMap(({ from, to }) => {
      const parts = [
        { from, to: Math.min(to, hole.from) },
        { from: Math.max(from, hole.to), to },
      ];
      return parts.filter((part) => part.from < part.to);
    });
  }
  return rest;
}
