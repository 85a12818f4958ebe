import type { GhostClass } from "@/lib/domain/ghost/classes";

/** Counts that add up over sites. */

export interface Tally {
  /** Faults that stood long enough to count, and those that did not. */
  due: number;
  short: number;
  /** Of those due: pointed at while they stood; confirmed while they stood. */
  found: number;
  confirmed: number;
  /** What was pointed at, and how much of it was one. */
  sightings: number;
  right: number;
  confirmedSightings: number;
  confirmedRight: number;
  /** Milliseconds from the fault to the first sighting of it, and to its confirmation. */
  readonly toSuspect: number[];
  readonly toConfirm: number[];
}

export function newTally(): Tally {
  return {
    due: 0,
    short: 0,
    found: 0,
    confirmed: 0,
    sightings: 0,
    right: 0,
    confirmedSightings: 0,
    confirmedRight: 0,
    toSuspect: [],
    toConfirm: [],
  };
}

const COUNTS = [
  "due",
  "short",
  "found",
  "confirmed",
  "sightings",
  "right",
  "confirmedSightings",
  "confirmedRight",
] as const satisfies readonly (keyof Tally)[];

export function addTally(to: Tally, from: Tally): void {
  for (const name of COUNTS) to[name] += from[name];
  for (const each of from.toSuspect) to.toSuspect.push(each);
  for (const each of from.toConfirm) to.toConfirm.push(each);
}

export function addCounts(to: Record<string, number>, from: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(from)) to[name] = (to[name] ?? 0) + count;
}

/** A mistake with what it takes to look at it again. */
export interface Mistake {
  readonly seed: number;
  readonly size: string;
  readonly kind: "wrong" | "wrong class" | "missed" | "not confirmed";
  readonly class: GhostClass;
  /** What was true: a scenario, or null for an ordinary session. */
  readonly truth: string | null;
  readonly subject: string;
  readonly at: string;
}
