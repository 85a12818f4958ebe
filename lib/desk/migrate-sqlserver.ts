import type mssql from "mssql";
import type { config as SqlServerConfig } from "mssql";
import type { Clock } from "@/lib/clock";
import { DeskError, describeError } from "@/lib/errors";
import { type AppliedMigration, type Migration, pendingMigrations } from "./migrations";

/** One transaction on one connection, as little of the driver as a migration needs; a test stands in for it. */
export interface SqlServerTransaction {
  /** Sends one batch, without parameters, and answers the rows of its last result. */
  batch(sql: string): Promise<readonly object[]>;
  /** Sends one statement with text parameters, named @p0, @p1 and so on. */
  query(sql: string, values: readonly (string | number)[]): Promise<void>;
}

const LOCK_TIMEOUT_MS = 60_000;
const CREATE_SCHEMA = `IF SCHEMA_ID('ghostdesk') IS NULL EXEC('CREATE SCHEMA [ghostdesk]')`;
const CREATE_RECORD = `IF OBJECT_ID('ghostdesk.DeskMigration') IS NULL CREATE TABLE [ghostdesk].[DeskMigration] (
  [number] int NOT NULL CONSTRAINT [PK_DeskMigration] PRIMARY KEY, [name] nvarchar(128) NOT NULL,
  [checksum] nvarchar(64) NOT NULL, [appliedAt] datetime2 NOT NULL)`;
const TAKE_LOCK = `DECLARE @result int;
EXEC @result = sp_getapplock @Resource = 'ghostdesk-migrate', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = ${LOCK_TIMEOUT_MS};
SELECT @result AS result;`;

/** Brings one SQL Server database up to date in one transaction under an application lock. Returns the names it applied. */
export async function migrateSqlServer(
  config: SqlServerConfig,
  known: readonly Migration[],
  clock: Clock,
): Promise<string[]> {
  // Loaded here, because the driver is large and whoever uses SQLite never needs it.
  const { default: driver } = await import("mssql");
  const pool = await connect(driver, config);
  try {
    const transaction = new driver.Transaction(pool);
    await transaction.begin();
    try {
      const applied = await applyPending(asTransaction(driver, transaction), known, clock);
      await transaction.commit();
      return applied;
    } catch (error) {
      // A failed batch may have ended the transaction already; the fault that counts is the first one.
      await transaction.rollback().catch(() => undefined);
      throw error;
    }
  } finally {
    await pool.close();
  }
}

async function connect(driver: typeof mssql, config: SqlServerConfig): Promise<mssql.ConnectionPool> {
  const requestTimeout = 2 * LOCK_TIMEOUT_MS;
  const pool = new driver.ConnectionPool({ ...config, pool: { min: 0, max: 1 }, requestTimeout });
  // Faults of an idle connection come as events; the next request meets them again.
  pool.on("error", () => undefined);
  try {
    return await pool.connect();
  } catch (cause) {
    const reason = describeError(cause).replace(/\.$/, "");
    throw new DeskError("unavailable", `Our own database on ${config.server} cannot be used: ${reason}.`, { cause });
  }
}

/** The migration itself, on a transaction that is open. Exported for its test. */
export async function applyPending(
  transaction: SqlServerTransaction,
  known: readonly Migration[],
  clock: Clock,
): Promise<string[]> {
  const [lock] = (await transaction.batch(TAKE_LOCK)) as { result: number }[];
  // 0 and 1 are granted, negative is timeout, cancel, deadlock victim or a parameter fault (sp_getapplock's return values).
  if (!lock || lock.result < 0) {
    throw new DeskError(
      "unavailable",
      "Another Ghostdesk has been changing our own database for a minute. Try again later.",
    );
  }
  await transaction.batch(CREATE_SCHEMA);
  await transaction.batch(CREATE_RECORD);
  const applied = await transaction.batch(
    "SELECT [number], [name], [checksum] FROM [ghostdesk].[DeskMigration] ORDER BY [number]",
  );
  const pending = pendingMigrations(known, applied as AppliedMigration[]);
  for (const migration of pending) await applyOne(transaction, migration, clock);
  return pending.map((migration) => migration.name);
}

async function applyOne(transaction: SqlServerTransaction, migration: Migration, clock: Clock): Promise<void> {
  for (const statement of migration.statements) await transaction.batch(statement);
  const at = new Date(clock.now()).toISOString().replace("Z", "");
  await transaction.query(
    "INSERT INTO [ghostdesk].[DeskMigration] ([number], [name], [checksum], [appliedAt]) VALUES (@p0, @p1, @p2, CAST(@p3 AS datetime2))",
    [migration.number, migration.name, migration.checksum, at],
  );
}

function asTransaction(driver: typeof mssql, transaction: mssql.Transaction): SqlServerTransaction {
  return {
    async batch(sql) {
      const result = await new driver.Request(transaction).batch(sql);
      return result.recordset ?? [];
    },
    async query(sql, values) {
      const request = new driver.Request(transaction);
      for (const [index, value] of values.entries()) {
        request.input(`p${index}`, typeof value === "number" ? driver.Int : driver.NVarChar, value);
      }
      await request.query(sql);
    },
  };
}
