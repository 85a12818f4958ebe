import type { AuditFilter } from "@/lib/api/contract/audit";
import type { StoredEntry } from "@/lib/audit/stored-entry";
import { type CsvValue, csvHead, csvLine, streamChunks } from "./csv";
import { type AuditReading, auditWhere } from "./read-audit";

/** Header names are an interface of their own: scripts read them. New columns go to the end. */
const COLUMNS: readonly (readonly [name: string, read: (entry: StoredEntry) => CsvValue])[] = [
  ["id", ({ id }) => id],
  ["at", ({ at }) => at.toISOString()],
  ["actor", ({ actor }) => actor],
  ["kind", ({ kind }) => kind],
  ["role", ({ role }) => role],
  ["action", ({ action }) => action],
  ["subject", ({ subject }) => subject],
  ["detail", ({ detail }) => detail],
  ["mac", ({ mac }) => mac],
];

const PAGE_ROWS = 500;

/**
 * Exactly the entries of the filter that stand there at this moment, newest first, read page by page while they are sent. `mac` is what
 * the chain says of each: whoever keeps the file can tell later whether an entry was changed.
 */
export async function readAuditCsv(
  { desk, siteId }: Pick<AuditReading, "desk" | "siteId">,
  filter: AuditFilter,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const where = auditWhere(siteId, filter);
  const newest = await desk.auditEntry.findFirst({ where, orderBy: { id: "desc" }, select: { id: true } });
  async function* chunks() {
    yield csvHead(COLUMNS.map(([name]) => name));
    for (let before = (newest?.id ?? 0) + 1; ; ) {
      const rows = await desk.auditEntry.findMany({
        where: { AND: [where, { id: { lt: before } }] },
        ...{ orderBy: { id: "desc" as const }, take: PAGE_ROWS },
      });
      yield rows.map((row) => csvLine(COLUMNS.map(([, read]) => read(row)))).join("");
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_ROWS) return;
      before = last.id;
    }
  }
  return streamChunks(chunks());
}
