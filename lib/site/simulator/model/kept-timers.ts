import type { Session } from "../entities/session";

/** Nobody works in the session any more. What its server or somebody else has begun with it goes on. */
export function clearTimers(session: Session): void {
  const { gone, logOff, disconnectAsked } = session.timers;
  session.timers = {};
  if (gone !== undefined) session.timers.gone = gone;
  if (logOff !== undefined) session.timers.logOff = logOff;
  if (disconnectAsked !== undefined) session.timers.disconnectAsked = disconnectAsked;
}

/** Its Windows session is over or ending, and the site has not heard of it yet: nobody can come back to it. */
export function isEnding({ timers }: Session): boolean {
  return timers.gone !== undefined || timers.logOff !== undefined;
}
