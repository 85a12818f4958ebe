import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { sqlServerAdapter } from "@/lib/desk/sqlserver-adapter";
import { parseSqlServerUrl } from "@/lib/desk/sqlserver-url";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { PrismaClient as BrokerSqlite } from "@/prisma/generated/broker-sqlite/client";
import { PrismaClient as BrokerSqlServer } from "@/prisma/generated/broker-sqlserver/client";
import { PrismaClient as MonitorSqlite } from "@/prisma/generated/monitor-sqlite/client";
import { PrismaClient as MonitorSqlServer } from "@/prisma/generated/monitor-sqlserver/client";
import { deadline } from "./deadline";
import { type Dialect, sqlite, sqlServer } from "./dialect";
import { sentenceFor } from "./failure";

/** The Citrix tables behind Prisma, read only: few connections, a limit on every read, one way to ask. */

export type Row = Readonly<Record<string, unknown>>;
type MonitorClient = MonitorSqlServer;
type BrokerClient = BrokerSqlServer;

export interface TablesDatabase<TClient extends MonitorClient | BrokerClient = MonitorClient> {
  readonly dialect: Dialect;
  /** Runs one SELECT. Rejects with `unavailable` when the database cannot be reached or does not answer in time. */
  query(sql: string, parameters?: readonly (string | number)[]): Promise<readonly Row[]>;
  /** A read of small tables as entities, with the same limit and error. Never filter by a date here (see Dialect). */
  read<TResult>(work: (client: TClient) => Promise<TResult>): Promise<TResult>;
  /** The database's own clock; null where it has none (a file). */
  now(): Promise<Instant | null>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Milliseconds one read may take. */
  readonly readMsMax: number;
}

const CONNECTIONS_MAX = 3;

function filePath(url: string): string {
  const file = url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length);
  if (existsSync(file)) return file;
  throw new DeskError("unavailable", `There is no file ${file}.`);
}

function sqliteAdapter(url: string): PrismaLibSql {
  return new PrismaLibSql({ url: `file:${filePath(url)}`, intMode: "number" });
}

type SqlServerAdapter = ReturnType<typeof sqlServerAdapter>;

function readOnlyAdapter(url: string, readMsMax: number): SqlServerAdapter {
  const config = parseSqlServerUrl(url);
  return sqlServerAdapter({
    ...config,
    connectionTimeout: Math.min(readMsMax, 15_000),
    requestTimeout: readMsMax,
    pool: { ...config.pool, max: CONNECTIONS_MAX },
    options: { ...config.options, appName: "Ghostdesk", readOnlyIntent: true },
  });
}

interface ClientPair<TClient> {
  sqlite: new (options: { adapter: PrismaLibSql }) => unknown;
  sqlServer: new (options: { adapter: SqlServerAdapter }) => TClient;
}

/** The SQLite client as the SQL Server one: its schema is derived from that one, so models and fields are the same. */
function asCanonical<TClient>(client: unknown): TClient {
  return client as TClient;
}

function makeClient<TClient>(url: string, pair: ClientPair<TClient>, readMsMax: number): TClient {
  if (url.startsWith("sqlserver://")) return new pair.sqlServer({ adapter: readOnlyAdapter(url, readMsMax) });
  return asCanonical<TClient>(new pair.sqlite({ adapter: sqliteAdapter(url) }));
}

function open<TClient extends MonitorClient | BrokerClient>(
  url: string,
  pair: ClientPair<TClient>,
  { readMsMax }: OpenOptions,
): TablesDatabase<TClient> {
  const dialect = url.startsWith("sqlserver://") ? sqlServer : sqlite;
  // Opened by the first read and, after a failure, again by the next: a file or server may only come later.
  let opened: Promise<TClient> | null = null;
  const openClient = async (): Promise<TClient> => {
    const client = makeClient(url, pair, readMsMax);
    if (dialect === sqlite) await asCanonical<MonitorClient>(client).$queryRawUnsafe("PRAGMA query_only = ON");
    return client;
  };
  const close = async () => {
    const client = opened;
    opened = null;
    await asCanonical<MonitorClient | undefined>(await client)?.$disconnect();
  };
  const read = async <TResult>(work: (client: TClient) => Promise<TResult>): Promise<TResult> => {
    try {
      opened ??= openClient();
      return await deadline(opened.then(work), readMsMax);
    } catch (cause) {
      if (dialect === sqlite) opened = null;
      throw new DeskError("unavailable", sentenceFor(cause), { cause });
    }
  };
  const query: TablesDatabase["query"] = (sql, parameters = []) =>
    read((client) => asCanonical<MonitorClient>(client).$queryRawUnsafe<Row[]>(sql, ...parameters));
  const now = async () => (dialect === sqlite ? null : readDatabaseClock(query));
  return { dialect, query, read, now, close };
}

async function readDatabaseClock(query: TablesDatabase["query"]): Promise<Instant | null> {
  const [row] = await query("SELECT CONVERT(varchar(33), SYSUTCDATETIME(), 126) AS Now");
  const now = Date.parse(`${String(row?.Now).slice(0, 23)}Z`);
  return Number.isFinite(now) ? now : null;
}

/** Opens the Monitoring tables (schema MonitorData). Nothing is sent before the first read. */
export function openMonitorTables(url: string, options: OpenOptions): TablesDatabase<MonitorClient> {
  return open<MonitorClient>(url, { sqlite: MonitorSqlite, sqlServer: MonitorSqlServer }, options);
}

/** Opens the broker tables (schemas chb_Config and chb_State). Nothing is sent before the first read. */
export function openBrokerTables(url: string, options: OpenOptions): TablesDatabase<BrokerClient> {
  return open<BrokerClient>(url, { sqlite: BrokerSqlite, sqlServer: BrokerSqlServer }, options);
}
