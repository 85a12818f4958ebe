import type { Instant } from "../../site";
import type { ReplayLimits, SessionTrace } from "../what-if";
import { type Expiry, expiryOf, isOff, type StandbyKind } from "./expiry";
import { closed, type Stretch, united } from "./stretch";

/** A time in which an application session stood by: nobody's application ran in it. */
export interface Standby {
  readonly kind: StandbyKind;
  readonly since: Instant;
  /** When the next application began; Infinity where none did before the session's end. */
  readonly until: Instant;
  readonly now: Expiry;
  readonly changed: Expiry;
}

/** Timers run out late, and the tables hear of it later: how far two dates may be apart and still be one event. */
export const TOLERANCE_MS = 2 * 60_000;

/** The tolerance for a timer of this length: a kiosk's limit of a minute must not swallow everything that happens. */
export function toleranceOf(limitMs: number): number {
  return limitMs > 0 ? Math.min(TOLERANCE_MS, limitMs / 2) : TOLERANCE_MS;
}

/** While an application ran; null where that is not known, or has no meaning. */
export function workingOf(trace: SessionTrace, life: Stretch): Stretch[] | null {
  return trace.isApplication && trace.working.length > 0 ? united(closed(trace.working, life)) : null;
}

interface Lived {
  readonly trace: SessionTrace;
  readonly life: Stretch;
  /** While it was connected, as recorded. */
  readonly connected: readonly Stretch[];
}

/** The times in which it stood by, in order, with when their timers run out now and under the changed limits. */
export function standbysOf({ trace, life, connected }: Lived, now: ReplayLimits, changed: ReplayLimits): Standby[] {
  if (!trace.isApplication) return [];
  const working = workingOf(trace, life) ?? [];
  const found = working.map(({ to }, index) => ({
    kind: "linger" as const,
    since: to,
    until: working[index + 1]?.from ?? Number.POSITIVE_INFINITY,
  }));
  const times = [...aheadOf(trace, life, working, now), ...found].filter(({ since }) =>
    since < life.to ? true : endedByItsPerson(connected, life, now),
  );
  return times.map(({ kind, since, until }) => ({
    ...{ kind, since, until },
    now: expiryOf(kind, since, now),
    changed: expiryOf(kind, since, changed),
  }));
}

/** A session is taken for one that was started ahead where its group does that and its first application was long in coming. */
function aheadOf(trace: SessionTrace, life: Stretch, working: readonly Stretch[], now: ReplayLimits) {
  const until = working[0]?.from ?? Number.POSITIVE_INFINITY;
  const isAhead = Math.min(until, life.to) - trace.readyAt > TOLERANCE_MS;
  return isAhead && !isOff(now, "pre-launch") ? [{ kind: "pre-launch" as const, since: trace.readyAt, until }] : [];
}

/** Its last application closed with it: where nothing lingers, that is how a person ends it, if one was connected. */
function endedByItsPerson(connected: readonly Stretch[], life: Stretch, now: ReplayLimits): boolean {
  return isOff(now, "linger") && connected.at(-1)?.to === life.to;
}
