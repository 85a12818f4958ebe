"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { classes } from "../classes";
import { Skeleton } from "../skeleton";
import { useStable } from "./plain-table";
import { TableFoot } from "./table-foot";
import { TableHead } from "./table-head";
import {
  columnKey,
  DENSE,
  type DeskColumns,
  type DeskRow,
  type DeskTable,
  type TableChoices,
  useDeskTable,
} from "./table-model";
import { TableRow } from "./table-row";
import { type RowSource, useHeldRows } from "./use-held-rows";
import { useRowKeys } from "./use-row-keys";

const ROW_HEIGHT = 36;
const HEAD_HEIGHT = 34;

export interface VirtualTableProps<TRow extends DeskRow> extends TableChoices {
  label: string;
  columns: DeskColumns<TRow>;
  source: RowSource<TRow>;
  /** Called with the places on screen, so that they can be loaded. */
  onRange: (first: number, last: number) => void;
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
  /** What stands at the left of the last line: how many rows of what. */
  foot: ReactNode;
  /** What Enter does, for the hint in the last line. */
  openHint?: string;
  /** What Escape does, likewise. */
  escapeHint?: string | undefined;
  /** Instead of rows, where there are none. */
  empty?: ReactNode;
}

/** A table of any length: only the rows on screen exist. Fills the height it is given and scrolls inside it. */
export function VirtualTable<TRow extends DeskRow>(props: VirtualTableProps<TRow>) {
  const { source, onRange } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const activePlace = useRef(0);
  const virtualizer = useVirtualizer({
    count: source.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    scrollPaddingStart: HEAD_HEIGHT,
    initialRect: { width: 0, height: 900 },
    rangeExtractor: (range) => withPlace(defaultRangeExtractor(range), activePlace.current, range),
  });
  const items = virtualizer.getVirtualItems();
  const places = useStable(items.map((item) => item.index));
  const first = places.find((place) => place !== activePlace.current) ?? 0;
  const last = places.at(-1) ?? 0;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts at its top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [source.id]);

  const held = useHeldRows(source, places);
  const rows = useStable([...held.rows.values()].map((each) => each.row));
  const table = useDeskTable(props.columns, rows, props);
  const act = (place: number, then: ((row: TRow) => void) | undefined) => {
    const row = held.rows.get(place)?.row;
    if (row) then?.(row);
  };
  const focusWhenThere = useFocusWhenThere(scroller);
  const focusRow = (place: number) => {
    activePlace.current = place;
    virtualizer.scrollToIndex(place);
    focusWhenThere(place);
  };
  const keys = useRowKeys({
    count: source.count,
    focusRow,
    onOpen: (place) => act(place, props.onOpen),
    onDetails: (place) => act(place, props.onDetails),
    onMark: props.onMark && ((place) => act(place, props.onMark)),
  });
  activePlace.current = keys.active;
  const body = { props, table, items, held, keys };
  return (
    <div
      className={classes(
        "flex min-h-80 flex-1 flex-col overflow-clip rounded-panel border border-line bg-panel",
        props.dense && DENSE,
      )}
      {...held.handlers}
    >
      <div
        ref={scroller}
        tabIndex={-1}
        className="scroll-quiet min-h-0 flex-1 overflow-auto outline-none"
        data-stale={props.stale || undefined}
      >
        <table
          aria-label={props.label}
          aria-rowcount={source.count + 1}
          className="w-full min-w-max table-fixed border-separate border-spacing-0"
        >
          <TableHead table={table} />
          <VirtualBody {...body} totalSize={virtualizer.getTotalSize()} />
        </table>
        {source.count === 0 && props.empty}
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

/** Focuses a row once it is drawn; until then the focus waits on the table, so that it does not fall out of the page. */
function useFocusWhenThere(scroller: RefObject<HTMLDivElement | null>) {
  const wanted = useRef<number | null>(null);
  const tryFocus = () => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"]`);
    if (row) wanted.current = null;
    (row ?? scroller.current)?.focus({ preventScroll: true });
  };
  useLayoutEffect(tryFocus);
  return (place: number) => {
    wanted.current = place;
    tryFocus();
  };
}

interface VirtualBodyProps<TRow extends DeskRow> {
  props: VirtualTableProps<TRow>;
  table: DeskTable<TRow>;
  items: readonly { index: number; start: number; end: number }[];
  held: ReturnType<typeof useHeldRows<TRow>>;
  keys: ReturnType<typeof useRowKeys>;
  totalSize: number;
}

/** The rows on screen with room above, between and below for those that are not. */
function VirtualBody<TRow extends DeskRow>(body: VirtualBodyProps<TRow>) {
  const models = useMemo(() => new Map(body.table.getRowModel().rows.map((row) => [row.id, row])), [body.table]);
  const shownColumns = columnKey(body.table);
  let reached = 0;
  const parts: ReactNode[] = [];
  for (const item of body.items) {
    if (item.start > reached) parts.push(<Room key={`room-${reached}`} height={item.start - reached} />);
    reached = item.end;
    const shown = body.held.rows.get(item.index);
    const model = shown && models.get(shown.row.key);
    parts.push(
      model ? (
        <TableRow
          key={model.id}
          row={model}
          place={item.index}
          columns={shownColumns}
          active={item.index === body.keys.active}
          selected={model.id === body.props.selectedKey}
          gone={shown.gone}
          goneWord={body.props.goneWord ?? "gone"}
          pressable={body.props.onDetails !== undefined}
          marked={body.props.onMark && (body.props.markedKeys?.has(model.id) ?? false)}
        />
      ) : (
        <WaitingRow key={`place-${item.index}`} columns={body.table.getVisibleLeafColumns().length} />
      ),
    );
  }
  if (body.totalSize > reached) parts.push(<Room key="room-end" height={body.totalSize - reached} />);
  return <tbody {...body.keys.handlers}>{parts}</tbody>;
}

function Room({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td className="p-0" style={{ height }} />
    </tr>
  );
}

function WaitingRow({ columns }: { columns: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={columns} className="h-9 border-line border-b px-3">
        <Skeleton className="h-3 w-64" />
      </td>
    </tr>
  );
}

function withPlace(places: number[], place: number, range: Range): number[] {
  if (place >= range.count || places.includes(place)) return places;
  return [...places, place].sort((a, b) => a - b);
}
