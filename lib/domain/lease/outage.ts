import type { Instant } from "../site";

/** "If the database failed now": who could launch what. Counted in pairs of user and resource. */

/** Which mechanism brokers without the database, by the site's two flags. */
export const OUTAGE_ERAS = ["leases", "cache", "both", "none", "unknown"] as const;
export type OutageEra = (typeof OUTAGE_ERAS)[number];

/**
 * Why a pair is not covered. `pooled`: pooled desktops are never leased. `anonymous`: nor are anonymous users. `not-allowed`: the group's rules do not allow
 * leasing. `never-launched`: no launch lease. `expired`. `not-listed`: no valid enumeration lease, so the user would not see it. `maintenance`,
 * `unregistered`, `ghost` (the user's own ghost is in the way on that machine), `full`: of the one machine that the lease leads to. `gone`: the site has no such
 * machine. `unread`: the lease's document could not be read, so nobody can tell: neither covered nor uncovered.
 */
export const UNCOVERED_REASONS = [
  "pooled",
  "anonymous",
  "not-allowed",
  "never-launched",
  "expired",
  "not-listed",
  "maintenance",
  "unregistered",
  "ghost",
  "full",
  "gone",
  "unread",
] as const;
export type UncoveredReason = (typeof UNCOVERED_REASONS)[number];

export type Coverage = "covered" | "uncovered" | "unknown";

export interface PairVerdict {
  readonly coverage: Coverage;
  /** Null where it is covered. */
  readonly why: UncoveredReason | null;
  /** When a covered pair falls out by itself: the earlier end of its two leases. */
  readonly until: Instant | null;
}
