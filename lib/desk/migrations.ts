import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DeskError } from "@/lib/errors";

export type Dialect = "sqlite" | "sqlserver";

/** One step of our tables, as written in prisma/desk/migrations/NNNN_name/{sqlite,sqlserver}.sql. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
  /** SHA-256 of the text with line feeds only, so that a checkout on Windows has the same. */
  readonly checksum: string;
}

/** What a database says it has. */
export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

export const MIGRATIONS_FOLDER = path.join("prisma", "desk", "migrations");

/** All migrations of the program in order. Throws DeskError `internal` where the folder is missing or has a gap. */
export function readMigrations(dialect: Dialect, folder: string = MIGRATIONS_FOLDER): Migration[] {
  const names = listMigrations(folder);
  return names.map((name, index) => {
    const number = Number(name.slice(0, 4));
    if (number !== index + 1)
      throw new DeskError("internal", `Migration ${index + 1} is missing: found ${name} instead.`);
    const text = readFileSync(path.join(folder, name, `${dialect}.sql`), "utf8").replaceAll("\r\n", "\n");
    const statements = text.split(/^-- next$/m).map((statement) => statement.trim());
    const checksum = createHash("sha256").update(text).digest("hex");
    return { number, name, statements: statements.filter((statement) => statement !== ""), checksum };
  });
}

function listMigrations(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{4}_[a-z0-9_]+$/.test(name))
      .sort();
  } catch (cause) {
    throw new DeskError("internal", `No migrations in ${path.resolve(folder)}: start Ghostdesk in its own folder.`, {
      cause,
    });
  }
}

/**
 * The migrations a database still needs. Throws DeskError `conflict` with one line where the database is newer than the
 * program, or where a file changed after it was applied.
 */
export function pendingMigrations(known: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const newest = applied.findLast((entry) => entry.number > known.length);
  if (newest) {
    throw new DeskError(
      "conflict",
      `Our own database was written by a newer Ghostdesk (it has ${newest.name}, this program ends at ${known.at(-1)?.name ?? "nothing"}). Start the newer one.`,
    );
  }
  const changed = applied.find((entry) => known[entry.number - 1]?.checksum !== entry.checksum);
  if (changed) {
    throw new DeskError(
      "conflict",
      `Migration ${changed.name} differs from the one this database was made with. Restore the file; changes belong in a new migration.`,
    );
  }
  const done = new Set(applied.map((entry) => entry.number));
  return known.filter((migration) => !done.has(migration.number));
}
