import { DeskError } from "@/lib/errors";
import { readCursor, writeCursor } from "./cursor";
import type { Entry } from "./record-index";
import type { RowList } from "./row-list";
import { compareAt, type SortValue, searchFirst } from "./sorting";

/** One window of a sorted list. */

export interface WindowQuery {
  readonly cursor?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit: number;
}

export interface Sort<TField extends string> {
  readonly field: TField;
  readonly descending: boolean;
}

/** Throws DeskError `invalid` naming the parameter where the list cannot be sorted so. */
export function parseSort<TField extends string>(
  text: string | undefined,
  fields: readonly TField[],
  usual: Sort<TField>,
): Sort<TField> {
  if (text === undefined || text === "") return usual;
  const descending = text.startsWith("-");
  const name = (descending ? text.slice(1) : text).toLowerCase();
  const field = fields.find((each) => each.toLowerCase() === name);
  if (field) return { field, descending };
  throw new DeskError("invalid", `This list cannot be sorted by "${text}". It can by ${fields.join(", ")}.`, {
    field: "sort",
  });
}

export interface ListWindow<TEntry> {
  readonly total: number;
  readonly first: number;
  readonly entries: readonly TEntry[];
  readonly next: string | null;
}

/**
 * Cuts the window out of `rows`, which stand ascending with nulls last. `of` names list, order and filter for the cursor.
 * Throws DeskError `invalid` for a cursor of another list, and where both a cursor and an offset are given.
 */
export function cutWindow<TEntry extends Entry<unknown>>(
  rows: RowList<TEntry>,
  query: WindowQuery,
  of: string,
  descending = false,
): ListWindow<TEntry> {
  const ordered = descending ? backwards(rows) : rows;
  const first = firstOf(ordered, query, of, descending);
  const end = Math.min(rows.length, first + query.limit);
  const entries = Array.from({ length: end - first }, (_, index) => ordered.at(first + index)?.entry);
  const last = end < rows.length ? ordered.at(end - 1) : undefined;
  const next = last ? writeCursor(of, { value: last.value, key: last.entry.record.key }) : null;
  return { total: rows.length, first, entries: entries.filter((entry) => entry !== undefined), next };
}

/** The same slots from the last to the first, as a descending list shows them: unknown values stay at the end. */
export function descendingSlots(rows: { slots: Uint32Array; valueAt(slot: number): SortValue }): Uint32Array {
  const known = searchFirst(rows.slots.length, (index) => rows.valueAt(rows.slots[index] ?? 0) === null);
  const turned = rows.slots.slice();
  turned.subarray(0, known).reverse();
  return turned;
}

/** Descending turns the known values round; unknown ones stay at the end. */
function backwards<TEntry>(rows: RowList<TEntry>): RowList<TEntry> {
  const known = searchFirst(rows.length, (index) => rows.at(index)?.value === null);
  return { length: rows.length, at: (index) => rows.at(index < known ? known - 1 - index : index) };
}

function firstOf<TEntry extends Entry<unknown>>(
  rows: RowList<TEntry>,
  { cursor, offset }: WindowQuery,
  of: string,
  descending: boolean,
): number {
  if (cursor === undefined) return Math.min(offset ?? 0, rows.length);
  if (offset !== undefined) {
    throw new DeskError("invalid", "Give a cursor or an offset, not both.", { field: "offset" });
  }
  const place = readCursor(of, cursor);
  return searchFirst(rows.length, (index) => {
    const row = rows.at(index);
    if (!row) return true;
    const order = compareAt(row.value, row.entry.record.key, place.value, place.key);
    const isTurned = descending && row.value !== null && place.value !== null;
    return isTurned ? order < 0 : order > 0;
  });
}
