import type Database from "libsql";
import type { Clock } from "@/lib/clock";
import { type AppliedMigration, type Migration, pendingMigrations } from "./migrations";
import { beginWriting, closeSqliteFile, commit, openSqliteFile } from "./sqlite-file";

const CREATE_RECORD = `CREATE TABLE IF NOT EXISTS "DeskMigration" (
  "number" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "checksum" TEXT NOT NULL, "appliedAt" DATETIME NOT NULL)`;

/** Brings one SQLite file up to date in one transaction under the file's write lock. Returns the names it applied. */
export async function migrateSqlite(file: string, known: readonly Migration[], clock: Clock): Promise<string[]> {
  const db = openSqliteFile(file);
  try {
    await beginWriting(db);
    const pending = applyPending(db, known, clock);
    await commit(db);
    return pending.map((migration) => migration.name);
  } finally {
    closeSqliteFile(db);
  }
}

function applyPending(db: Database.Database, known: readonly Migration[], clock: Clock): Migration[] {
  db.exec(CREATE_RECORD);
  const applied = db.prepare(`SELECT "number", "name", "checksum" FROM "DeskMigration" ORDER BY "number"`).all([]);
  const pending = pendingMigrations(known, applied as AppliedMigration[]);
  const record = db.prepare(`INSERT INTO "DeskMigration" VALUES (?, ?, ?, ?)`);
  for (const { number, name, checksum, statements } of pending) {
    for (const statement of statements) db.exec(statement);
    record.run([number, name, checksum, new Date(clock.now()).toISOString()]);
  }
  return pending;
}
