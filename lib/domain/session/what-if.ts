import type { Instant } from "../site";
import type { Timer } from "./life";

/** A group's timers replayed over what happened: what other limits would have saved or cost. */

/** Timers that the site's history can replay. Idle time is not in it: the Monitoring tables keep only the present one. */
export const REPLAYED_TIMERS = [
  "disconnected",
  "pre-launch-disconnect",
  "pre-launch-terminate",
  "linger-disconnect",
  "linger-terminate",
] as const satisfies readonly Timer[];
export type ReplayedTimer = (typeof REPLAYED_TIMERS)[number];

/** Milliseconds by timer; 0 is off, null is not known. */
export type ReplayLimits = Readonly<Record<ReplayedTimer, number | null>>;

/** One session of the past, from the Monitoring tables. Spans may overlap; an open end is null. */
export interface SessionTrace {
  readonly sessionKey: string;
  /** The same for all sessions of one person; one of its own where the user is anonymous; null where nobody ever logged on. */
  readonly userKey: string | null;
  readonly isApplication: boolean;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** When its logon was over; its start where nobody knows. */
  readonly readyAt: Instant;
  /** The newest date that any of its rows bears. */
  readonly seenAt: Instant;
  /** Milliseconds its logon took; null where nobody knows. */
  readonly logonMs: number | null;
  /** While a client was connected; empty where no connection is kept. */
  readonly connected: readonly Span[];
  /** While at least one application ran; empty for desktops. */
  readonly working: readonly Span[];
}

export interface Span {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** What a group holds over the replayed time. Licences are users with a connected session, slots are sessions. */
export interface ReplayTotals {
  readonly licencesPeak: number;
  readonly slotsPeak: number;
  /** Averages over the whole time. */
  readonly licencesMean: number;
  readonly slotsMean: number;
}

/** One step of the series that a chart draws: the most at one time from `at` to the next step. */
export interface ReplayStep {
  readonly at: Instant;
  readonly licencesNow: number;
  readonly licencesThen: number;
  readonly slotsNow: number;
  readonly slotsThen: number;
}

export interface WhatIf {
  readonly from: Instant;
  readonly to: Instant;
  readonly sessions: number;
  readonly now: ReplayTotals;
  readonly changed: ReplayTotals;
  /** Logons that would have been needed beside those that were, and those that would have been spared. */
  readonly logonsMore: number;
  readonly logonsFewer: number;
  /** Time that people would have waited for these, all together; negative is saved. */
  readonly waitingMs: number;
  /** What a logon took in the middle, where one's own time is not known; null where none is known. */
  readonly logonMedianMs: number | null;
  readonly series: readonly ReplayStep[];
  readonly gaps: ReplayGaps;
}

/** Sessions that were counted, but not or not wholly replayed. */
export interface ReplayGaps {
  /** None of their connections is kept: counted as connected all the time. */
  readonly withoutConnections: number;
  /** Application sessions that nobody knows an application of: their lingering cannot be seen. */
  readonly withoutApplications: number;
  /** Without an end and without a sign of life for 14 days: counted up to that sign. */
  readonly longSilent: number;
}
