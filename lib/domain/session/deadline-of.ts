import type { Instant, Session } from "../site";
import type { Deadline, Ends, NoDeadline } from "./deadline";
import type { LifeState, Timer } from "./life";
import type { TimerBook } from "./limits";
import { type RunningTimer, runningTimers } from "./limits-of";
import { isNotBrokered, placeOf } from "./place";

/**
 * The next deadline of a session by its record and the limits that were read, or why there is none. It does not move with the clock, but for one: a
 * power policy may have two steps, and without `now` the first is told though it has passed (`becomes` is then "machine").
 */
export function endsOf(session: Session, book: TimerBook, now?: Instant): Ends {
  const place = placeOf(session);
  const timers = runningTimers(session, place, book, now);
  const unknown = timers.filter(isUnknown).map(({ limit }) => limit.timer);
  let next: Deadline | null = null;
  for (const { limit, since, becomes } of timers) {
    if (limit.kind !== "set" || since === null) continue;
    const at = since + limit.ms;
    if (next !== null && next.at <= at) continue;
    const { timer, source, readAt } = limit;
    next = { at, timer, becomes, limitMs: limit.ms, source, readAt, unknown };
  }
  return next ?? { at: null, why: whyNone(session, place, timers), unknown };
}

const isUnknown = ({ limit, since }: RunningTimer) =>
  limit.kind === "unknown" || (limit.kind === "set" && since === null);

/**
 * Whether something that should have happened by itself has not. A power policy only asks the hypervisor, and what it did is seen on the machine: a
 * session that stays on one that was suspended is as it should be.
 */
export function isOverdue(ends: Ends, now: Instant): ends is Deadline {
  return ends.at !== null && ends.becomes !== "machine" && now > ends.at;
}

function whyNone(session: Session, place: LifeState | null, timers: readonly RunningTimer[]): NoDeadline {
  if (place === null) return isNotBrokered(session) ? "not-brokered" : "state-unknown";
  if (place === "starting") return "starting";
  if (isInUse(place, timers)) return "in-use";
  if (timers.some(({ limit }) => limit.kind === "unknown")) return "limit-unknown";
  return timers.some(isUnknown) ? "since-unknown" : "never";
}

/** Somebody works in it. Whether the connection itself is limited, which hardly any site does, is told beside it where it was not read. */
function isInUse(place: LifeState, timers: readonly RunningTimer[]): boolean {
  const beside: readonly Timer[] = ["connection"];
  return place === "interactive-active" && timers.every(({ limit }) => beside.includes(limit.timer));
}
