import type { Instant } from "../site";
import type { Standby } from "./limits";

/** Pre-launched and lingering sessions that make room: where a load threshold is passed those that stand by the longest end first (SDK: New-BrokerSessionLinger). */

/** A session that stands by as its group's setting has it. */
export interface StandingBy {
  readonly sessionKey: string;
  readonly machineKey: string | null;
  /** Null where nobody knows since when. */
  readonly appSince: Instant | null;
}

/** Load indexes, 0 to 10000; null where nobody knows. */
export interface GroupLoad {
  readonly average: number | null;
  machine(machineKey: string): number | null;
}

type Thresholds = Pick<Standby, "averageLoadMost" | "machineLoadMost">;

/**
 * Sessions of one group and one kind that a passed threshold ends, in the order in which they go. How many of them go depends on what each frees,
 * which nobody can tell beforehand. One that has stood by for an unknown time comes last.
 */
export function endedByLoad<TSession extends StandingBy>(
  sessions: readonly TSession[],
  { averageLoadMost, machineLoadMost }: Thresholds,
  load: GroupLoad,
): TSession[] {
  const groupIsFull = isPassed(averageLoadMost, load.average);
  const isInTheWay = ({ machineKey }: TSession) =>
    groupIsFull || (machineKey !== null && isPassed(machineLoadMost, load.machine(machineKey)));
  return sessions.filter(isInTheWay).sort(byAge);
}

/** A threshold of 0 is none. */
function isPassed(threshold: number, load: number | null): boolean {
  return threshold > 0 && load !== null && load >= threshold;
}

function byAge(a: StandingBy, b: StandingBy): number {
  const [first, second] = [a.appSince ?? Number.POSITIVE_INFINITY, b.appSince ?? Number.POSITIVE_INFINITY];
  if (first !== second) return first - second;
  return a.sessionKey < b.sessionKey ? -1 : a.sessionKey > b.sessionKey ? 1 : 0;
}
