import { z } from "zod";
import type { SessionTrace } from "@/lib/domain/session/what-if";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { optional } from "./cell";
import type { TablesDatabase } from "./database";
import { readPages } from "./pages";
import type { ColumnList } from "./select";
import { TraceConnectionCells, TraceInstanceCells, TraceSessionCells, traceOf } from "./trace-rows";

/** What the sessions of one delivery group did, as far back as the Monitoring tables tell. */

type Asked = Pick<TablesDatabase, "dialect" | "query">;

export interface TracesAsked {
  /** DesktopGroup.Id. */
  readonly groupKey: string;
  /** Sessions that ended before are left out; those that began at or after `to` as well. */
  readonly from: Instant;
  readonly to: Instant;
  /** More sessions than this are `invalid`. */
  readonly sessionsMax: number;
}

const SESSION =
  `SessionKey StartDate EndDate LogOnDuration ConnectionState ConnectionStateChangeDate LifecycleState UserId
  SessionType IsAnonymous ModifiedDate`.split(/\s+/);
const CONNECTION = "Id SessionKey BrokeringDate EstablishmentDate LogOnStartDate LogOnEndDate DisconnectDate".split(
  " ",
);
const INSTANCE = "SessionKey StartDate EndDate".split(" ");

/**
 * A session counts to the group that its machine belongs to today. Rejects as `query` does, with `unavailable` where this release
 * does not keep when a client was disconnected, and with `invalid` where there are too many sessions.
 */
export async function readTraces(database: Asked, list: ColumnList, asked: TracesAsked): Promise<SessionTrace[]> {
  if (!list.has("Connection", "DisconnectDate")) {
    throw new DeskError("unavailable", "This release of Citrix does not keep when a client was disconnected.");
  }
  const traces: SessionTrace[] = [];
  for await (const page of readSessionPages(database, list, asked)) {
    if (traces.length + page.length > asked.sessionsMax) throw tooMany(asked.sessionsMax);
    traces.push(...(await tracesOfPage(database, list, asked, page)));
  }
  return traces;
}

function tooMany(sessionsMax: number): DeskError {
  const most = sessionsMax.toLocaleString("en-US");
  return new DeskError("invalid", `The group had more than ${most} sessions in this time. Choose a shorter one.`, {
    field: "from",
  });
}

/** The condition that all reads share, on `s`; its three parameters are {@link given}. Stubs (LifecycleState 3) are no sessions. */
function isAsked({ dialect }: Asked): string {
  const machine = dialect.table("MonitorData", "Machine");
  // As a guid column, so that a file is read in the order of its keys, once for all pages, and not by machine for each.
  return `${dialect.guidColumn("s.MachineId")} IN (SELECT ${dialect.guidColumn("m.Id")} FROM ${machine} m
      WHERE ${dialect.guidColumn("m.DesktopGroupId")} = ${dialect.guidParameter(1)})
    AND s.StartDate < ${dialect.dateParameter(2)} AND (s.EndDate IS NULL OR s.EndDate >= ${dialect.dateParameter(3)})
    AND s.LifecycleState <> 3`;
}

const given = ({ dialect }: Asked, { groupKey, from, to }: TracesAsked) => [
  ...[groupKey, dialect.dateValue(to), dialect.dateValue(from)],
];

function readSessionPages(database: Asked, list: ColumnList, asked: TracesAsked) {
  const { dialect } = database;
  const columns = list.of("s", "Session", SESSION);
  return readPages(database, TraceSessionCells, {
    given: given(database, asked),
    sqlAfter: (after) => `${columns} FROM ${dialect.table("MonitorData", "Session")} s
      WHERE ${isAsked(database)}${after ? ` AND s.SessionKey > ${after}` : ""} ORDER BY s.SessionKey`,
    parameter: (_dialect, index) => dialect.guidParameter(index),
    keyOf: (row) => row.SessionKey,
  });
}

async function tracesOfPage(
  database: Asked,
  list: ColumnList,
  asked: TracesAsked,
  page: readonly TraceSessionCells[],
): Promise<SessionTrace[]> {
  const keys = [page[0]?.SessionKey ?? "", page.at(-1)?.SessionKey ?? ""] as const;
  const read = (table: string, names: readonly string[]) => readBeside(database, list, asked, keys, { table, names });
  const [connections, instances] = await Promise.all([
    read("Connection", CONNECTION).then((rows) => bySession(z.array(TraceConnectionCells).parse(rows))),
    read("ApplicationInstance", INSTANCE).then((rows) => bySession(z.array(TraceInstanceCells).parse(rows))),
  ]);
  const hasEstablishment = list.has("Connection", "EstablishmentDate");
  return page.map((row) =>
    traceOf(row, connections.get(row.SessionKey) ?? [], instances.get(row.SessionKey) ?? [], hasEstablishment),
  );
}

/** Rows of another table that belong to the sessions of one page, by the page's first and last key. */
function readBeside(
  database: Asked,
  list: ColumnList,
  asked: TracesAsked,
  keys: readonly [string, string],
  { table, names }: { readonly table: string; readonly names: readonly string[] },
) {
  const { dialect } = database;
  const began = table === "ApplicationInstance" ? " AND x.StartDate IS NOT NULL" : "";
  const sql = `SELECT ${list.of("x", table, names)} FROM ${dialect.table("MonitorData", "Session")} s
    ${dialect.joinToFew} ${dialect.table("MonitorData", table)} x ON x.SessionKey = s.SessionKey
    WHERE ${isAsked(database)}
      AND s.SessionKey >= ${dialect.guidParameter(4)} AND s.SessionKey <= ${dialect.guidParameter(5)}${began}`;
  return database.query(sql, [...given(database, asked), ...keys]);
}

function bySession<TRow extends { readonly SessionKey: string }>(rows: readonly TRow[]): Map<string, TRow[]> {
  const found = new Map<string, TRow[]>();
  for (const row of rows) {
    const own = found.get(row.SessionKey);
    if (own) own.push(row);
    else found.set(row.SessionKey, [row]);
  }
  return found;
}

/**
 * Since when the history is whole: the site deletes sessions some time after their end, so the oldest end that it still has. A ghost
 * can have begun long before. Null where no session has ended yet.
 */
export async function readHistoryStart(database: Asked): Promise<Instant | null> {
  const { dialect } = database;
  const sql = `SELECT MIN(s.EndDate) AS Oldest FROM ${dialect.table("MonitorData", "Session")} s`;
  const [row] = await database.query(sql);
  return optional.instant.parse(row?.Oldest ?? null);
}
