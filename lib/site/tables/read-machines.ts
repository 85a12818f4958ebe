import { z } from "zod";
import type { Instant } from "@/lib/domain/site";
import { guidCell, instantCell, optional, wholeCell } from "./cell";
import type { TablesDatabase } from "./database";
import { type Paged, readPages } from "./pages";
import type { ColumnList } from "./select";

/** Machine rows with their current load index. */

export const MachineCells = z.object({
  Id: guidCell,
  Name: optional.text,
  DnsName: optional.text,
  LifecycleState: wholeCell,
  IPAddress: optional.text,
  Sid: optional.text,
  HostedMachineName: optional.text,
  IsInMaintenanceMode: optional.bit,
  AgentVersion: optional.text,
  AssociatedUserNames: optional.text,
  CurrentRegistrationState: optional.whole,
  RegistrationStateChangeDate: optional.instant,
  LastDeregisteredCode: optional.whole,
  LastDeregisteredDate: optional.instant,
  CurrentPowerState: optional.whole,
  CurrentSessionCount: optional.whole,
  ControllerDnsName: optional.text,
  PoweredOnDate: optional.instant,
  PowerStateChangeDate: optional.instant,
  FailureDate: optional.instant,
  FaultState: optional.whole,
  OSType: optional.text,
  CatalogId: optional.guid,
  DesktopGroupId: optional.guid,
  HypervisorId: optional.guid,
  ModifiedDate: instantCell,
  EffectiveLoadIndex: optional.whole,
  LoadDate: optional.instant,
});
export type MachineCells = z.infer<typeof MachineCells>;

const MACHINE = Object.keys(MachineCells.shape).filter((name) => !["EffectiveLoadIndex", "LoadDate"].includes(name));

function columnsAndTables({ dialect }: TablesDatabase, list: ColumnList): { columns: string; from: string } {
  const machine = `${dialect.table("MonitorData", "Machine")} m`;
  if (!list.has("Machine", "CurrentLoadIndexId")) {
    return {
      columns: `${list.of("m", "Machine", MACHINE)}, NULL AS EffectiveLoadIndex, NULL AS LoadDate`,
      from: machine,
    };
  }
  return {
    columns: `${list.of("m", "Machine", MACHINE)}, l.EffectiveLoadIndex AS EffectiveLoadIndex, l.CreatedDate AS LoadDate`,
    from: `${machine} LEFT JOIN ${dialect.table("MonitorData", "LoadIndex")} l ON l.Id = m.CurrentLoadIndexId`,
  };
}

/** Deleted and stub rows are no machines of the site any more (LifecycleState 1 and 3). */
export function isOnSite(row: Pick<MachineCells, "LifecycleState">): boolean {
  return row.LifecycleState !== 1 && row.LifecycleState !== 3;
}

/** Every machine of the site, in pages by id. */
export function readAllMachines(database: TablesDatabase, list: ColumnList): Paged<MachineCells> {
  const { columns, from } = columnsAndTables(database, list);
  return readPages(database, MachineCells, {
    sqlAfter: (after) => `${columns} FROM ${from}
      WHERE m.LifecycleState NOT IN (1, 3)${after ? ` AND m.Id > ${after}` : ""} ORDER BY m.Id`,
    parameter: (dialect, index) => dialect.guidParameter(index),
    keyOf: (row) => row.Id,
  });
}

/** Machines, deleted ones included, whose row changed at or after `since`. */
export async function readChangedMachines(
  database: TablesDatabase,
  list: ColumnList,
  since: Instant,
): Promise<MachineCells[]> {
  const { dialect } = database;
  const { columns, from } = columnsAndTables(database, list);
  const sql = `SELECT ${columns} FROM ${from} WHERE m.ModifiedDate >= ${dialect.dateParameter(1)}`;
  return z.array(MachineCells).parse(await database.query(sql, [dialect.dateValue(since)]));
}
