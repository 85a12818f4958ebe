import type { Entry } from "./record-index";
import { compareAt, type SortValue, searchFirst } from "./sorting";

/** One row and what it is sorted by. */
export interface Placed<TEntry> {
  readonly value: SortValue;
  readonly entry: TEntry;
}

/** Rows in ascending order, nulls last. A row is made when it is asked for: of 50,000 a window shows 60. */
export interface RowList<TEntry> {
  readonly length: number;
  at(index: number): Placed<TEntry> | undefined;
}

/** Slots of a record index as rows. */
export function slotRows<TEntry>(
  index: { at(slot: number): TEntry },
  slots: Uint32Array,
  valueAt: (slot: number) => SortValue,
): RowList<TEntry> {
  const at = (position: number) => {
    const slot = slots[position];
    return slot === undefined ? undefined : { value: valueAt(slot), entry: index.at(slot) };
  };
  return { length: slots.length, at };
}

export function comparePlaced(a: Placed<Entry<unknown>>, b: Placed<Entry<unknown>>): number {
  return compareAt(a.value, a.entry.record.key, b.value, b.entry.record.key);
}

/** One list out of two: `few` are sorted here and placed among `rows`. */
export function withFew<TEntry extends Entry<unknown>>(
  rows: RowList<TEntry>,
  few: readonly Placed<TEntry>[],
): RowList<TEntry> {
  const sorted = [...few].sort(comparePlaced);
  const isPast = (index: number, placed: Placed<TEntry>) => {
    const row = rows.at(index);
    return row === undefined || comparePlaced(row, placed) > 0;
  };
  const places = sorted.map((placed, at) => at + searchFirst(rows.length, (index) => isPast(index, placed)));
  const at = (index: number) => {
    const before = searchFirst(places.length, (each) => (places[each] ?? 0) >= index);
    return places[before] === index ? sorted[before] : rows.at(index - before);
  };
  return { length: rows.length + sorted.length, at };
}
