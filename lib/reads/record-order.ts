import type { Entry, Slots } from "./record-index";
import { compareAt, type SortValue, searchFirst, sortKeys, sortMany } from "./sorting";

/** Orders and columns over the slots of a record index; each catches up with what was born and died since it was last used. */

/** Above this share of new entries, sorting all anew is quicker than placing each. */
const ANEW_FROM = 0.1;

export class Order<TEntry extends Entry<unknown>> {
  readonly #sortValue: (entry: TEntry) => SortValue;
  readonly #values: SortValue[] = [];
  #births = 0;
  slots = new Uint32Array(0);

  constructor(sortValue: (entry: TEntry) => SortValue) {
    this.#sortValue = sortValue;
  }

  valueAt(slot: number): SortValue {
    return this.#values[slot] ?? null;
  }

  /** `byKey` gives the order in which rows of equal value stand; null for that order itself, in which all values are equal. */
  catchUp(index: Slots<TEntry>, byKey: (() => Order<TEntry>) | null): void {
    if (this.#births === index.births && this.slots.length === index.count) return;
    const added: number[] = [];
    for (let slot = 0; slot < index.top; slot += 1) {
      if ((index.bornAt[slot] ?? 0) > this.#births) added.push(slot);
    }
    for (const slot of added) this.#values[slot] = this.#sortValue(index.at(slot));
    const kept = this.#kept(index);
    this.slots = added.length > ANEW_FROM * index.count ? this.#sortAll(index, byKey) : this.#place(index, kept, added);
    this.#births = index.births;
  }

  /** The slots that hold what they held, in their order. */
  #kept({ bornAt }: Slots<TEntry>): Uint32Array {
    const kept = new Uint32Array(this.slots.length);
    let length = 0;
    for (const slot of this.slots) {
      const born = bornAt[slot] ?? 0;
      if (born === 0 || born > this.#births) continue;
      kept[length] = slot;
      length += 1;
    }
    return kept.subarray(0, length);
  }

  #sortAll(index: Slots<TEntry>, byKey: (() => Order<TEntry>) | null): Uint32Array<ArrayBuffer> {
    if (!byKey) {
      const slots = index.inUse();
      return sortKeys(slots.map((slot) => index.at(slot).record.key)).map((at) => slots[at] ?? 0);
    }
    const { slots } = byKey();
    const values = Array.from(slots, (slot) => this.valueAt(slot));
    return sortMany(values).map((at) => slots[at] ?? 0);
  }

  /** `added` among `kept`, which is sorted and much longer. */
  #place(index: Slots<TEntry>, kept: Uint32Array, added: number[]): Uint32Array<ArrayBuffer> {
    const compare = (a: number, b: number) =>
      compareAt(this.valueAt(a), index.at(a).record.key, this.valueAt(b), index.at(b).record.key);
    added.sort(compare);
    const all = new Uint32Array(kept.length + added.length);
    let from = 0;
    for (const [placed, slot] of added.entries()) {
      const at = searchFirst(kept.length, (each) => compare(kept[each] ?? 0, slot) > 0);
      all.set(kept.subarray(from, at), from + placed);
      all[at + placed] = slot;
      from = at;
    }
    all.set(kept.subarray(from), from + added.length);
    return all;
  }
}

export class Column<TEntry> {
  readonly #valueIn: (entry: TEntry) => string;
  readonly #codes = new Map<string, number>();
  #births = 0;
  /** The value of each code. */
  readonly values: string[] = [];
  /** The code in each slot; meaningless where the slot is empty. */
  codes = new Uint16Array(0);

  constructor(valueIn: (entry: TEntry) => string) {
    this.#valueIn = valueIn;
  }

  catchUp(index: Slots<TEntry>): void {
    if (this.#births === index.births) return;
    if (this.codes.length < index.top) {
      const larger = new Uint16Array(index.bornAt.length);
      larger.set(this.codes);
      this.codes = larger;
    }
    for (let slot = 0; slot < index.top; slot += 1) {
      if ((index.bornAt[slot] ?? 0) > this.#births) this.codes[slot] = this.#newCodeOf(this.#valueIn(index.at(slot)));
    }
    this.#births = index.births;
  }

  /** The code of a value; -1 where no entry ever had it. */
  codeOf(value: string): number {
    return this.#codes.get(value) ?? -1;
  }

  #newCodeOf(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    this.#codes.set(value, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}
