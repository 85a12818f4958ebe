import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "libsql";
import { DeskError, describeError } from "@/lib/errors";

/** 500 pauses of 20 ms: as long as a writer may wait for another process before it gives up. */
const BUSY_PAUSE_MS = 20;
const BUSY_PAUSES_MAX = 500;

const SETTINGS = ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 0"];

/** The file that `file:…` names: `file:C:\x\desk.db` and `file:/x/desk.db` as written, `file:///…` decoded as a URL. */
export function sqlitePath(url: string): string {
  return url.startsWith("file://") ? fileURLToPath(url) : path.resolve(url.slice("file:".length));
}

/**
 * Opens one connection to a file of ours, made with its folder where it is missing: write-ahead log, full durability (the
 * audit must survive a power cut), foreign keys. It never waits for a lock by itself: that would stop the whole thread,
 * and with it perhaps the one that holds the lock. `beginWriting` waits instead. Throws DeskError
 * `unavailable` with one line where the file cannot be opened.
 */
export function openSqliteFile(file: string): Database.Database {
  let db: Database.Database | null = null;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // Made here rather than by SQLite, so that no other account of the machine can read it; Windows has its own rights.
    closeSync(openSync(file, "a", 0o600));
    db = new Database(file, { timeout: 5000 });
    for (const setting of SETTINGS) db.exec(`PRAGMA ${setting}`);
    return db;
  } catch (cause) {
    db?.close();
    const reason = describeError(cause).replace(/\.$/, "");
    throw new DeskError("unavailable", `Our own database ${file} cannot be used: ${reason}.`, { cause });
  }
}

/**
 * Takes the file's write lock, waiting up to 10 s while another connection holds it. Every write of ours begins here:
 * a prepared statement that libsql runs into a held lock stays half open, and what this connection writes after it is
 * silently undone. Throws the driver's SQLITE_BUSY where the lock never came free.
 */
export async function beginWriting(db: Database.Database): Promise<void> {
  await whenFree(db, () => db.exec("BEGIN IMMEDIATE"));
}

export async function commit(db: Database.Database): Promise<void> {
  await whenFree(db, () => db.exec("COMMIT"));
}

/** Undoes what was begun, where anything was. */
export function rollback(db: Database.Database): void {
  if (db.open && db.inTransaction) db.exec("ROLLBACK");
}

/**
 * Closes a connection, the write-ahead log emptied into the file: the driver keeps the file open until its statements are
 * collected as garbage, so closing alone would leave the log behind. Safe to call twice.
 */
export function closeSqliteFile(db: Database.Database): void {
  if (!db.open) return;
  rollback(db);
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
}

/** Runs one `exec`, again after a pause while another connection holds the file. */
export async function whenFree(db: Database.Database, work: () => void): Promise<void> {
  for (let pauses = 0; ; pauses++) {
    assertOpen(db);
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || pauses === BUSY_PAUSES_MAX) throw error;
      await pause(BUSY_PAUSE_MS);
    }
  }
}

/** The driver ends the whole process when a closed file is used, so that is asked first. */
export function assertOpen(db: Database.Database): void {
  if (!db.open) throw new Error("The database is closed.");
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}
