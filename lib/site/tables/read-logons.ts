import { z } from "zod";
import type { Instant } from "@/lib/domain/site";
import { wholeCell } from "./cell";
import type { TablesDatabase } from "./database";
import type { Dialect } from "./dialect";
import type { ColumnList } from "./select";

/** How many logons took how long, counted by the database: a week of a large site is hundreds of thousands of rows. */

const LogonCountCells = z
  .object({ Seconds: wholeCell, Logons: wholeCell, LongestMs: wholeCell })
  .transform((row) => ({ seconds: row.Seconds, logons: row.Logons, longestMs: row.LongestMs }));
/** Logons of one whole second's length; `longestMs` is the longest of them. */
export type LogonCount = z.infer<typeof LogonCountCells>;

/** Longer is no logon but a wrong clock. */
const LOGON_MS_MAX = 24 * 60 * 60_000;

/**
 * The finished logons of sessions that began at or after `since`, shortest first; anonymous sessions, which load no profile, are left
 * out. A logon took LogOnDuration (milliseconds); where that is not filled in, from its brokering (or its own start) to its end as the
 * first connection of the session tells. Rejects as `query` does.
 */
export async function readLogonCounts(
  database: Pick<TablesDatabase, "dialect" | "query">,
  list: ColumnList,
  since: Instant,
): Promise<LogonCount[]> {
  const { dialect } = database;
  const reads = [durationsOfSessions(dialect, list), durationsOfConnections(dialect, list)].filter(
    (sql) => sql !== null,
  );
  const began = reads.map((sql, index) => `${sql} AND s.StartDate >= ${dialect.dateParameter(index + 1)}`);
  const sql = `SELECT d.Ms / 1000 AS Seconds, COUNT(*) AS Logons, MAX(d.Ms) AS LongestMs
    FROM (${began.join(" UNION ALL ")}) d WHERE d.Ms BETWEEN 0 AND ${LOGON_MS_MAX}
    GROUP BY d.Ms / 1000 ORDER BY Seconds`;
  const rows = await database.query(
    sql,
    began.map(() => dialect.dateValue(since)),
  );
  return z.array(LogonCountCells).parse(rows);
}

const named = (list: ColumnList) =>
  list.has("Session", "IsAnonymous") ? " AND (s.IsAnonymous = 0 OR s.IsAnonymous IS NULL)" : "";

function durationsOfSessions(dialect: Dialect, list: ColumnList): string {
  return `SELECT s.LogOnDuration AS Ms FROM ${dialect.table("MonitorData", "Session")} s
    WHERE s.LogOnDuration IS NOT NULL${named(list)}`;
}

/** Null where this release does not keep when a logon ended or began. */
function durationsOfConnections(dialect: Dialect, list: ColumnList): string | null {
  const starts = ["BrokeringDate", "LogOnStartDate"].filter((name) => list.has("Connection", name));
  if (starts.length === 0 || !list.has("Connection", "LogOnEndDate")) return null;
  const columns = starts.map((name) => `c.${name}`).join(", ");
  const start = starts.length > 1 ? `COALESCE(${columns})` : columns;
  return `SELECT ${dialect.millisecondsBetween(start, "c.LogOnEndDate")} AS Ms
    FROM ${dialect.table("MonitorData", "Session")} s
    ${dialect.joinToFew} ${dialect.table("MonitorData", "Connection")} c ON c.SessionKey = s.SessionKey
    WHERE s.LogOnDuration IS NULL${named(list)} AND c.IsReconnect = 0 AND c.LogOnEndDate IS NOT NULL`;
}
