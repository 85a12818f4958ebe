import { z } from "zod";
import type { PrismaClient as BrokerClient } from "@/prisma/generated/broker-sqlserver/client";
import { guidCell, optional, wholeCell } from "./cell";
import type { TablesDatabase } from "./database";
import { type Paged, readPages } from "./pages";
import type { ColumnList } from "./select";

/**
 * Registrations as the broker's own tables tell them: a second witness for a machine. A worker without a registration row is
 * not registered. Columns and joins as public queries show them.
 */
export const RegistrationCells = z.object({
  Uid: wholeCell,
  UUID: guidCell,
  LastContactTime: optional.instant,
  RegistrationExpiryTime: optional.instant,
});
export type RegistrationCells = z.infer<typeof RegistrationCells>;

export function readRegistrations(database: TablesDatabase<BrokerClient>, list: ColumnList): Paged<RegistrationCells> {
  const { dialect } = database;
  const columns = [
    list.of("w", "Workers", ["Uid", "UUID"]),
    list.of("r", "WorkerRegistrations", ["LastContactTime", "RegistrationExpiryTime"]),
  ].join(", ");
  const from = `${dialect.table("chb_Config", "Workers")} w
    LEFT JOIN ${dialect.table("chb_State", "WorkerRegistrations")} r ON r.Uid = w.Uid`;
  return readPages(database, RegistrationCells, {
    sqlAfter: (after) => `${columns} FROM ${from}${after ? ` WHERE w.Uid > ${after}` : ""} ORDER BY w.Uid`,
    parameter: (each, index) => each.parameter(index),
    keyOf: (row) => row.Uid,
  });
}
