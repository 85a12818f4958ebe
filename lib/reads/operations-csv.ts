import type { OperationFilter, OperationRow } from "@/lib/api/contract/operations";
import { type CsvValue, csvHead, csvLine, streamChunks } from "./csv";
import { operationsWhere } from "./operation-filter";
import { operationRow, WITH_PARTS } from "./operation-row";
import type { OperationsReading } from "./read-operations";

/** Header names are an interface of their own: scripts read them. New columns go to the end. */
const COLUMNS: readonly (readonly [name: string, read: (row: OperationRow) => CsvValue])[] = [
  ["id", ({ id }) => id],
  ["askedAt", ({ askedAt }) => askedAt],
  ["actor", ({ actor }) => actor],
  ["role", ({ role }) => role],
  ["verb", ({ verb }) => verb],
  ["action", ({ action }) => action],
  ["targetKind", ({ targetKind }) => targetKind],
  ["label", ({ label }) => label],
  ["machine", ({ machine }) => machine],
  ["machineKey", ({ machineKey }) => machineKey],
  ["reason", ({ reason }) => reason],
  ["ticket", ({ ticket }) => ticket],
  ["state", ({ state }) => state],
  ["message", ({ message }) => message],
  ["parts", ({ parts }) => parts],
  ["acceptedAt", ({ acceptedAt }) => acceptedAt],
  ["settledAt", ({ settledAt }) => settledAt],
  ["tookMs", ({ tookMs }) => tookMs],
];

const PAGE_ROWS = 200;

/**
 * Exactly the operations of the filter that stand there at this moment, newest first, read page by page while they are sent. Throws as the
 * list does, before the first byte.
 */
export function readOperationsCsv(
  reading: OperationsReading,
  filter: OperationFilter,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const where = operationsWhere(reading, reading.siteId, filter);
  async function* chunks() {
    yield csvHead(COLUMNS.map(([name]) => name));
    let after = {};
    for (;;) {
      const rows = await reading.desk.operation.findMany({
        where: { AND: [where, after] },
        ...{ include: WITH_PARTS, orderBy: [{ askedAt: "desc" as const }, { id: "desc" as const }], take: PAGE_ROWS },
      });
      yield rows.map((row) => csvLine(COLUMNS.map(([, read]) => read(operationRow(row))))).join("");
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_ROWS) return;
      after = { OR: [{ askedAt: { lt: last.askedAt } }, { askedAt: last.askedAt, id: { lt: last.id } }] };
    }
  }
  return streamChunks(chunks());
}
