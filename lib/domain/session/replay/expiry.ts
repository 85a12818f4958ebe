import type { Instant } from "../../site";
import type { ReplayedTimer, ReplayLimits } from "../what-if";

/**
 * When the two timers of a session that stands by run out (broker SDK, session pre-launch and linger): the disconnect timer does not
 * go beyond the terminate timer, equal means that it ends at once, 0 is off. Both off: there is no such standing by.
 */
export interface Expiry {
  /** Infinity: never, or nobody knows. */
  readonly disconnectAt: Instant;
  readonly endAt: Instant;
}

export type StandbyKind = "pre-launch" | "linger";
const NEVER = Number.POSITIVE_INFINITY;

interface Pair {
  readonly disconnect: number | null;
  readonly terminate: number | null;
}

function pairOf(limits: ReplayLimits, kind: StandbyKind): Pair {
  return { disconnect: limits[`${kind}-disconnect`], terminate: limits[`${kind}-terminate`] };
}

/** Whether neither timer of this kind runs, and both are known not to. */
export function isOff(limits: ReplayLimits, kind: StandbyKind): boolean {
  const { disconnect, terminate } = pairOf(limits, kind);
  return disconnect === 0 && terminate === 0;
}

/** When a session that stands by since then is disconnected and ended. A pre-launched one lingers after its time, where the group does. */
export function expiryOf(kind: StandbyKind, since: Instant, limits: ReplayLimits): Expiry {
  const own = ownExpiry(kind, since, limits);
  if (kind === "linger" || own.endAt === NEVER || isOff(limits, kind) || isOff(limits, "linger")) return own;
  const lingering = ownExpiry("linger", own.endAt, limits);
  return { disconnectAt: Math.min(own.disconnectAt, lingering.disconnectAt), endAt: lingering.endAt };
}

function ownExpiry(kind: StandbyKind, since: Instant, limits: ReplayLimits): Expiry {
  if (isOff(limits, kind)) return { disconnectAt: NEVER, endAt: since };
  const { disconnect, terminate } = pairOf(limits, kind);
  const endAt = terminate ? since + terminate : NEVER;
  const disconnectAt = disconnect ? since + disconnect : NEVER;
  return { disconnectAt: disconnectAt < endAt ? disconnectAt : NEVER, endAt };
}

/** What is wrong with limits that somebody asks for: the timer, and a sentence for people; null where nothing is. */
export function faultOfLimits(
  limits: ReplayLimits,
): { readonly timer: ReplayedTimer; readonly sentence: string } | null {
  const isFault = (ms: number | null) => ms !== null && !(Number.isFinite(ms) && ms >= 0);
  const wrong = (Object.keys(limits) as ReplayedTimer[]).find((timer) => isFault(limits[timer]));
  if (wrong) return { timer: wrong, sentence: "A time limit is a number of minutes; 0 is off." };
  for (const kind of ["pre-launch", "linger"] as const) {
    const { disconnect, terminate } = pairOf(limits, kind);
    if (!disconnect || !terminate || disconnect <= terminate) continue;
    const sentence = `The ${kind} disconnect time must not be longer than the ${kind} terminate time.`;
    return { timer: `${kind}-disconnect`, sentence };
  }
  return null;
}

/**
 * The limits to replay: what is not given stays as it is now. A group that does not start sessions ahead now cannot be replayed as one
 * that does, since nobody knows whose sessions these would be.
 */
export function limitsToReplay(now: ReplayLimits, then: ReplayLimits): ReplayLimits {
  const keepsOff = isOff(now, "pre-launch");
  return {
    disconnected: then.disconnected ?? now.disconnected,
    "pre-launch-disconnect": keepsOff ? 0 : (then["pre-launch-disconnect"] ?? now["pre-launch-disconnect"]),
    "pre-launch-terminate": keepsOff ? 0 : (then["pre-launch-terminate"] ?? now["pre-launch-terminate"]),
    "linger-disconnect": then["linger-disconnect"] ?? now["linger-disconnect"],
    "linger-terminate": then["linger-terminate"] ?? now["linger-terminate"],
  };
}

/** Farther back no session is looked for that could live on into the time asked for. */
const REACH_BACK_MS_MAX = 7 * 24 * 3_600_000;

/**
 * How long before the time asked for a session can have ended and still matter: as long as limits that are longer than now let it live
 * on, a week at most. `changed` as {@link limitsToReplay} gives it.
 */
export function reachBackMs(now: ReplayLimits, changed: ReplayLimits): number {
  const timers = Object.keys(now) as ReplayedTimer[];
  const isLonger = (timer: ReplayedTimer) => {
    const [before, after] = [now[timer], changed[timer]];
    return before !== null && after !== null && after !== before && (after === 0 || after > before);
  };
  if (!timers.some(isLonger)) return 0;
  const reach = timers.reduce((sum, timer) => sum + (isLonger(timer) ? changed[timer] || REACH_BACK_MS_MAX : 0), 0);
  return Math.min(REACH_BACK_MS_MAX, reach + (changed["linger-terminate"] ?? 0));
}
