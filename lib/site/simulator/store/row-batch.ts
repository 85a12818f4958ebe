import type { ColumnValue, Directory, Table } from "./table";

/** A row as it will be written: its values in column order, or null where it is to be deleted. */
export type PendingRow = readonly ColumnValue[] | null;

/** The part of a table's definition that writing needs. */
export type TableShape = Pick<Table<never>, "name" | "key" | "outage"> & { readonly columnNames: readonly string[] };

/** Changed items of one table definition. */
class PendingItems<TItem> {
  readonly shape: TableShape;
  readonly #columns: readonly ((item: TItem, directory: Directory) => ColumnValue)[];
  readonly #items = new Map<string | number, TItem | null>();

  constructor(table: Table<TItem>) {
    this.shape = { name: table.name, key: table.key, outage: table.outage, columnNames: Object.keys(table.columns) };
    this.#columns = Object.values(table.columns);
  }

  set(key: string | number, item: TItem | null): void {
    this.#items.set(key, item);
  }

  *rows(directory: Directory): IterableIterator<readonly [string | number, PendingRow]> {
    for (const [key, item] of this.#items) {
      yield [key, item === null ? null : this.#columns.map((column) => column(item, directory))];
    }
  }

  clear(): void {
    this.#items.clear();
  }
}

/** Changed rows of one table definition, ready to be written. */
export type PendingRows = Pick<PendingItems<unknown>, "shape" | "rows" | "clear">;

/**
 * What has changed since the last commit. A row that changes many times is written once; its values are taken when it is
 * written, so an item may go on changing until then.
 */
export class RowBatch {
  readonly #byDefinition = new Map<unknown, PendingRows>();
  readonly #grooming = new Map<string, string>();

  put<TItem>(table: Table<TItem>, item: TItem): void {
    this.#itemsOf(table).set(table.keyOf(item), item);
  }

  remove<TItem>(table: Table<TItem>, key: string | number): void {
    this.#itemsOf(table).set(key, null);
  }

  /** A deletion of what is older than a date; carried out after the rows were written. A later date includes an earlier. */
  groom(sql: string, before: string): void {
    this.#grooming.set(sql, before);
  }

  tables(): IterableIterator<PendingRows> {
    return this.#byDefinition.values();
  }

  grooming(): IterableIterator<[sql: string, before: string]> {
    return this.#grooming.entries();
  }

  clear(): void {
    for (const pending of this.#byDefinition.values()) pending.clear();
    this.#grooming.clear();
  }

  /** The map's key is the definition itself, so what is found under it was made from it. */
  #itemsOf<TItem>(table: Table<TItem>): PendingItems<TItem> {
    const known = this.#byDefinition.get(table);
    if (known) return known as PendingItems<TItem>;
    const made = new PendingItems(table);
    this.#byDefinition.set(table, made);
    return made;
  }
}
