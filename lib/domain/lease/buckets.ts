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

/** The next instant at which the bucket becomes another; null once it is over. */
export function bucketEndsAt(expiresAt: Instant, now: Instant): Instant | null {
  switch (bucketOf(expiresAt, now)) {
    case "expired":
      return null;
    case "day":
      return expiresAt;
    case "threeDays":
      return expiresAt - DAY + 1;
    case "later":
      return expiresAt - 3 * DAY + 1;
  }
}
