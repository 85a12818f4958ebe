import type { AuditFilter, AuditQuery, AuditResponse, AuditRow, ChainState } from "@/lib/api/contract/audit";
import type { StoredEntry, StoredEntryWhere } from "@/lib/audit/stored-entry";
import type { Runtime } from "@/lib/collector/runtime";
import { DeskError } from "@/lib/errors";
import { commaList } from "./comma-list";
import { readCursor, writeCursor } from "./cursor";
import { isoOf, isoOrNull } from "./envelope";

/** Where the audit is read: our own tables, which are there before the site was read for the first time. */
export type AuditReading = Pick<Runtime, "desk" | "siteId" | "wallClock" | "chain">;

/** One window of the audit, newest first, and what is known of its chain. Throws `invalid` naming the parameter. */
export async function readAudit(reading: AuditReading, query: AuditQuery): Promise<AuditResponse> {
  const { desk, siteId, wallClock, chain } = reading;
  const { cursor, offset, limit, ...filter } = query;
  if (cursor !== undefined && offset !== undefined) {
    throw new DeskError("invalid", "Give a cursor or an offset, not both.", { field: "offset" });
  }
  const where = auditWhere(siteId, filter);
  const of = JSON.stringify(["audit", filter]);
  const after = cursor === undefined ? null : { AND: [where, { id: { lt: Number(readCursor(of, cursor).value) } }] };
  const [total, rest, rows] = await Promise.all([
    desk.auditEntry.count({ where }),
    after ? desk.auditEntry.count({ where: after }) : null,
    desk.auditEntry.findMany({
      where: after ?? where,
      ...{ orderBy: { id: "desc" }, skip: offset ?? 0, take: limit + 1 },
    }),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    now: isoOf(wallClock.now()),
    chain: chainState(chain.status),
    total,
    first: rest === null ? Math.min(offset ?? 0, total) : total - rest,
    rows: shown.map(auditRow),
    next: last ? writeCursor(of, { value: last.id, key: "" }) : null,
  };
}

/** A filter as the database understands it. Several people or actions are separated by commas; a noun means all its actions. */
export function auditWhere(siteId: string, { actor, action, subject, from, to }: AuditFilter): StoredEntryWhere {
  const actions = commaList(action ?? "");
  const at = { ...(from ? { gte: new Date(from) } : {}), ...(to ? { lt: new Date(to) } : {}) };
  return {
    siteId,
    ...(actor ? { actor: { in: commaList(actor) } } : {}),
    ...(subject ? { subject } : {}),
    ...(Object.keys(at).length > 0 ? { at } : {}),
    ...(actions.length > 0 ? { OR: actions.map(actionWhere) } : {}),
  };
}

function actionWhere(action: string): StoredEntryWhere {
  return action.includes(".") ? { action } : { action: { startsWith: `${action}.` } };
}

function auditRow({ siteId: _, mac: _mac, at, detail, ...row }: StoredEntry): AuditRow {
  return { ...row, at: at.toISOString(), detail: readDetail(detail) };
}

/** What somebody wrote over an entry is shown as it stands: that it was not Ghostdesk is the chain's to say. */
function readDetail(json: string): AuditRow["detail"] {
  try {
    const detail: unknown = JSON.parse(json);
    if (typeof detail === "object" && detail !== null && !Array.isArray(detail)) return { ...detail };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { text: json };
}

function chainState(status: AuditReading["chain"]["status"]): ChainState {
  return { ...status, checkedAt: isoOrNull(status.checkedAt) };
}
