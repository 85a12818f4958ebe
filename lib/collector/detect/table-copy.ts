import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import Database from "libsql";
import { z } from "zod";
import { DeskError } from "@/lib/errors";
import type { CopyNeed } from "./copy-needs";

/**
 * A copy of a site's tables in one SQLite file, read only. Tables may be named `Session`, `MonitorData.Session` or `MonitorData_Session`,
 * in any case, and so may columns: whoever made the copy chose.
 */

const MAGIC = "SQLite format 3\0";
const Name = z.object({ Name: z.string() });

interface FoundTable {
  /** As the file spells it. */
  readonly name: string;
  /** The file's spelling by the column's name in lower case. */
  readonly columns: ReadonlyMap<string, string>;
}

export class TableCopy {
  readonly #file: string;
  readonly #db: Database.Database;
  readonly #tables = new Map<string, FoundTable>();

  /** Throws DeskError `not-found` where there is no such file, `invalid` where it is no database. */
  constructor(file: string) {
    this.#file = file;
    requireDatabaseFile(file);
    // A copy without a write-ahead log is declared immutable: then nothing is made beside it, not even for the time of reading.
    const mode = isFilled(`${file}-wal`) ? "mode=ro" : "immutable=1";
    this.#db = new Database(`${pathToFileURL(file).href}?${mode}`);
    try {
      this.#findTables();
    } catch (cause) {
      this.#db.close();
      throw new DeskError("invalid", `${file} cannot be read: it is damaged, or no SQLite database.`, { cause });
    }
  }

  /** What of the need the file lacks: whole tables as their name, columns as `Table.Column`. */
  lacks(needs: Readonly<Record<string, CopyNeed>>): { required: string[]; optional: string[] } {
    const required: string[] = [];
    const optional: string[] = [];
    for (const [table, need] of Object.entries(needs)) {
      const columns = this.#tableOf(table, need)?.columns;
      if (!columns) {
        (need.isOptional ? optional : required).push(table);
        continue;
      }
      const missing = (names: readonly string[]) => names.filter((name) => !columns.has(name.toLowerCase()));
      const list = need.isOptional ? optional : required;
      list.push(...missing(need.required).map((name) => `${table}.${name}`));
      optional.push(...missing(need.optional).map((name) => `${table}.${name}`));
    }
    return { required, optional };
  }

  /** Every row of a table, one at a time; a column that is missing reads as null, a table that is missing has no rows. */
  *rows<TSchema extends z.ZodObject>(table: string, need: CopyNeed, cells: TSchema): Generator<z.infer<TSchema>> {
    const found = this.#tableOf(table, need);
    if (!found || need.required.some((name) => !found.columns.has(name.toLowerCase()))) return;
    const columns = Object.keys(cells.shape).map((name) => {
      const spelled = found.columns.get(name.toLowerCase());
      return `${spelled === undefined ? "NULL" : quoted(spelled)} AS ${quoted(name)}`;
    });
    const rows = this.#db.prepare(`SELECT ${columns.join(", ")} FROM ${quoted(found.name)}`).iterate([]);
    for (const row of rows) yield this.#parse(table, cells, row);
  }

  close(): void {
    this.#db.close();
  }

  #parse<TSchema extends z.ZodObject>(table: string, cells: TSchema, row: unknown): z.infer<TSchema> {
    const parsed = cells.safeParse(withoutEmpty(row));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const column = String(issue?.path[0]);
    const value = String((row as Record<string, unknown>)[column]);
    throw new DeskError("unavailable", `${this.#file}: ${table}.${column} holds what it should not: ${value}.`, {
      cause: parsed.error,
    });
  }

  #tableOf(table: string, need: CopyNeed): FoundTable | undefined {
    const names = [`${need.schema}.${table}`, `${need.schema}_${table}`, table, ...(need.alias ? [need.alias] : [])];
    for (const name of names) {
      const found = this.#tables.get(name.toLowerCase());
      if (found) return found;
    }
    return undefined;
  }

  #findTables(): void {
    const names = this.#db.prepare(`SELECT name AS "Name" FROM sqlite_master WHERE type IN ('table', 'view')`).all([]);
    for (const { Name: name } of z.array(Name).parse(names)) {
      const columns = this.#db.prepare(`SELECT name AS "Name" FROM pragma_table_info(?)`).all([name]);
      const spelled = z.array(Name).parse(columns);
      this.#tables.set(name.toLowerCase(), {
        name,
        columns: new Map(spelled.map(({ Name: column }) => [column.toLowerCase(), column])),
      });
    }
  }
}

/** A table that came by way of a text file has empty texts where nothing was. */
function withoutEmpty(row: unknown): unknown {
  const cells = Object.entries(row as Readonly<Record<string, unknown>>);
  return Object.fromEntries(cells.map(([name, value]) => [name, value === "" ? null : value]));
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

const isFilled = (file: string) => existsSync(file) && statSync(file).size > 0;

/** The driver makes a file that is not there, so what is asked for is looked at first. */
function requireDatabaseFile(file: string): void {
  if (!existsSync(file)) throw new DeskError("not-found", `There is no file ${file}.`);
  if (!statSync(file).isFile()) throw new DeskError("invalid", `${file} is no file.`);
  const start = Buffer.alloc(MAGIC.length);
  const handle = openSync(file, "r");
  try {
    readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  if (start.toString("latin1") !== MAGIC) throw new DeskError("invalid", `${file} is no SQLite database.`);
}
