import type { LeaseFilter, LeasesQuery, LeasesResponse } from "@/lib/api/contract/leases";
import { bucketOf } from "@/lib/domain/lease/buckets";
import type { Instant } from "@/lib/domain/site";
import { envelopeOf, type Reading } from "./envelope";
import { filterLeases, typeColumn } from "./lease-filter";
import { leaseRow } from "./lease-row";
import { siteAnswer } from "./lease-site";
import { slotRows } from "./row-list";
import { type SiteIndex, siteIndex } from "./site-index";
import { cutWindow } from "./window";

/** One window of the leases, with counts over the filter without its `before`. Where leases were never read all counts are null. */
export function readLeases(reading: Reading, query: LeasesQuery): LeasesResponse {
  const index = siteIndex(reading.site);
  const filtered = filterLeases(index, query);
  const rows = slotRows(index.leases.all, filtered.slots, filtered.valueAt);
  const { entries, ...window } = cutWindow(rows, query, nameOfList(query), filtered.sort.descending);
  const isRead = index.snapshot.leases.reading.asOf !== null;
  return {
    ...envelopeOf(reading, index.snapshot),
    ...siteAnswer(reading.site, index),
    ...window,
    total: isRead ? window.total : null,
    rows: entries.map(({ record }) => leaseRow(index, record)),
    buckets: isRead ? countBuckets(index, filtered.atAnyTime, reading.now) : null,
    byType: isRead ? countTypes(index, filtered.atAnyTime) : null,
  };
}

/** A cursor belongs to the list with exactly this filter and order. */
function nameOfList({ q, user, server, controller, before, type, sort }: LeaseFilter): string {
  return JSON.stringify(["leases", q, user, server, controller, before, type, sort]);
}

/** By numbers that the order of expiry holds anyway: looking at 100,000 records takes ten times as long. */
function countBuckets({ leases }: SiteIndex, slots: Uint32Array, now: Instant): NonNullable<LeasesResponse["buckets"]> {
  const order = leases.all.sorted("expiresAt", ({ record }) => record.expiresAt);
  const buckets = { expired: 0, day: 0, threeDays: 0, later: 0 };
  for (const slot of slots) buckets[bucketOf(Number(order.valueAt(slot)), now)] += 1;
  return buckets;
}

function countTypes({ leases }: SiteIndex, slots: Uint32Array): NonNullable<LeasesResponse["byType"]> {
  const types = typeColumn(leases.all);
  const wanted = types.codeOf("Launch");
  let launch = 0;
  for (const slot of slots) if (types.codes[slot] === wanted) launch += 1;
  return { Enumeration: slots.length - launch, Launch: launch };
}
