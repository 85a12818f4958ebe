"use client";

import type { ReactNode, RefObject } from "react";
import { classes } from "../classes";
import type { Held, RowTableProps } from "./held-row";
import { TableFoot } from "./table-foot";
import { DENSE, type DeskRow, type TableChoices } from "./table-model";

/** The same with a last line of its own. */
export interface FramedTableProps<TRow extends DeskRow> extends RowTableProps<TRow>, TableChoices {
  /** What stands at the left of the last line: how many rows of what. */
  foot: ReactNode;
  /** What Enter and Escape do, for the hints in the last line. */
  openHint?: string;
  escapeHint?: string | undefined;
}

/** The panel around a table that fills the height it is given and scrolls inside it, with its last line. */
export function TableFrame<TRow extends DeskRow>({
  props,
  held,
  scroller,
  children,
}: {
  props: FramedTableProps<TRow>;
  held: Held<TRow>;
  scroller: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}) {
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
        {children}
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
