import { PrismaMssql } from "@prisma/adapter-mssql";
import { DeskError } from "@/lib/errors";
import { PrismaClient as SqliteClient } from "@/prisma/generated/desk-sqlite/client";
import type { Prisma } from "@/prisma/generated/desk-sqlserver/client";
import { PrismaClient as SqlServerClient } from "@/prisma/generated/desk-sqlserver/client";
import { DeskSqliteAdapter } from "./sqlite-adapter";
import { sqlitePath } from "./sqlite-file";
import { parseSqlServerUrl } from "./sqlserver-url";

/** Our own database. End it with `$disconnect()`. Inside a transaction use the transaction's client only, never this one. */
export type Desk = SqlServerClient;
/** The same, inside a transaction. */
export type DeskTransaction = Prisma.TransactionClient;

/** How long a transaction may wait for the one before it, and how long it may take. */
const TRANSACTION = { maxWait: 15_000, timeout: 20_000 };

/**
 * Opens our own database: `file:…` or `sqlserver://…`. Connects at the first query. Throws DeskError `invalid` where the
 * address is wrong. The tables are made by migrateDesk, which runs first.
 */
export function openDesk(url: string): Desk {
  if (url.startsWith("file:")) {
    const adapter = new DeskSqliteAdapter(sqlitePath(url));
    return asDesk(new SqliteClient({ adapter, transactionOptions: TRANSACTION }));
  }
  if (!url.startsWith("sqlserver://")) {
    throw new DeskError("invalid", "The address of our own database must start with file: or sqlserver://.");
  }
  const adapter = new PrismaMssql(parseSqlServerUrl(url, { poolMax: 8 }));
  return new SqlServerClient({ adapter, transactionOptions: TRANSACTION });
}

/**
 * Both clients are generated from the same models, the SQLite schema being derived from the other one and kept current
 * by a test: same methods, same rows. They differ in isolation levels only, of which both know Serializable.
 */
function asDesk(client: SqliteClient): Desk {
  return client as unknown as Desk;
}
