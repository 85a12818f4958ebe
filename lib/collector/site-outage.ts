import type { Instant } from "@/lib/domain/site";
import type { SdkSite } from "@/lib/site/port";

/** The controllers themselves say that their database is away: they write nothing, and what stands in the tables is old. */
export function isOutage(site: SdkSite | null): boolean {
  const states = site?.controllers.map(({ serviceStatus }) => serviceStatus) ?? [];
  return states.length > 0 && states.every((status) => status === "PendingFailure" || status === "DBNotFound");
}

/**
 * Since when they have been without it: since the last of them was active, by what the database last heard of them; `before` is what was
 * said at the read before. Null while they have it.
 */
export function outageSince(site: SdkSite, now: Instant, before: Instant | null): Instant | null {
  if (!isOutage(site)) return null;
  if (before !== null) return Math.min(now, before);
  const active = site.controllers.flatMap(({ lastActivityAt }) => lastActivityAt ?? []);
  return active.length === 0 ? now : Math.min(now, Math.max(...active));
}
