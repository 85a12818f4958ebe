import type { LeaseFilter, LeasesQuery, LeasesResponse } from "@/lib/api/contract/leases";
import { bucketOf } from "@/lib/domain/lease/buckets";
import type { Instant } from "@/lib/domain/site";
import { envelopeOf, type Reading } from "./envelope";
import { filterLeases } from "./lease-filter";
import type { LeaseEntry } from "./lease-index";
import { leaseRow } from "./lease-row";
import { siteAnswer } from "./lease-site";
import { siteIndex } from "./site-index";
import { cutWindow } from "./window";

/** One window of the leases, with counts over the filter without its `before`. Where leases were never read all counts are null. */
export function readLeases(reading: Reading, query: LeasesQuery): LeasesResponse {
  const index = siteIndex(reading.site);
  const filtered = filterLeases(index, query);
  const { entries, ...window } = cutWindow(filtered.rows, query, nameOfList(query), filtered.sort.descending);
  const isRead = index.snapshot.leases.reading.asOf !== null;
  return {
    ...envelopeOf(reading, index.snapshot),
    ...siteAnswer(reading.site, index),
    ...window,
    total: isRead ? window.total : null,
    rows: entries.map(({ record }) => leaseRow(index, record)),
    buckets: isRead ? countBuckets(filtered.atAnyTime, reading.now) : null,
    byType: isRead ? countTypes(filtered.atAnyTime) : null,
  };
}

/** A cursor belongs to the list with exactly this filter and order. */
function nameOfList({ q, user, server, controller, before, type, sort }: LeaseFilter): string {
  return JSON.stringify(["leases", q, user, server, controller, before, type, sort]);
}

function countBuckets(entries: readonly LeaseEntry[], now: Instant): NonNullable<LeasesResponse["buckets"]> {
  const buckets = { expired: 0, day: 0, threeDays: 0, later: 0 };
  for (const { record } of entries) buckets[bucketOf(record.expiresAt, now)] += 1;
  return buckets;
}

function countTypes(entries: readonly LeaseEntry[]): NonNullable<LeasesResponse["byType"]> {
  const types = { Enumeration: 0, Launch: 0 };
  for (const { record } of entries) types[record.type] += 1;
  return types;
}
