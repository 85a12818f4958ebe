"use client";

import { type ReactNode, useMemo, useRef } from "react";
import { classes } from "../classes";
import { useStable } from "./plain-table";
import { TableFoot } from "./table-foot";
import { TableHead } from "./table-head";
import { columnKey, DENSE, type DeskColumns, type DeskRow, type TableChoices, useDeskTable } from "./table-model";
import { TableRow } from "./table-row";
import { type RowSource, useHeldRows } from "./use-held-rows";
import { useRowKeys } from "./use-row-keys";

export interface RowGroup<TRow> {
  readonly key: string;
  readonly rows: readonly TRow[];
}

export interface GroupedTableProps<TRow extends DeskRow> extends TableChoices {
  label: string;
  columns: DeskColumns<TRow>;
  /** Every row, part by part. */
  groups: readonly RowGroup<TRow>[];
  /** The line above the rows of a part. */
  heading: (group: RowGroup<TRow>) => ReactNode;
  groupOf: (row: TRow) => string;
  /** Changes when another list is asked for: nothing is held across it. */
  id: string;
  selectedKey?: string | null;
  goneWord?: string;
  stale?: boolean;
  onOpen?: (row: TRow) => void;
  onDetails?: (row: TRow) => void;
  dense?: boolean;
  markedKeys?: ReadonlySet<string>;
  onMark?: ((row: TRow) => void) | undefined;
  foot: ReactNode;
  openHint?: string;
  escapeHint?: string | undefined;
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
  const act = (place: number, then: ((row: TRow) => void) | undefined) => {
    const row = held.rows.get(place)?.row;
    if (row) then?.(row);
  };
  const keys = useRowKeys({
    count: shown.length,
    focusRow: (place) => body.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus(),
    onOpen: (place) => act(place, props.onOpen),
    onDetails: (place) => act(place, props.onDetails),
    onMark: props.onMark && ((place) => act(place, props.onMark)),
  });
  const columns = columnKey(table);
  const models = table.getRowModel().rows;
  const sections = sectionsOf(models.map((row) => groupOf(row.original)));
  const byKey = new Map(groups.map((group) => [group.key, group]));
  return (
    <div
      className={classes(
        "flex min-h-80 flex-1 flex-col overflow-clip rounded-panel border border-line bg-panel",
        props.dense && DENSE,
      )}
      {...held.handlers}
    >
      <div
        ref={body}
        tabIndex={-1}
        className="scroll-quiet min-h-0 flex-1 overflow-auto outline-none"
        data-stale={props.stale || undefined}
      >
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
                    marked={props.onMark && (props.markedKeys?.has(row.id) ?? false)}
                  />
                );
              })}
            </tbody>
          ))}
        </table>
      </div>
      <TableFoot
        arrived={held.arrived}
        onRelease={held.release}
        openHint={props.openHint}
        spaceHint={props.onMark ? "selects" : props.onDetails && "details"}
        escapeHint={props.escapeHint}
      >
        {props.foot}
      </TableFoot>
    </div>
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
