import { z } from "zod";
import type { BrokerSessionRow } from "@/lib/domain/ghost/facts";
import type { PrismaClient as BrokerClient } from "@/prisma/generated/broker-sqlserver/client";
import { guidCell, optional } from "./cell";
import { BROKER_NEEDS } from "./columns";
import type { TablesDatabase } from "./database";
import type { ColumnList } from "./select";

/** The broker's own session rows of single machines: a second witness. Columns as public queries name them. */

const BrokerSessionCells = z.object({
  UUID: guidCell,
  SessionStartTime: optional.instant,
  TrustedUserUid: optional.whole,
  HasSession: optional.whole,
});

/** Machines of one read: with fewer parameters than any database limits them to. */
export const MACHINES_MAX = 50;

/** Whether this release has the broker's sessions as we know them. */
export function hasBrokerSessions(list: ColumnList): boolean {
  return list.hasAll("Sessions", BROKER_NEEDS.Sessions.required);
}

/**
 * The broker's sessions on each of these machines (lower-case UUIDs, at most {@link MACHINES_MAX}); a machine without sessions has an
 * empty list, one that the broker does not know is not in the answer. Rejects as `query` does.
 */
export async function readBrokerSessions(
  database: Pick<TablesDatabase<BrokerClient>, "dialect" | "query">,
  list: ColumnList,
  machineKeys: readonly string[],
): Promise<Map<string, BrokerSessionRow[]>> {
  const { dialect } = database;
  const marks = machineKeys.map((_, index) => dialect.guidParameter(index + 1)).join(", ");
  const columns = [
    list.of("w", "Workers", ["UUID"]),
    list.of("s", "Sessions", ["SessionStartTime", "TrustedUserUid"]),
    "s.WorkerUid AS HasSession",
  ].join(", ");
  const sql = `SELECT ${columns} FROM ${dialect.table("chb_Config", "Workers")} w
    LEFT JOIN ${dialect.table("chb_State", "Sessions")} s ON s.WorkerUid = w.Uid
    WHERE ${dialect.guidColumn("w.UUID")} IN (${marks}) ORDER BY s.SessionStartTime`;
  const sessions = new Map<string, BrokerSessionRow[]>();
  for (const row of z.array(BrokerSessionCells).parse(await database.query(sql, machineKeys))) {
    const known = sessions.get(row.UUID) ?? [];
    if (row.HasSession !== null) known.push({ startedAt: row.SessionStartTime, named: row.TrustedUserUid !== null });
    sessions.set(row.UUID, known);
  }
  return sessions;
}
