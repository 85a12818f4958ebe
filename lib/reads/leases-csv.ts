import type { LeaseFilter, LeaseRow } from "@/lib/api/contract/leases";
import { type CsvValue, csvHead, csvLine, csvName, streamChunks } from "./csv";
import type { Reading } from "./envelope";
import { filterLeases, inOrder } from "./lease-filter";
import type { LeaseEntry } from "./lease-index";
import { leaseRow } from "./lease-row";
import { type SiteIndex, siteIndex } from "./site-index";

/** Header names are an interface of their own: scripts read them. New columns go to the end. */
const COLUMNS = [
  "key",
  "type",
  "user",
  "userFullName",
  "userKey",
  "group",
  "application",
  "resources",
  "machine",
  "machineKey",
  "modifiedAt",
  "expiresAt",
  "zone",
  "sharingKey",
  "problem",
] as const satisfies readonly (keyof LeaseRow)[];

const CHUNK_ROWS = 400;

/** Exactly the leases of the filter, in its order, as they are at this moment. Throws as the list does, before the first byte. */
export function readLeasesCsv(reading: Reading, filter: LeaseFilter): ReadableStream<Uint8Array> {
  const index = siteIndex(reading.site);
  return streamChunks(csvChunks(index, inOrder(index, filterLeases(index, filter))));
}

export function leasesCsvName({ site, now }: Reading): string {
  return csvName("leases", site.siteName, now);
}

function* csvChunks(index: SiteIndex, entries: readonly LeaseEntry[]): Generator<string> {
  yield csvHead(COLUMNS);
  for (let first = 0; first < entries.length; first += CHUNK_ROWS) {
    yield entries
      .slice(first, first + CHUNK_ROWS)
      .map(({ record }) => leaseRow(index, record))
      .map((row) => csvLine(COLUMNS.map((name): CsvValue => row[name])))
      .join("");
  }
}
