import type { Instant } from "../site";
import type { Timer } from "./life";
import type { LimitSource } from "./limits";

/** What ends next of a session, and when. */

/** What the session becomes when a timer runs out. `ends` for good; `machine` means that the hypervisor suspends or stops the machine. */
export const DEADLINE_ENDS = ["disconnects", "ends", "lingers", "machine"] as const;
export type DeadlineEnd = (typeof DEADLINE_ENDS)[number];

/**
 * Why nothing is due: `in-use`: somebody works in it. `never`: every timer that could run is off. `limit-unknown`: a limit that decides it was not
 * read. `since-unknown`: nobody knows since when the timer runs. `state-unknown`: what its applications are needs the SDK. `starting`: its logon goes on.
 * `not-brokered`: at the console or by RDP: not the site's.
 */
export const NO_DEADLINES = [
  "in-use",
  "never",
  "limit-unknown",
  "since-unknown",
  "state-unknown",
  "starting",
  "not-brokered",
] as const;
export type NoDeadline = (typeof NO_DEADLINES)[number];

export interface Deadline {
  readonly at: Instant;
  readonly timer: Timer;
  readonly becomes: DeadlineEnd;
  readonly limitMs: number;
  readonly source: LimitSource;
  /** When the limit was read. */
  readonly readAt: Instant;
  /** Timers that run too and of which the limit, or since when they run, is not known: one of them may come first. */
  readonly unknown: readonly Timer[];
}

/** The next deadline of a session, or why there is none. */
export type Ends = Deadline | { readonly at: null; readonly why: NoDeadline; readonly unknown: readonly Timer[] };
