/**
 * The life of a session as the timeouts article draws it: what its applications are (pre-launched, interactive, lingering) times what
 * its connection is (active, disconnected), idle as a sub-state of an interactive, active session. `starting` comes before, `ended` after.
 */

export const LIFE_STATES = [
  "starting",
  "pre-launched-active",
  "pre-launched-disconnected",
  "interactive-active",
  "interactive-idle",
  "interactive-disconnected",
  "lingering-active",
  "lingering-disconnected",
  "ended",
] as const;
export type LifeState = (typeof LIFE_STATES)[number];

/** States in which a session stands on a server: all but the first and the last. */
export const STANDING_STATES = [
  "pre-launched-active",
  "pre-launched-disconnected",
  "interactive-active",
  "interactive-idle",
  "interactive-disconnected",
  "lingering-active",
  "lingering-disconnected",
] as const satisfies readonly LifeState[];
export type StandingState = (typeof STANDING_STATES)[number];

/** What can end a phase of a session by itself. `power-policy` acts on the machine, the others on the session. */
export const TIMERS = [
  "idle",
  "disconnected",
  "connection",
  "pre-launch-disconnect",
  "pre-launch-terminate",
  "linger-disconnect",
  "linger-terminate",
  "power-policy",
  "session-reliability",
] as const;
export type Timer = (typeof TIMERS)[number];

/**
 * What happens to a session. `expired`: that timer ran out. `lingers`: whether its delivery group keeps sessions lingering. `ends`: whether its server
 * ends a session whose idle or connection limit is reached, instead of disconnecting it (Windows policy "End session when time limits are reached",
 * fResetBroken; off unless somebody set it).
 */
export type LifeEvent =
  | { readonly kind: "logged-on"; readonly ahead: boolean }
  | { readonly kind: "application-started" }
  | { readonly kind: "last-application-closed"; readonly lingers: boolean }
  | { readonly kind: "went-idle" }
  | { readonly kind: "resumed" }
  | { readonly kind: "disconnected" }
  | { readonly kind: "reconnected" }
  | { readonly kind: "expired"; readonly timer: Timer; readonly lingers: boolean; readonly ends?: boolean }
  /** The server is short of room: the longest-standing go first (SDK: MaxAverageLoadThreshold, MaxLoadPerMachineThreshold). */
  | { readonly kind: "load-threshold" }
  | { readonly kind: "logged-off" }
  /** The machine, its agent or an operation ended it. */
  | { readonly kind: "lost" };
