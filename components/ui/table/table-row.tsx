"use client";

import { FlexRender } from "@tanstack/react-table";
import { memo } from "react";
import { classes } from "../classes";
import type { DeskRow, DeskTableRow } from "./table-model";

export interface TableRowProps<TRow extends DeskRow> {
  row: DeskTableRow<TRow>;
  place: number;
  /** The ids of the columns that are shown; another text draws the row anew. */
  columns: string;
  active: boolean;
  selected: boolean;
  /** It left the list while it was held in place. */
  gone: boolean;
  /** What is said of a row that is gone, such as "ended". */
  goneWord: string;
  /** A press shows its details. */
  pressable: boolean;
  /** Whether the row is marked, where rows can be. */
  marked?: boolean | undefined;
}

const ROW =
  "group/row bg-panel outline-none focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-2";
const CELL =
  "h-9 overflow-hidden text-ellipsis whitespace-nowrap border-line border-b bg-inherit px-(--cell-x,0.75rem)";
const STICKY = "first:sticky first:left-0 first:z-10 max-md:first:border-r";

/** A row of 36 px. Presses and keys of all rows are handled on the table's body (use-row-keys). */
function TableRowView<TRow extends DeskRow>(props: TableRowProps<TRow>) {
  const { row, place, active, selected, gone } = props;
  return (
    <tr
      aria-rowindex={place + 2}
      aria-selected={props.pressable ? selected : undefined}
      data-place={place}
      tabIndex={active ? 0 : -1}
      className={classes(
        ROW,
        selected ? "bg-selected" : "hover:bg-hover",
        gone && "text-faint line-through decoration-1",
        props.pressable && "cursor-default",
      )}
    >
      {row.getVisibleCells().map((cell, index) => {
        const Cell = index === 0 ? "th" : "td";
        return (
          <Cell
            key={cell.id}
            scope={index === 0 ? "row" : undefined}
            className={classes(
              CELL,
              STICKY,
              index === 0 && "text-left font-normal",
              cell.column.columnDef.meta?.align === "end" && "text-right",
            )}
          >
            {index === 0 && props.marked !== undefined && <Mark marked={props.marked} place={place} />}
            <FlexRender cell={cell} />
            {index === 0 && gone && <span className="ml-2 inline-block no-underline">{props.goneWord}</span>}
          </Cell>
        );
      })}
    </tr>
  );
}

/** The box of a row that can be marked; pressing it and the Space key are handled on the table's body. */
function Mark({ marked, place }: { marked: boolean; place: number }) {
  return (
    <input
      type="checkbox"
      data-mark
      readOnly
      tabIndex={-1}
      checked={marked}
      aria-label={`Select row ${place + 1}`}
      className="mr-2.5 size-4 align-middle accent-accent"
    />
  );
}

/** Scrolling makes new row models of the same records: only what is drawn counts. */
function isSame(before: TableRowProps<DeskRow>, after: TableRowProps<DeskRow>): boolean {
  const { row: rowBefore, ...was } = before;
  const { row: rowAfter, ...is } = after;
  const names = Object.keys(is) as (keyof typeof is)[];
  return rowBefore.original === rowAfter.original && names.every((name) => was[name] === is[name]);
}

/** Drawn again only when its record, its place or its look changes. `memo` drops the type parameter, which does not change. */
export const TableRow = memo(TableRowView, isSame) as typeof TableRowView;
