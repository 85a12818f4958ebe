import type { LeaseRow } from "@/lib/api/contract/leases";
import type { ServerRow } from "@/lib/api/contract/servers";
import type { Lease } from "@/lib/domain/lease/lease";
import { formatDuration } from "../ui/time-format";
import { capitalised, countOf, formatNumber } from "../words";
import type { Expiry } from "./lease-search-params";

/** Words about one lease, and about how many lead to a server. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const LEASE_TYPE: Record<Lease["type"], { readonly label: string; readonly meaning: string }> = {
  Launch: { label: "Launch", meaning: "Lets its owner launch one resource, on the machine they had last." },
  Enumeration: { label: "Enumeration", meaning: "Lets its owner see the list of their resources." },
};

/** Chips of the list of leases; each has the ones before it in it. */
export const EXPIRY: Record<Expiry, string> = {
  now: "Expired",
  "24h": "Expire within 24 h",
  "3d": "Expire within 3 days",
};

/** How many leases each chip would leave; null before the first answer, and where leases were not read. */
export function expiryCounts(
  buckets: { readonly expired: number; readonly day: number; readonly threeDays: number } | null,
): Record<Expiry, number> | null {
  if (!buckets) return null;
  const { expired, day, threeDays } = buckets;
  return { now: expired, "24h": expired + day, "3d": expired + day + threeDays };
}

/** `expired 2 d 4 h ago`, `in 3 h 20 min`. */
export function expiryWords(expiresAt: string, now: number): string {
  const left = Date.parse(expiresAt) - now;
  return left <= 0 ? `expired ${formatDuration(-left)} ago` : `in ${formatDuration(left)}`;
}

/** `Expires in 3 h 20 min.`, `Expired 2 d 4 h ago.` */
export function expirySentence(expiresAt: string, now: number): string {
  const words = expiryWords(expiresAt, now);
  return Date.parse(expiresAt) <= now ? `${capitalised(words)}.` : `Expires ${words}.`;
}

/** How near the end is. */
export function expiryTone(expiresAt: string, now: number): "bad" | "warn" | "plain" {
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return "bad";
  return left <= DAY ? "warn" : "plain";
}

/** What the lease is about: `Excel (Office Apps)`, `Desktop of Office Desktops`, `7 resources`, or that nobody can tell. */
export function leaseSubject({ type, group, application, resources }: Subject): string {
  if (type === "Enumeration") return countOf(resources, "resource");
  return resourceWords(group, application);
}
type Subject = Pick<LeaseRow, "type" | "group" | "application" | "resources">;

/** A resource: an application, or the desktop of a group. */
export function resourceWords(group: string | null, application: string | null): string {
  if (application !== null) return group === null ? application : `${application} (${group})`;
  return group === null ? "not known" : `Desktop of ${group}`;
}

/** `the launch lease of Anna Novak`, inside a sentence. */
export function leaseOf({ type, userFullName, user }: Pick<LeaseRow, "type" | "userFullName" | "user">): string {
  return `the ${LEASE_TYPE[type].label.toLowerCase()} lease of ${userFullName ?? user ?? "nobody named"}`;
}

/** `39, next in 3 d 2 h`; null is not read, never none. */
export function leasesOnServer(
  leases: ServerRow["leases"],
  now: number,
): { count: string; next: string | null } | null {
  if (leases === null) return null;
  const { count, nextExpiry } = leases;
  return { count: formatNumber(count), next: nextExpiry && `next ${expiryWords(nextExpiry, now)}` };
}
