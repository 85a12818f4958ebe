"use client";

import {
  type ColumnVisibilityState,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  type ReactTable,
  type Row,
  rowSortingFeature,
  type SortingState,
  type TableOptions,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";

export interface DeskColumnMeta {
  /** Its header, and its name in the menu of columns. */
  readonly title: string;
  /** Its share of the table's width, in pixels at the least. */
  readonly width: number;
  /** Numbers stand at the right. */
  readonly align?: "end";
  /** Not shown until somebody asks for it. */
  readonly extra?: boolean;
}

/** What every table here can do: hide columns, and show by what its rows are sorted. Rows come in sorted. */
const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: metaHelper<DeskColumnMeta>(),
});
type Features = typeof features;

export interface DeskRow {
  readonly key: string;
}
export type DeskTable<TRow extends DeskRow> = ReactTable<Features, TRow>;
export type DeskTableRow<TRow extends DeskRow> = Row<Features, TRow>;
export type DeskColumns<TRow extends DeskRow> = TableOptions<Features, TRow>["columns"];

/** Makes columns. The id of a column that sorts is the name that the API sorts by. */
export function deskColumns<TRow extends DeskRow>() {
  return createColumnHelper<Features, TRow>();
}

/** Less room at the sides of each cell, for a table of many columns. */
export const DENSE = "[--cell-x:0.5rem]";

export interface TableChoices {
  /** `-since`; null for the list's own order. */
  readonly sort: string | null;
  readonly onSort: (sort: string | null) => void;
  /** Which columns this browser was told to show or hide. */
  readonly columnVisibility?: ColumnVisibilityState | undefined;
}

/** The model of a table whose `rows` are exactly what is on screen. */
export function useDeskTable<TRow extends DeskRow>(
  columns: DeskColumns<TRow>,
  rows: readonly TRow[],
  choices: TableChoices,
): DeskTable<TRow> {
  const sorting = parseSort(choices.sort);
  return useTable({
    features,
    columns,
    data: rows,
    getRowId: (row: TRow) => row.key,
    manualSorting: true,
    enableMultiSort: false,
    enableSortingRemoval: false,
    state: { sorting, columnVisibility: visibleColumns(columns, choices.columnVisibility ?? {}) },
    onSortingChange: (update) => choices.onSort(formatSort(typeof update === "function" ? update(sorting) : update)),
  });
}

function parseSort(sort: string | null): SortingState {
  if (!sort) return [];
  return sort.startsWith("-") ? [{ id: sort.slice(1), desc: true }] : [{ id: sort, desc: false }];
}

function formatSort(state: SortingState): string | null {
  const first = state[0];
  if (!first) return null;
  return first.desc ? `-${first.id}` : first.id;
}

/** The shown columns as one text. */
export function columnKey<TRow extends DeskRow>(table: DeskTable<TRow>): string {
  return table
    .getVisibleLeafColumns()
    .map((column) => column.id)
    .join(" ");
}

/** A column that names a field of its rows is called like it. */
export function columnId<TRow extends DeskRow>(column: DeskColumns<TRow>[number]): string {
  return column.id ?? ("accessorKey" in column ? String(column.accessorKey) : "");
}

/** Which columns are seen: those that are not extra, unless this browser remembers something else. */
export function visibleColumns<TRow extends DeskRow>(
  columns: DeskColumns<TRow>,
  chosen: ColumnVisibilityState,
): ColumnVisibilityState {
  const usual = columns.map((column) => [columnId(column), !column.meta?.extra] as const);
  return { ...Object.fromEntries(usual), ...chosen };
}
