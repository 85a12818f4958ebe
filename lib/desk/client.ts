import { DeskError } from "@/lib/errors";
import { PrismaClient as SqliteClient } from "@/prisma/generated/desk-sqlite/client";
import type { Prisma } from "@/prisma/generated/desk-sqlserver/client";
import { PrismaClient as SqlServerClient } from "@/prisma/generated/desk-sqlserver/client";
import type { AuditSeal, Bound, DeskBinding } from "./audit-seal";
import { DeskSqliteAdapter } from "./sqlite-adapter";
import { sqlitePath } from "./sqlite-file";
import { sqlServerAdapter } from "./sqlserver-adapter";
import { parseSqlServerUrl } from "./sqlserver-url";

/** Our own database, inside a transaction. */
export type DeskTransaction = Prisma.TransactionClient & Bound;

/** Our own database. End it with `$disconnect()`. Inside a transaction use the transaction's client only, never this one. */
export interface Desk extends Omit<SqlServerClient, "$transaction">, Bound {
  $transaction<TResult>(
    work: (tx: DeskTransaction) => Promise<TResult>,
    options?: { readonly isolationLevel: "Serializable" },
  ): Promise<TResult>;
}

/** How long a transaction may wait for the one before it, and how long it may take. */
const OPTIONS = { transactionOptions: { maxWait: 15_000, timeout: 20_000 }, errorFormat: "minimal" } as const;

/**
 * Opens our own database: `file:…` or `sqlserver://…`. Connects at the first query. Without `seal` it can be read, and changed only
 * where nothing is audited. Throws DeskError `invalid` where the address is wrong. The tables are made by migrateDesk, which runs first.
 */
export function openDesk(url: string, seal: AuditSeal | null = null): Desk {
  if (url.startsWith("file:")) {
    const adapter = new DeskSqliteAdapter(sqlitePath(url));
    return bind(new SqliteClient({ adapter, ...OPTIONS }), { dialect: "sqlite", seal });
  }
  if (!url.startsWith("sqlserver://")) {
    throw new DeskError("invalid", "The address of our own database must start with file: or sqlserver://.");
  }
  const adapter = sqlServerAdapter(parseSqlServerUrl(url, { poolMax: 8 }));
  return bind(new SqlServerClient({ adapter, ...OPTIONS }), { dialect: "sqlserver", seal });
}

/**
 * Both clients are generated from the same models, the SQLite schema being derived from the other one and kept current
 * by a test: same methods, same rows. They differ in isolation levels only, of which both know Serializable.
 */
function bind(client: SqliteClient | SqlServerClient, binding: DeskBinding): Desk {
  const bound = (client as SqlServerClient).$extends({ client: { $binding: () => binding } });
  return bound as unknown as Desk;
}
