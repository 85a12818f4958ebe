import { DeskError } from "@/lib/errors";
import type { TablesDatabase } from "./database";

/**
 * Columns differ by release. At start, what the reader needs is compared with what the database has: optional columns that
 * are missing are read as null, required ones stop the reader with one list. Names: Monitoring database diagrams (official);
 * chb_* columns as public queries name them.
 */

export interface TableNeed {
  readonly schema: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** The whole table may be missing, or a required column of it: then nothing of it is read, and nothing stops. */
  readonly isOptional?: true;
}

const words = (text: string) => text.trim().split(/\s+/);

export const MONITOR_NEEDS = {
  Session: {
    schema: "MonitorData",
    required: words(`SessionKey StartDate LogOnDuration EndDate ConnectionState ConnectionStateChangeDate LifecycleState
      CurrentConnectionId UserId MachineId ModifiedDate`),
    optional: words("SessionType IsAnonymous SessionIdleTime FailureId FailureDate"),
  },
  Connection: {
    schema: "MonitorData",
    required: words("Id SessionKey ClientName ClientAddress ClientVersion Protocol IsReconnect ModifiedDate"),
    optional: words("ClientPlatform BrokeringDate EstablishmentDate LogOnStartDate LogOnEndDate DisconnectDate"),
  },
  User: {
    schema: "MonitorData",
    required: words("Id Sid Upn UserName FullName Domain CreatedDate ModifiedDate"),
    optional: [],
  },
  Machine: {
    schema: "MonitorData",
    required: words(`Id Name DnsName LifecycleState IsInMaintenanceMode CurrentRegistrationState CurrentPowerState
      CatalogId DesktopGroupId HypervisorId CurrentSessionCount ModifiedDate`),
    optional:
      words(`Sid IPAddress HostedMachineName AgentVersion AssociatedUserNames RegistrationStateChangeDate LastDeregisteredCode
      LastDeregisteredDate ControllerDnsName PoweredOnDate PowerStateChangeDate FailureDate FaultState OSType CurrentLoadIndexId`),
  },
  LoadIndex: { schema: "MonitorData", required: words("Id EffectiveLoadIndex MachineId CreatedDate"), optional: [] },
  DesktopGroup: {
    schema: "MonitorData",
    required: words("Id Name LifecycleState"),
    optional: words("IsRemotePC DesktopKind SessionSupport DeliveryType IsInMaintenanceMode"),
  },
  Catalog: { schema: "MonitorData", required: words("Id Name"), optional: [] },
  Hypervisor: { schema: "MonitorData", required: words("Id Name"), optional: [] },
  Application: { schema: "MonitorData", required: words("Id Name"), optional: words("PublishedName") },
  ApplicationInstance: {
    schema: "MonitorData",
    required: words("Id ApplicationId SessionKey StartDate EndDate"),
    optional: words("ModifiedDate"),
  },
  ConnectionFailureCategory: {
    schema: "MonitorData",
    isOptional: true,
    required: words("Id ConnectionFailureEnumValue Category"),
    optional: [],
  },
  ConnectionFailureLog: {
    schema: "MonitorData",
    isOptional: true,
    required: words("Id SessionKey FailureDate ConnectionFailureEnumValue ModifiedDate"),
    optional: words("UserId MachineId"),
  },
} as const satisfies Record<string, TableNeed>;

export const BROKER_NEEDS = {
  Workers: { schema: "chb_Config", required: words("Uid UUID"), optional: [] },
  WorkerRegistrations: {
    schema: "chb_State",
    required: words("Uid LastContactTime"),
    optional: words("RegistrationExpiryTime"),
  },
  Sessions: {
    schema: "chb_State",
    isOptional: true,
    required: words("WorkerUid TrustedUserUid SessionStartTime"),
    optional: [],
  },
} as const satisfies Record<string, TableNeed>;

/** The columns that may be read, by table; a table that is missing as a whole has none. */
export type Columns = ReadonlyMap<string, ReadonlySet<string>>;

async function readColumns(database: Pick<TablesDatabase, "dialect" | "query">, schemas: readonly string[]) {
  const sql =
    database.dialect.name === "sqlite"
      ? `SELECT '' AS SchemaName, m.name AS TableName, p.name AS ColumnName FROM sqlite_master m, pragma_table_info(m.name) p
         WHERE m.type IN ('table', 'view')`
      : `SELECT TABLE_SCHEMA AS SchemaName, TABLE_NAME AS TableName, COLUMN_NAME AS ColumnName FROM INFORMATION_SCHEMA.COLUMNS
         WHERE TABLE_SCHEMA IN (${schemas.map((_, index) => database.dialect.parameter(index + 1)).join(", ")})`;
  const rows = await database.query(sql, database.dialect.name === "sqlite" ? [] : schemas);
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const table = String(row.TableName);
    const columns = found.get(table) ?? new Set<string>();
    columns.add(String(row.ColumnName).toLowerCase());
    found.set(table, columns);
  }
  return found;
}

/**
 * Which of the needed columns are there. Throws DeskError `invalid` with one clear list where a required table or column is
 * missing; what is optional and missing is simply not in the answer.
 */
export async function checkColumns(
  database: Pick<TablesDatabase, "dialect" | "query">,
  needs: Readonly<Record<string, TableNeed>>,
): Promise<Columns> {
  const schemas = [...new Set(Object.values(needs).map((need) => need.schema))];
  const found = await readColumns(database, schemas);
  const missing: string[] = [];
  const columns = new Map<string, ReadonlySet<string>>();
  for (const [table, need] of Object.entries(needs)) {
    const has = found.get(table) ?? new Set<string>();
    const lacks = need.required.filter((name) => !has.has(name.toLowerCase()));
    if (lacks.length > 0 && !need.isOptional)
      missing.push(`${need.schema}.${table}: ${has.size === 0 ? "the table" : lacks.join(", ")}`);
    columns.set(table, new Set([...need.required, ...need.optional].filter((name) => has.has(name.toLowerCase()))));
  }
  if (missing.length === 0) return columns;
  throw new DeskError("invalid", `The database lacks what Ghostdesk must read: ${missing.join("; ")}.`);
}

/** What is optional and missing in this release, for the doctor: columns as `Table.Column`, whole tables by their name. */
export function missingOptional(columns: Columns, needs: Readonly<Record<string, TableNeed>>): string[] {
  return Object.entries(needs).flatMap(([table, need]) => {
    const has = columns.get(table) ?? new Set<string>();
    if (need.isOptional && has.size === 0) return [table];
    const names = need.isOptional ? [...need.required, ...need.optional] : need.optional;
    return names.filter((name) => !has.has(name)).map((name) => `${table}.${name}`);
  });
}
