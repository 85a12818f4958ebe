"use client";

import { type ReactNode, useMemo, useRef } from "react";
import { HeldRow, useHeldRowKeys } from "./held-row";
import { useStable } from "./plain-table";
import { type FramedTableProps, TableFrame } from "./table-frame";
import { TableHead } from "./table-head";
import { columnKey, type DeskRow, useDeskTable } from "./table-model";
import { type RowSource, useHeldRows } from "./use-held-rows";

export interface RowGroup<TRow> {
  readonly key: string;
  readonly rows: readonly TRow[];
}

export interface GroupedTableProps<TRow extends DeskRow> extends FramedTableProps<TRow> {
  /** Every row, part by part. */
  groups: readonly RowGroup<TRow>[];
  /** The line above the rows of a part. */
  heading: (group: RowGroup<TRow>) => ReactNode;
  groupOf: (row: TRow) => string;
  /** Changes when another list is asked for: nothing is held across it. */
  id: string;
}

/** A table in parts, of which every row is here: some hundreds at the most. The arrow keys move through all parts. */
export function GroupedTable<TRow extends DeskRow>(props: GroupedTableProps<TRow>) {
  const { groups, groupOf } = props;
  const body = useRef<HTMLDivElement>(null);
  const source = useFlatRows(groups, props.id);
  const places = useMemo(() => [...Array(source.count).keys()], [source.count]);
  const held = useHeldRows(source, places);
  const shown = [...held.rows];
  const table = useDeskTable(props.columns, useStable(shown.map(([, each]) => each.row)), props);
  const keys = useHeldRowKeys(props, held, {
    places: shown.length,
    focusRow: (place) => body.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus(),
  });
  const columns = columnKey(table);
  const models = table.getRowModel().rows;
  const sections = sectionsOf(models.map((row) => groupOf(row.original)));
  const byKey = new Map(groups.map((group) => [group.key, group]));
  return (
    <TableFrame props={props} held={held} scroller={body}>
      <table aria-label={props.label} className="w-full min-w-max table-fixed border-separate border-spacing-0">
        <TableHead table={table} />
        {sections.map((section) => (
          <tbody key={`${section.key} ${section.first}`} {...keys.handlers}>
            <GroupLine span={table.getVisibleLeafColumns().length}>
              {props.heading(byKey.get(section.key) ?? { key: section.key, rows: [] })}
            </GroupLine>
            {models.slice(section.first, section.end).map((row, index) => {
              const [place, { gone }] = shown[section.first + index] ?? [index, { gone: false }];
              return (
                <HeldRow key={row.id} row={row} place={place} columns={columns} gone={gone} props={props} keys={keys} />
              );
            })}
          </tbody>
        ))}
      </table>
    </TableFrame>
  );
}

function useFlatRows<TRow extends DeskRow>(groups: readonly RowGroup<TRow>[], id: string): RowSource<TRow> {
  return useMemo(() => {
    const rows = groups.flatMap((group) => group.rows);
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return { count: rows.length, rowAt: (place) => rows[place], byKey, id };
  }, [groups, id]);
}

/** Where each part begins and ends among the rows on screen; held rows may leave a part in two pieces. */
function sectionsOf(keys: readonly string[]): { key: string; first: number; end: number }[] {
  const sections: { key: string; first: number; end: number }[] = [];
  for (const [index, key] of keys.entries()) {
    const last = sections.at(-1);
    if (last?.key === key) last.end = index + 1;
    else sections.push({ key, first: index, end: index + 1 });
  }
  return sections;
}

function GroupLine({ span, children }: { span: number; children: ReactNode }) {
  return (
    <tr>
      <th
        colSpan={span}
        scope="rowgroup"
        className="h-9 border-line border-b bg-sunken px-(--cell-x,0.75rem) text-left font-normal text-small"
      >
        <span className="sticky left-(--cell-x,0.75rem) inline-flex items-center gap-2.5">{children}</span>
      </th>
    </tr>
  );
}
