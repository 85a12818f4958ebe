import type { KeyedRecords } from "@/lib/domain/snapshot";
import { Column, Order } from "./record-order";
import type { SortValue } from "./sorting";

/**
 * Follows one kind of record from version to version. Every record has a slot, a small number, so that orders and columns
 * are plain arrays of numbers: a pass over 50,000 of them is a fraction of a millisecond, over as many objects it is ten.
 */

export interface Entry<TRecord> {
  readonly record: TRecord & { readonly key: string };
}

export interface Turnover<TEntry> {
  readonly born: readonly TEntry[];
  readonly died: readonly TEntry[];
}

/** Which slots are in use, and since when: what orders and columns need to catch up by themselves. */
export interface Slots<TEntry> {
  /** Slots in use are all below this. */
  readonly top: number;
  readonly count: number;
  /** Counts entries made, so that later entries have higher numbers. */
  readonly births: number;
  /** When the entry in a slot was made; 0 where the slot is empty. */
  readonly bornAt: Uint32Array;
  at(slot: number): TEntry;
  inUse(): number[];
}

/** How many columns are kept: those last asked for, as every search makes one. */
const COLUMNS_MAX = 24;

export class RecordIndex<TRecord extends { readonly key: string }, TEntry extends Entry<TRecord>>
  implements Slots<TEntry>
{
  readonly #make: (record: TRecord) => TEntry;
  readonly #slots = new Map<string, number>();
  readonly #entries: (TEntry | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #byKey = new Order<TEntry>(() => null);
  readonly #orders = new Map<string, Order<TEntry>>();
  readonly #columns = new Map<string, Column<TEntry>>();
  bornAt = new Uint32Array(1024);
  births = 0;

  constructor(make: (record: TRecord) => TEntry) {
    this.#make = make;
  }

  get top(): number {
    return this.#entries.length;
  }

  get count(): number {
    return this.#slots.size;
  }

  get(key: string): TEntry | undefined {
    const slot = this.#slots.get(key);
    return slot === undefined ? undefined : this.#entries[slot];
  }

  slotOf(key: string): number | undefined {
    return this.#slots.get(key);
  }

  /** The entry in a slot that is in use, as orders name them. */
  at(slot: number): TEntry {
    const entry = this.#entries[slot];
    if (!entry) throw new Error(`Slot ${slot} is empty`);
    return entry;
  }

  inUse(): number[] {
    return [...this.#slots.values()];
  }

  entries(): TEntry[] {
    return this.#entries.filter((entry) => entry !== undefined);
  }

  /**
   * Moves on to these records. `changed` names the keys that may differ; null means that any may. The entries of
   * `renewed` are made again even where the record is the same: what they are sorted by lies outside of it.
   */
  follow(
    records: KeyedRecords<TRecord>,
    changed: Iterable<string> | null,
    renewed: Iterable<string> = [],
  ): Turnover<TEntry> {
    const turnover = { born: [] as TEntry[], died: [] as TEntry[] };
    for (const key of renewed) this.#replace(key, undefined, turnover);
    for (const key of renewed) this.#replace(key, records.get(key), turnover);
    if (changed === null) this.#followAll(records, turnover);
    else for (const key of changed) this.#replace(key, records.get(key), turnover);
    // Whatever the changes left out would stay wrong for ever: count, and look at everything where it does not agree.
    if (this.#slots.size !== records.size) this.#followAll(records, turnover);
    return turnover;
  }

  /** Some of the records, before the first {@link follow}; it is for the caller to take in all of them. */
  takeIn(records: Iterable<TRecord>): Turnover<TEntry> {
    const turnover = { born: [] as TEntry[], died: [] as TEntry[] };
    for (const record of records) this.#replace(record.key, record, turnover);
    return turnover;
  }

  /** Every slot in use, ascending by `sortValue`. `name` tells one order from another. */
  sorted(name: string, sortValue: (entry: TEntry) => SortValue): Order<TEntry> {
    const order = this.#orders.get(name) ?? new Order(sortValue);
    this.#orders.set(name, order);
    return this.#caughtUp(order);
  }

  /** The same by what moves without the records, such as with the time: sorted anew at every call. */
  sortedNow(sortValue: (entry: TEntry) => SortValue): Order<TEntry> {
    return this.#caughtUp(new Order(sortValue));
  }

  #caughtUp(order: Order<TEntry>): Order<TEntry> {
    order.catchUp(this, () => {
      this.#byKey.catchUp(this, null);
      return this.#byKey;
    });
    return order;
  }

  /** A few different values (a state, whether a search matches) by slot. `name` tells one column from another. */
  column(name: string, valueIn: (entry: TEntry) => string): Column<TEntry> {
    const column = this.#columns.get(name) ?? new Column(valueIn);
    this.#columns.delete(name);
    this.#columns.set(name, column);
    const [oldest] = this.#columns.keys();
    if (oldest !== undefined && this.#columns.size > COLUMNS_MAX) this.#columns.delete(oldest);
    column.catchUp(this);
    return column;
  }

  #followAll(records: KeyedRecords<TRecord>, turnover: { born: TEntry[]; died: TEntry[] }): void {
    for (const key of this.#slots.keys()) if (!records.has(key)) this.#replace(key, undefined, turnover);
    for (const record of records.values()) this.#replace(record.key, record, turnover);
  }

  #replace(key: string, record: TRecord | undefined, turnover: { born: TEntry[]; died: TEntry[] }): void {
    const slot = this.#slots.get(key);
    const before = slot === undefined ? undefined : this.#entries[slot];
    if (before?.record === record) return;
    if (slot !== undefined && before) {
      turnover.died.push(before);
      this.#entries[slot] = undefined;
      this.bornAt[slot] = 0;
      this.#slots.delete(key);
      this.#free.push(slot);
    }
    if (record) turnover.born.push(this.#put(key, this.#make(record)));
  }

  #put(key: string, entry: TEntry): TEntry {
    const slot = this.#free.pop() ?? this.#entries.length;
    if (slot === this.bornAt.length) {
      const larger = new Uint32Array(slot * 2);
      larger.set(this.bornAt);
      this.bornAt = larger;
    }
    this.births += 1;
    this.bornAt[slot] = this.births;
    this.#entries[slot] = entry;
    this.#slots.set(key, slot);
    return entry;
  }
}
