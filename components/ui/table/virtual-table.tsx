"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { Skeleton } from "../skeleton";
import { HeldRow, useHeldRowKeys } from "./held-row";
import { useStable } from "./plain-table";
import { type FramedTableProps, TableFrame } from "./table-frame";
import { TableHead } from "./table-head";
import { columnKey, type DeskRow, type DeskTable, useDeskTable } from "./table-model";
import { type RowSource, useHeldRows } from "./use-held-rows";
import type { RowKeys } from "./use-row-keys";

const ROW_HEIGHT = 36;
const HEAD_HEIGHT = 34;

export interface VirtualTableProps<TRow extends DeskRow> extends FramedTableProps<TRow> {
  source: RowSource<TRow>;
  /** Called with the places on screen, so that they can be loaded. */
  onRange: (first: number, last: number) => void;
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
  const focusWhenThere = useFocusWhenThere(scroller);
  const focusRow = (place: number) => {
    activePlace.current = place;
    virtualizer.scrollToIndex(place);
    focusWhenThere(place);
  };
  const keys = useHeldRowKeys(props, held, { places: source.count, focusRow });
  activePlace.current = keys.active;
  const body = { props, table, items, held, keys };
  return (
    <TableFrame props={props} held={held} scroller={scroller}>
      <table
        aria-label={props.label}
        aria-rowcount={source.count + 1}
        className="w-full min-w-max table-fixed border-separate border-spacing-0"
      >
        <TableHead table={table} />
        <VirtualBody {...body} totalSize={virtualizer.getTotalSize()} />
      </table>
      {source.count === 0 && props.empty}
    </TableFrame>
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
  keys: RowKeys;
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
        <HeldRow
          key={model.id}
          row={model}
          place={item.index}
          columns={shownColumns}
          gone={shown.gone}
          props={body.props}
          keys={body.keys}
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
