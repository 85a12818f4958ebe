import { z } from "zod";
import type { TablesDatabase } from "./database";
import type { Dialect } from "./dialect";

/** Rows in pages, so that neither a driver nor this process ever holds a whole table at once. */
export type Paged<TRow> = AsyncIterable<readonly TRow[]>;

const PAGE_ROWS = 1_000;

export interface PagedRead<TRow> {
  /** Parameters that every page is asked with; they come before `after`. */
  readonly given?: readonly (string | number)[];
  /** Everything after SELECT, ordered by the key; `after` is the parameter that the key has to pass, null on the first page. */
  sqlAfter(after: string | null): string;
  parameter(dialect: Dialect, index: number): string;
  keyOf(row: TRow): string | number;
}

/** Reads page after page by key (never by offset: rows come and go between two pages). Rejects as `query` does. */
export async function* readPages<TSchema extends z.ZodType>(
  database: Pick<TablesDatabase, "dialect" | "query">,
  cells: TSchema,
  read: PagedRead<z.infer<TSchema>>,
): AsyncGenerator<readonly z.infer<TSchema>[]> {
  const { dialect } = database;
  const given = read.given ?? [];
  let after: string | number | null = null;
  for (;;) {
    const sql = read.sqlAfter(after === null ? null : read.parameter(dialect, given.length + 1));
    const rows = await database.query(dialect.select(PAGE_ROWS, sql), after === null ? given : [...given, after]);
    const page = z.array(cells).parse(rows);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return;
    after = read.keyOf(last);
  }
}
