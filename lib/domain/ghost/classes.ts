/** The words of a ghost, as closed sets. Sources: domain facts on phantom sessions, docs/architecture.md. */

/**
 * What is wrong, in order of precedence: one session has at most one incident, of the first class whose rule fires.
 * `failure-trace` is about a machine, all others about a session.
 */
export const GHOST_CLASSES = [
  "stuck-connected",
  "nameless",
  "hung-logon",
  "named-gone",
  "just-old",
  "failure-trace",
] as const;
export type GhostClass = (typeof GHOST_CLASSES)[number];
export type SessionGhostClass = Exclude<GhostClass, "failure-trace">;

/** A ghost's life. Open are suspect, confirmed, acting and returned. */
export const INCIDENT_STATES = ["suspect", "confirmed", "acting", "cleared", "returned", "dismissed"] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];
export const OPEN_STATES = ["suspect", "confirmed", "acting", "returned"] as const satisfies readonly IncidentState[];

export function isOpen(state: IncidentState): boolean {
  return OPEN_STATES.some((each) => each === state);
}

/** `sure`: proven by a witness or by the tables themselves. `likely`: the rule fires and nothing speaks against it. */
export const CONFIDENCES = ["sure", "likely", "possible"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Rungs of the repair ladder, least harm first; verbs of operations, or `wait` for a timer. */
export const NEXT_STEPS = ["wait", "log-off", "hide", "restart-agent", "power"] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** Why something is no ghost, or none any more: the last word of an incident that ended. */
export const CLEAR_REASONS = [
  /** The session's row has an end, or the machine's failures stopped. */
  "ended",
  /** The row is not in the tables any more, without an end: groomed or deleted. */
  "left-the-tables",
  /** It became what it should be: active, with its user. */
  "recovered",
  /** Its server lists it after all. */
  "server-lists-it",
  /** The broker's own rows speak against it. */
  "broker-disagrees",
  /** A look-alike: nothing is wrong. */
  "anonymous",
  "standby",
  "reconnecting",
  "logon-in-progress",
  "hidden",
  "excluded-account",
  /** Below the limit: not old enough, or too few failures. */
  "within-limit",
] as const;
export type ClearReason = (typeof CLEAR_REASONS)[number];

/** Why nothing can be said now: what is known already stays as it is. */
export const UNCERTAINTIES = ["source-lost", "machine-not-registered", "server-not-heard", "row-incomplete"] as const;
export type Uncertainty = (typeof UNCERTAINTIES)[number];
