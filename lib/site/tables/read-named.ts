import { z } from "zod";
import type { Instant } from "@/lib/domain/site";
import { guidCell, instantCell, optional, sharedGuidCell, wholeCell } from "./cell";
import type { Columns } from "./columns";
import type { TablesDatabase } from "./database";
import { type Paged, readPages } from "./pages";
import type { ColumnList } from "./select";

/** The small tables that give things their names, read as entities, and the applications that run in sessions. */

export const GroupCells = z.object({
  Id: guidCell,
  Name: z.string(),
  LifecycleState: wholeCell,
  IsRemotePC: optional.bit.default(null),
  DesktopKind: optional.whole.default(null),
  SessionSupport: optional.whole.default(null),
  DeliveryType: optional.whole.default(null),
  IsInMaintenanceMode: optional.bit.default(null),
});
export type GroupCells = z.infer<typeof GroupCells>;

const NamedCells = z.object({ Id: guidCell, Name: z.string(), PublishedName: optional.text.default(null) });

/** Names by id of everything that rows refer to. */
export interface Names {
  readonly groups: readonly GroupCells[];
  readonly catalogs: ReadonlyMap<string, string>;
  readonly hypervisors: ReadonlyMap<string, string>;
  /** Published names where there is one. */
  readonly applications: ReadonlyMap<string, string>;
}

/** Of the columns that we want, those that this release has: a Prisma select for an entity read. */
function present<TName extends string>(
  columns: Columns,
  table: string,
  names: readonly TName[],
): Record<TName, boolean> {
  const has = columns.get(table);
  return Object.fromEntries(names.map((name) => [name, has?.has(name) ?? false])) as Record<TName, boolean>;
}

function namesById(rows: unknown): Map<string, string> {
  return new Map(
    z
      .array(NamedCells)
      .parse(rows)
      .map((row) => [row.Id, row.PublishedName ?? row.Name]),
  );
}

export async function readNames(database: TablesDatabase, columns: Columns): Promise<Names> {
  const groupFields = Object.keys(GroupCells.shape) as (keyof GroupCells)[];
  const [groups, catalogs, hypervisors, applications] = await Promise.all([
    database.read((client) => client.desktopGroup.findMany({ select: present(columns, "DesktopGroup", groupFields) })),
    database.read((client) => client.catalog.findMany({ select: { Id: true, Name: true } })),
    database.read((client) => client.hypervisor.findMany({ select: { Id: true, Name: true } })),
    database.read((client) =>
      client.application.findMany({ select: present(columns, "Application", ["Id", "Name", "PublishedName"]) }),
    ),
  ]);
  return {
    groups: z.array(GroupCells).parse(groups),
    catalogs: namesById(catalogs),
    hypervisors: namesById(hypervisors),
    applications: namesById(applications),
  };
}

export const InstanceCells = z.object({
  Id: wholeCell,
  ApplicationId: sharedGuidCell,
  SessionKey: guidCell,
  StartDate: optional.instant,
  EndDate: optional.instant,
  ModifiedDate: instantCell.nullable(),
});
export type InstanceCells = z.infer<typeof InstanceCells>;

const INSTANCE = Object.keys(InstanceCells.shape);

/** Every application that runs now, in pages by id. */
export function readRunningInstances(database: TablesDatabase, list: ColumnList): Paged<InstanceCells> {
  const table = database.dialect.table("MonitorData", "ApplicationInstance");
  return readPages(database, InstanceCells, {
    sqlAfter: (after) => `${list.of("a", "ApplicationInstance", INSTANCE)} FROM ${table} a
      WHERE a.EndDate IS NULL${after ? ` AND a.Id > ${after}` : ""} ORDER BY a.Id`,
    parameter: (dialect, index) => dialect.parameter(index),
    keyOf: (row) => row.Id,
  });
}

/** Applications started or ended since then; null where this release cannot be asked for changes. */
export async function readChangedInstances(
  database: TablesDatabase,
  list: ColumnList,
  since: Instant,
): Promise<InstanceCells[] | null> {
  if (!list.has("ApplicationInstance", "ModifiedDate")) return null;
  const { dialect } = database;
  const table = dialect.table("MonitorData", "ApplicationInstance");
  const sql = `SELECT ${list.of("a", "ApplicationInstance", INSTANCE)} FROM ${table} a
    WHERE a.ModifiedDate >= ${dialect.dateParameter(1)}`;
  return z.array(InstanceCells).parse(await database.query(sql, [dialect.dateValue(since)]));
}
