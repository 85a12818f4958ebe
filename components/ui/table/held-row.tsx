"use client";

import type { DeskColumns, DeskRow } from "./table-model";
import { TableRow, type TableRowProps } from "./table-row";
import type { useHeldRows } from "./use-held-rows";
import { type RowKeys, useRowKeys } from "./use-row-keys";

/** What every table may be told that shows the site's rows, held in place under the pointer and moved through by key. */
export interface RowTableProps<TRow extends DeskRow> {
  label: string;
  columns: DeskColumns<TRow>;
  selectedKey?: string | null;
  goneWord?: string;
  stale?: boolean;
  onOpen?: (row: TRow) => void;
  onDetails?: (row: TRow) => void;
  /** Many columns: less room at the sides of each. */
  dense?: boolean;
  /** Rows that are marked, and what marks another; without it rows cannot be marked. */
  markedKeys?: ReadonlySet<string>;
  onMark?: ((row: TRow) => void) | undefined;
  /** What Escape does on a row. */
  onEscape?: (() => void) | undefined;
}

export type Held<TRow extends DeskRow> = ReturnType<typeof useHeldRows<TRow>>;

/** The keys of a table whose rows are held; `places` is how many rows the arrows move through. */
export function useHeldRowKeys<TRow extends DeskRow>(
  props: RowTableProps<TRow>,
  held: Held<TRow>,
  { places, focusRow }: { places: number; focusRow: (place: number) => void },
): RowKeys {
  const act = (place: number, then: ((row: TRow) => void) | undefined) => {
    const row = held.rows.get(place)?.row;
    if (row) then?.(row);
  };
  return useRowKeys({
    count: places,
    focusRow,
    onOpen: (place) => act(place, props.onOpen),
    onDetails: (place) => act(place, props.onDetails),
    onMark: props.onMark && ((place) => act(place, props.onMark)),
    onEscape: props.onEscape,
  });
}

/** One row as the table's props and its place among the held rows have it. */
export function HeldRow<TRow extends DeskRow>({
  props,
  keys,
  ...rest
}: Pick<TableRowProps<TRow>, "row" | "place" | "columns" | "gone"> & {
  props: RowTableProps<TRow>;
  keys: RowKeys;
}) {
  const { id } = rest.row;
  return (
    <TableRow
      {...rest}
      active={rest.place === keys.active}
      selected={id === props.selectedKey}
      goneWord={props.goneWord ?? "gone"}
      pressable={props.onDetails !== undefined}
      marked={props.onMark && (props.markedKeys?.has(id) ?? false)}
    />
  );
}
