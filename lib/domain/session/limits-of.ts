import type { Instant, Session } from "../site";
import type { DeadlineEnd } from "./deadline";
import type { LifeState } from "./life";
import type { Limit, TimerBook } from "./limits";
import { endsAtLimit, machineLimit } from "./machine-limits";
import { placeOf } from "./place";
import { powerLimit } from "./power-limit";
import { standbyLimits, wouldLinger } from "./standby-limits";

/** Which timers run in a session now, with what is known of their limits. */

export interface RunningTimer {
  readonly limit: Limit;
  /** Null where nobody knows. */
  readonly since: Instant | null;
  readonly becomes: DeadlineEnd;
}

/** Every limit that drives the session now, those that are off or unknown included. `now` is for the steps of power policies alone. */
export function limitsOf(session: Session, book: TimerBook, now?: Instant): readonly Limit[] {
  return runningTimers(session, placeOf(session), book, now).map(({ limit }) => limit);
}

/** Empty where the session has no place in the diagram. */
export function runningTimers(
  session: Session,
  place: LifeState | null,
  book: TimerBook,
  now?: Instant,
): readonly RunningTimer[] {
  switch (place) {
    case "pre-launched-active":
      return [...preLaunch(session, book, false), ...whileConnected(session, book)];
    case "pre-launched-disconnected":
      return [...preLaunch(session, book, true), ...whileDisconnected(session, book, now)];
    case "interactive-active":
    case "interactive-idle":
      return whileConnected(session, book);
    case "interactive-disconnected":
      return whileDisconnected(session, book, now);
    case "lingering-active":
      return [...linger(session, book, false), ...whileConnected(session, book)];
    case "lingering-disconnected":
      return [...linger(session, book, true), ...whileDisconnected(session, book, now)];
    case null:
    case "starting":
    case "ended":
      return [];
  }
}

function preLaunch(session: Session, { groups }: TimerBook, disconnected: boolean): RunningTimer[] {
  const limits = standbyLimits(session, "pre-launch", groups);
  const becomes = wouldLinger(session, groups) ? "lingers" : "ends";
  return standby(session, limits, becomes, disconnected);
}

function linger(session: Session, { groups }: TimerBook, disconnected: boolean): RunningTimer[] {
  return standby(session, standbyLimits(session, "linger", groups), "ends", disconnected);
}

function standby(
  { appSince }: Session,
  { disconnect, terminate }: ReturnType<typeof standbyLimits>,
  becomes: DeadlineEnd,
  disconnected: boolean,
): RunningTimer[] {
  const end: RunningTimer = { limit: terminate, since: appSince, becomes };
  return disconnected ? [end] : [{ limit: disconnect, since: appSince, becomes: "disconnects" }, end];
}

/** Nobody can read the limit of session reliability: it stands in a Citrix policy and in no registry value that is documented. */
const RELIABILITY: Limit = { kind: "unknown", timer: "session-reliability" };

function whileConnected(session: Session, book: TimerBook): RunningTimer[] {
  const becomes = endsAtLimit(session, book) ? "ends" : "disconnects";
  const timers: RunningTimer[] = [];
  if (session.idleSince !== null) {
    timers.push({ limit: machineLimit(session, "idle", book), since: session.idleSince, becomes });
  }
  timers.push({ limit: machineLimit(session, "connection", book), since: connectedSince(session), becomes });
  if (session.state === "Reconnecting")
    timers.push({ limit: RELIABILITY, since: session.since, becomes: "disconnects" });
  return timers;
}

/** The beginning of the present connection: the limit is one of uninterrupted time. */
function connectedSince({ startedAt, brokeredAt, logOnStartedAt }: Session): Instant | null {
  const latest = Math.max(startedAt ?? 0, brokeredAt ?? 0, logOnStartedAt ?? 0);
  return latest === 0 ? null : latest;
}

/** Power management is for single-session machines alone. */
function whileDisconnected(session: Session, book: TimerBook, now?: Instant): RunningTimer[] {
  const timers: RunningTimer[] = [
    { limit: machineLimit(session, "disconnected", book), since: session.since, becomes: "ends" },
  ];
  if (session.sessionSupport === "SingleSession") {
    timers.push({ limit: powerLimit(session, book.groups, now), since: session.since, becomes: "machine" });
  }
  return timers;
}
