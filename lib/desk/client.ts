import { DeskError } from "@/lib/errors";
import { PrismaClient as SqliteClient } from "@/prisma/generated/desk-sqlite/client";
import type { Prisma } from "@/prisma/generated/desk-sqlserver/client";
import { PrismaClient as SqlServerClient } from "@/prisma/generated/desk-sqlserver/client";
import { DeskSqliteAdapter } from "./sqlite-adapter";
import { sqlitePath } from "./sqlite-file";
import { sqlServerAdapter } from "./sqlserver-adapter";
import { parseSqlServerUrl } from "./sqlserver-url";

/** Our own database. End it with `$disconnect()`. Inside a transaction use the transaction's client only, never this one. */
export type Desk = SqlServerClient;
/** The same, inside a transaction. */
export type DeskTransaction = Prisma.TransactionClient;

/** How long a transaction may wait for the one before it, and how long it may take. */
const OPTIONS = { transactionOptions: { maxWait: 15_000, timeout: 20_000 }, errorFormat: "minimal" } as const;

/**
 * Opens our own database: `file:…` or `sqlserver://…`. Connects at the first query. Throws DeskError `invalid` where the
 * address is wrong. The tables are made by migrateDesk, which runs first.
 */
export function openDesk(url: string): Desk {
  if (url.startsWith("file:")) {
    const adapter = new DeskSqliteAdapter(sqlitePath(url));
    return asDesk(new SqliteClient({ adapter, ...OPTIONS }));
  }
  if (!url.startsWith("sqlserver://")) {
    throw new DeskError("invalid", "The address of our own database must start with file: or sqlserver://.");
  }
  const adapter = sqlServerAdapter(parseSqlServerUrl(url, { poolMax: 8 }));
  return new SqlServerClient({ adapter, ...OPTIONS });
}

/**
 * Both clients are generated from the same models, the SQLite schema being derived from the other one and kept current
 * by a test: same methods, same rows. They differ in isolation levels only, of which both know Serializable.
 */
function asDesk(client: SqliteClient): Desk {
  return client as unknown as Desk;
}
