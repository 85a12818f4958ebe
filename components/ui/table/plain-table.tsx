"use client";

import { useMemo, useRef, useState } from "react";
import { HeldRow, type RowTableProps, useHeldRowKeys } from "./held-row";
import { sortRows } from "./sort-rows";
import { TableHead } from "./table-head";
import { columnKey, type DeskRow, useDeskTable } from "./table-model";
import { type RowSource, useHeldRows } from "./use-held-rows";

export interface PlainTableProps<TRow extends DeskRow> extends RowTableProps<TRow> {
  rows: readonly TRow[];
  /** `-since`: how it is sorted at first; the browser sorts by the fields of the rows. */
  sortedBy?: string;
  /** Columns by id that are not shown here though they usually are, or the other way round. */
  columnVisibility?: Readonly<Record<string, boolean>>;
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
  const keys = useHeldRowKeys(props, held, {
    places: shown.length,
    focusRow: (place) => body.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus(),
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
              <HeldRow key={row.id} row={row} place={place} columns={columns} gone={gone} props={props} keys={keys} />
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
