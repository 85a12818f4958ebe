"use client";

import { useMemo, useRef, useState } from "react";
import { sortRows } from "./sort-rows";
import { TableHead } from "./table-head";
import { columnKey, type DeskColumns, type DeskRow, useDeskTable } from "./table-model";
import { TableRow } from "./table-row";
import { type RowSource, useHeldRows } from "./use-held-rows";
import { useRowKeys } from "./use-row-keys";

export interface PlainTableProps<TRow extends DeskRow> {
  /** What the table is about, for a screen reader. */
  label: string;
  columns: DeskColumns<TRow>;
  rows: readonly TRow[];
  /** `-since`: how it is sorted at first; the browser sorts by the fields of the rows. */
  sortedBy?: string;
  /** Columns by id that are not shown here though they usually are, or the other way round. */
  columnVisibility?: Readonly<Record<string, boolean>>;
  selectedKey?: string | null;
  /** What is said of a row that went while it was held in place. */
  goneWord?: string;
  stale?: boolean;
  onOpen?: (row: TRow) => void;
  onDetails?: (row: TRow) => void;
}

/** A table of which every row is here: some hundreds at the most. Scrolls sideways where it has to. */
export function PlainTable<TRow extends DeskRow>(props: PlainTableProps<TRow>) {
  const [sort, setSort] = useState(props.sortedBy ?? null);
  const body = useRef<HTMLTableSectionElement>(null);
  const source = useMemo<RowSource<TRow>>(() => {
    const sorted = sortRows(props.rows, sort);
    const byKey = new Map(sorted.map((row) => [row.key, row]));
    return { count: sorted.length, rowAt: (place) => sorted[place], byKey, id: sort ?? "" };
  }, [props.rows, sort]);
  const places = useMemo(() => [...Array(source.count).keys()], [source.count]);
  const held = useHeldRows(source, places);
  const shown = [...held.rows];
  const table = useDeskTable(props.columns, useStable(shown.map(([, each]) => each.row)), {
    sort,
    onSort: setSort,
    columnVisibility: props.columnVisibility,
  });
  const act = (place: number, then: ((row: TRow) => void) | undefined) => {
    const row = held.rows.get(place)?.row;
    if (row) then?.(row);
  };
  const keys = useRowKeys({
    count: shown.length,
    focusRow: (place) => body.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus(),
    onOpen: (place) => act(place, props.onOpen),
    onDetails: (place) => act(place, props.onDetails),
  });
  const columns = columnKey(table);
  return (
    <div {...held.handlers} className="scroll-quiet overflow-x-auto" data-stale={props.stale || undefined}>
      <table aria-label={props.label} className="w-full min-w-max table-fixed border-separate border-spacing-0">
        <TableHead table={table} />
        <tbody ref={body} {...keys.handlers}>
          {table.getRowModel().rows.map((row, index) => {
            const [place, { gone }] = shown[index] ?? [index, { gone: false }];
            return (
              <TableRow
                key={row.id}
                row={row}
                place={place}
                columns={columns}
                active={place === keys.active}
                selected={row.id === props.selectedKey}
                gone={gone}
                goneWord={props.goneWord ?? "gone"}
                pressable={props.onDetails !== undefined}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The same array as long as its rows are the same: the table's model is made anew for every new array. */
export function useStable<TRow>(rows: readonly TRow[]): readonly TRow[] {
  const last = useRef(rows);
  const same = rows.length === last.current.length && rows.every((row, index) => row === last.current[index]);
  if (!same) last.current = rows;
  return last.current;
}
