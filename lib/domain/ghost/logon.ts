import type { Instant, Session } from "../site";
import type { SessionState } from "../states";

/** How far a session's logon has come, by what the tables and the SDK say. */

/** States in which a client is there and the session is not active yet. */
const CONNECTING: readonly SessionState[] = ["Connected", "PreparingSession", "Pending", "Unknown"];

export function isConnecting({ state }: Session): boolean {
  return CONNECTING.includes(state);
}

/** A logon that finished once; a reconnect needs none. */
export function hasLoggedOn({ logOnEndedAt, logOnDurationMs, reconnect }: Session): boolean {
  return logOnEndedAt !== null || logOnDurationMs !== null || reconnect === true;
}

/** The site has verified who it is. */
export function isNamed({ userSource }: Session): boolean {
  return userSource === "user";
}

/** When the logon began, as early as the site knows of it. */
export function logOnBegan(session: Session): Instant {
  return session.brokeredAt ?? session.logOnStartedAt ?? session.startedAt ?? session.since;
}

/** Pre-launched and lingering sessions stand by without an application, as configured. */
export function isStandby({ appState }: Session): boolean {
  return appState === "PreLaunched" || appState === "Lingering";
}
