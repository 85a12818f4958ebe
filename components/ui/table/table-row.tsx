"use client";

import { FlexRender } from "@tanstack/react-table";
import type { MouseEvent } from "react";
import { classes } from "../classes";
import type { DeskRow, DeskTableRow } from "./table-model";

export interface TableRowProps<TRow extends DeskRow> {
  row: DeskTableRow<TRow>;
  place: number;
  active: boolean;
  selected: boolean;
  /** It left the list while it was held in place. */
  gone: boolean;
  /** What is said of a row that is gone, such as "ended". */
  goneWord: string;
  onPress: ((place: number) => void) | undefined;
}

const ROW =
  "group/row bg-panel outline-none focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-2";
const CELL = "h-9 overflow-hidden text-ellipsis whitespace-nowrap border-line border-b bg-inherit px-3";
const STICKY = "first:sticky first:left-0 first:z-10 max-md:first:border-r";

/**
 * A row of 36 px. A press anywhere on it that is not a link or a button shows its details; the keys of all rows are handled on
 * the table's body (use-row-keys).
 */
export function TableRow<TRow extends DeskRow>(props: TableRowProps<TRow>) {
  const { row, place, active, selected, gone } = props;
  const press = (event: MouseEvent<HTMLElement>) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("a, button") || window.getSelection()?.isCollapsed === false) return;
    props.onPress?.(place);
  };
  return (
    <tr
      aria-rowindex={place + 2}
      aria-selected={props.onPress ? selected : undefined}
      data-place={place}
      tabIndex={active ? 0 : -1}
      onClick={press}
      className={classes(
        ROW,
        selected ? "bg-selected" : "hover:bg-hover",
        gone && "text-faint line-through decoration-1",
        props.onPress && "cursor-default",
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
            <FlexRender cell={cell} />
            {index === 0 && gone && <span className="ml-2 inline-block no-underline">{props.goneWord}</span>}
          </Cell>
        );
      })}
    </tr>
  );
}
