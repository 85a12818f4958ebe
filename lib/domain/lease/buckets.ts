import type { Instant } from "../site";

/** By when a lease, or the cover of a pair, ends. */
export const EXPIRY_BUCKETS = ["expired", "day", "threeDays", "later"] as const;
export type ExpiryBucket = (typeof EXPIRY_BUCKETS)[number];

const DAY = 24 * 60 * 60_000;

/** A lease is over at the instant of its expiry. `day`: in less than 24 hours. `threeDays`: in less than 72. Hours, not calendar days. */
export function bucketOf(expiresAt: Instant, now: Instant): ExpiryBucket {
  const left = expiresAt - now;
  if (left <= 0) return "expired";
  if (left < DAY) return "day";
  return left < 3 * DAY ? "threeDays" : "later";
}
