import { PrismaLibSql } from "@prisma/adapter-libsql";
import type Database from "libsql";
import { assertOpen, beginWriting, closeSqliteFile, commit, openSqliteFile, rollback, whenFree } from "./sqlite-file";

type Client = ReturnType<PrismaLibSql["createClient"]>;

interface Statement {
  readonly sql: string;
  readonly args: readonly unknown[];
}

interface Result {
  readonly columns: string[];
  readonly columnTypes: string[];
  readonly rows: unknown[][];
  readonly rowsAffected: number;
}

/**
 * Prisma's SQLite adapter with one connection of our own below it. The client it comes with opens a new connection after
 * every transaction, without our settings and never closed, and begins transactions without the write lock.
 */
export class DeskSqliteAdapter extends PrismaLibSql {
  readonly #file: string;

  constructor(file: string) {
    super({ url: `file:${file}` });
    this.#file = file;
  }

  override createClient(): Client {
    const connection = new SqliteConnection(openSqliteFile(this.#file));
    // The adapter calls execute, executeMultiple, transaction and close, and no other method of its client; it holds
    // its own mutex from the beginning of a transaction to its end, so that one connection serves both.
    return connection as unknown as Client;
  }
}

class SqliteConnection {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  async execute(statement: Statement): Promise<Result> {
    if (/^\s*(SELECT|PRAGMA)\b/i.test(statement.sql)) return run(this.#db, statement);
    await beginWriting(this.#db);
    try {
      const result = run(this.#db, statement);
      await commit(this.#db);
      return result;
    } catch (error) {
      rollback(this.#db);
      throw error;
    }
  }

  async executeMultiple(sql: string): Promise<void> {
    await whenFree(this.#db, () => this.#db.exec(sql));
  }

  async transaction(): Promise<SqliteTransaction> {
    await beginWriting(this.#db);
    return new SqliteTransaction(this.#db);
  }

  close(): void {
    closeSqliteFile(this.#db);
  }
}

class SqliteTransaction {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  async execute(statement: Statement): Promise<Result> {
    return run(this.#db, statement);
  }

  async commit(): Promise<void> {
    await commit(this.#db);
  }

  async rollback(): Promise<void> {
    rollback(this.#db);
  }
}

function run(db: Database.Database, { sql, args }: Statement): Result {
  assertOpen(db);
  const statement = db.prepare(sql);
  const values = args.map(toSqlite);
  if (!statement.reader) {
    return { columns: [], columnTypes: [], rows: [], rowsAffected: statement.run(values).changes };
  }
  const columns = statement.columns();
  return {
    columns: columns.map((column) => column.name),
    columnTypes: columns.map((column) => column.type ?? ""),
    rows: statement.raw(true).all(values) as unknown[][],
    rowsAffected: 0,
  };
}

/** What the driver can bind. It ends the whole process when it is given a boolean, so nothing unknown gets through. */
function toSqlite(value: unknown): string | number | bigint | Buffer | null {
  if (value === null || typeof value === "string" || typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value instanceof Uint8Array) return Buffer.from(value);
  throw new TypeError(`A ${typeof value} cannot be stored.`);
}
