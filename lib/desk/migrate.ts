import { type Clock, wallClock } from "@/lib/clock";
import { migrateSqlite } from "./migrate-sqlite";
import { migrateSqlServer } from "./migrate-sqlserver";
import { readMigrations } from "./migrations";
import { sqlitePath } from "./sqlite-file";
import { parseSqlServerUrl } from "./sqlserver-url";

export interface MigrateOptions {
  /** Where the migrations lie; the program's own, relative to the folder it is started in, unless said. */
  readonly folder?: string;
  readonly clock?: Clock;
}

/**
 * Makes or updates our own tables. Safe to call by several processes at once: one works, the others wait and find nothing
 * to do. Returns the names it applied. Throws DeskError `conflict` where the database is newer than the program or an
 * applied migration changed; everything else is undone together.
 */
export async function migrateDesk(url: string, { folder, clock = wallClock }: MigrateOptions = {}): Promise<string[]> {
  if (url.startsWith("file:")) return migrateSqlite(sqlitePath(url), readMigrations("sqlite", folder), clock);
  return migrateSqlServer(parseSqlServerUrl(url), readMigrations("sqlserver", folder), clock);
}
