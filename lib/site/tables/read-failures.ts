import { z } from "zod";
import type { Instant } from "@/lib/domain/site";
import { guidCell, instantCell, optional, wholeCell } from "./cell";
import { MONITOR_NEEDS } from "./columns";
import type { TablesDatabase } from "./database";
import type { ColumnList } from "./select";

/**
 * What went wrong on the site: sessions that ended with a failure, and launches that failed. Session.FailureId is the id of a row
 * of ConnectionFailureCategory (relation Session_Failure of the Monitoring database diagram), not a failure code.
 */

type Asked = Pick<TablesDatabase, "dialect" | "query">;

export interface FailedSessionRow {
  readonly sessionKey: string;
  readonly at: Instant;
  readonly userId: number | null;
  readonly machineId: string | null;
  /** Id of the category's row, data of this site. */
  readonly categoryId: number;
  /** SessionFailureCode and ConnectionFailureType; null where the category has no row. */
  readonly code: number | null;
  readonly category: number | null;
}

export interface FailedLaunchRow {
  readonly id: number;
  readonly at: Instant;
  readonly sessionKey: string;
  readonly userId: number | null;
  readonly machineId: string | null;
  /** SessionFailureCode. */
  readonly code: number;
}

const FailedSessionCells = z
  .object({
    SessionKey: guidCell,
    FailureDate: optional.instant,
    EndDate: optional.instant,
    ModifiedDate: instantCell,
    UserId: optional.whole,
    MachineId: optional.sharedGuid,
    FailureId: wholeCell,
    ConnectionFailureEnumValue: optional.whole,
    Category: optional.whole,
  })
  .transform(
    (row): FailedSessionRow => ({
      sessionKey: row.SessionKey,
      at: row.FailureDate ?? row.EndDate ?? row.ModifiedDate,
      userId: row.UserId,
      machineId: row.MachineId,
      categoryId: row.FailureId,
      code: row.ConnectionFailureEnumValue,
      category: row.Category,
    }),
  );

const SESSION = ["SessionKey", "FailureDate", "EndDate", "ModifiedDate", "UserId", "MachineId", "FailureId"];

/**
 * Ended sessions with a failure whose row changed at or after `since`; null where this release does not keep them. Rejects as
 * `query` does.
 */
export async function readFailedSessions(
  database: Asked,
  list: ColumnList,
  since: Instant,
): Promise<FailedSessionRow[] | null> {
  const { dialect } = database;
  const categories = MONITOR_NEEDS.ConnectionFailureCategory.required;
  if (!list.has("Session", "FailureId") || !list.hasAll("ConnectionFailureCategory", categories)) return null;
  const columns = [
    list.of("s", "Session", SESSION),
    list.of("f", "ConnectionFailureCategory", ["ConnectionFailureEnumValue", "Category"]),
  ].join(", ");
  const sql = `SELECT ${columns} FROM ${dialect.table("MonitorData", "Session")} s
    LEFT JOIN ${dialect.table("MonitorData", "ConnectionFailureCategory")} f ON f.Id = s.FailureId
    WHERE s.FailureId IS NOT NULL AND s.EndDate IS NOT NULL AND s.ModifiedDate >= ${dialect.dateParameter(1)}`;
  return z.array(FailedSessionCells).parse(await database.query(sql, [dialect.dateValue(since)]));
}

const FailedLaunchCells = z
  .object({
    Id: wholeCell,
    FailureDate: instantCell,
    SessionKey: guidCell,
    UserId: optional.whole,
    MachineId: optional.sharedGuid,
    ConnectionFailureEnumValue: wholeCell,
  })
  .transform(
    (row): FailedLaunchRow => ({
      id: row.Id,
      at: row.FailureDate,
      sessionKey: row.SessionKey,
      userId: row.UserId,
      machineId: row.MachineId,
      code: row.ConnectionFailureEnumValue,
    }),
  );

/**
 * Launches that failed, logged or changed at or after `since`; null where this release does not log them. Older releases name
 * neither user nor machine in the log: then the session's row does. Rejects as `query` does.
 */
export async function readFailedLaunches(
  database: Asked,
  list: ColumnList,
  since: Instant,
): Promise<FailedLaunchRow[] | null> {
  const { dialect } = database;
  const table = "ConnectionFailureLog";
  if (!list.hasAll(table, MONITOR_NEEDS.ConnectionFailureLog.required)) return null;
  const own = list.of("l", table, ["Id", "FailureDate", "SessionKey", "ConnectionFailureEnumValue"]);
  const either = ["UserId", "MachineId"].map((name) => {
    const column = dialect.column(name);
    return list.has(table, name) ? `COALESCE(l.${column}, s.${column}) AS ${column}` : `s.${column} AS ${column}`;
  });
  const sql = `SELECT ${[own, ...either].join(", ")} FROM ${dialect.table("MonitorData", table)} l
    LEFT JOIN ${dialect.table("MonitorData", "Session")} s ON s.SessionKey = l.SessionKey
    WHERE l.ModifiedDate >= ${dialect.dateParameter(1)}`;
  return z.array(FailedLaunchCells).parse(await database.query(sql, [dialect.dateValue(since)]));
}
