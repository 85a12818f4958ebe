import type { Columns } from "./columns";
import type { Dialect } from "./dialect";

/** Builds the column lists of our fixed reads: what this release lacks is read as null under the same name. */
export class ColumnList {
  readonly #dialect: Dialect;
  readonly #columns: Columns;

  constructor(dialect: Dialect, columns: Columns) {
    this.#dialect = dialect;
    this.#columns = columns;
  }

  /** `alias.column AS column` for each name, or NULL where the release has no such column. */
  of(alias: string, table: string, names: readonly string[]): string {
    const has = this.#columns.get(table);
    return names
      .map((name) => {
        const quoted = this.#dialect.column(name);
        return has?.has(name) ? `${alias}.${quoted} AS ${quoted}` : `NULL AS ${quoted}`;
      })
      .join(", ");
  }

  has(table: string, name: string): boolean {
    return this.#columns.get(table)?.has(name) ?? false;
  }

  /** Whether all of these are there: an optional table is read only where its required columns are. */
  hasAll(table: string, names: readonly string[]): boolean {
    return names.every((name) => this.has(table, name));
  }
}
