import { z } from "zod";
import type { Instant } from "@/lib/domain/site";
import { bitCell, guidCell, instantCell, optional, wholeCell } from "./cell";
import type { TablesDatabase } from "./database";
import { type Paged, readPages } from "./pages";
import type { ColumnList } from "./select";

/** Session rows with their current connection: one to one, so a reconnect never multiplies a session. */

export const SessionCells = z.object({
  SessionKey: guidCell,
  StartDate: optional.instant,
  LogOnDuration: optional.whole,
  EndDate: optional.instant,
  ConnectionState: wholeCell,
  ConnectionStateChangeDate: instantCell,
  LifecycleState: wholeCell,
  UserId: optional.whole,
  MachineId: optional.sharedGuid,
  SessionType: optional.whole,
  IsAnonymous: optional.bit,
  SessionIdleTime: optional.instant,
  ModifiedDate: instantCell,
  ClientName: optional.text,
  ClientAddress: optional.text,
  ClientVersion: optional.sharedText,
  ClientPlatform: optional.sharedText,
  Protocol: optional.sharedText,
  IsReconnect: bitCell.nullable(),
  BrokeringDate: optional.instant,
  LogOnStartDate: optional.instant,
  LogOnEndDate: optional.instant,
  ConnectionModifiedDate: optional.instant,
});
export type SessionCells = z.infer<typeof SessionCells>;

const SESSION =
  `SessionKey StartDate LogOnDuration EndDate ConnectionState ConnectionStateChangeDate LifecycleState UserId
  MachineId SessionType IsAnonymous SessionIdleTime ModifiedDate`.split(/\s+/);
const CONNECTION =
  `ClientName ClientAddress ClientVersion ClientPlatform Protocol IsReconnect BrokeringDate LogOnStartDate
  LogOnEndDate`.split(/\s+/);

/** Deleted and stub rows are not sessions (LifecycleState 1 and 3); RequiresResolution (2) is one being filled in. */
export function isLive(row: Pick<SessionCells, "EndDate" | "LifecycleState">): boolean {
  return row.EndDate === null && row.LifecycleState !== 1 && row.LifecycleState !== 3;
}

function columnsAndTables({ dialect }: TablesDatabase, list: ColumnList): { columns: string; s: string; c: string } {
  const columns = [
    list.of("s", "Session", SESSION),
    list.of("c", "Connection", CONNECTION),
    `c.${dialect.column("ModifiedDate")} AS ${dialect.column("ConnectionModifiedDate")}`,
  ].join(", ");
  return {
    columns,
    s: `${dialect.table("MonitorData", "Session")} s`,
    c: `${dialect.table("MonitorData", "Connection")} c`,
  };
}

/** Every live session, in pages by key. */
export function readLiveSessions(database: TablesDatabase, list: ColumnList): Paged<SessionCells> {
  const { columns, s, c } = columnsAndTables(database, list);
  return readPages(database, SessionCells, {
    sqlAfter: (after) => `${columns} FROM ${s} LEFT JOIN ${c} ON c.Id = s.CurrentConnectionId
      WHERE s.EndDate IS NULL AND s.LifecycleState NOT IN (1, 3)${after ? ` AND s.SessionKey > ${after}` : ""}
      ORDER BY s.SessionKey`,
    parameter: (dialect, index) => dialect.guidParameter(index),
    keyOf: (row) => row.SessionKey,
  });
}

/** Sessions, ended ones included, whose own row or current connection changed at or after `since`. */
export async function readChangedSessions(
  database: TablesDatabase,
  list: ColumnList,
  since: Instant,
): Promise<SessionCells[]> {
  const { dialect } = database;
  const { columns, s, c } = columnsAndTables(database, list);
  const at = dialect.dateValue(since);
  const [own, connected] = await Promise.all([
    database.query(
      `SELECT ${columns} FROM ${s} LEFT JOIN ${c} ON c.Id = s.CurrentConnectionId
       WHERE s.ModifiedDate >= ${dialect.dateParameter(1)}`,
      [at],
    ),
    database.query(
      `SELECT ${columns} FROM ${c} JOIN ${s} ON s.SessionKey = c.SessionKey AND s.CurrentConnectionId = c.Id
       WHERE c.ModifiedDate >= ${dialect.dateParameter(1)}`,
      [at],
    ),
  ]);
  return newestOfEach(z.array(SessionCells).parse([...own, ...connected]));
}

/** One row of each session: the two reads may see it at two moments, and the later of them must not be undone by the other. */
function newestOfEach(rows: readonly SessionCells[]): SessionCells[] {
  const newest = new Map<string, SessionCells>();
  for (const row of rows) {
    const other = newest.get(row.SessionKey);
    if (!other || changedAt(row) > changedAt(other)) newest.set(row.SessionKey, row);
  }
  return [...newest.values()];
}

const changedAt = (row: SessionCells) => Math.max(row.ModifiedDate, row.ConnectionModifiedDate ?? 0);
