"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { classes } from "../classes";
import type { DeskRow, DeskTable } from "./table-model";

const STICKY = "first:sticky first:left-0 first:z-10 max-md:first:border-r";
const HEAD = "h-8.5 border-line border-b bg-sunken p-0 text-left font-medium text-muted text-small";

/** The header row: sticks to the top, its first cell to the left as well. A header that sorts is a button and says how. */
export function TableHead<TRow extends DeskRow>({ table }: { table: DeskTable<TRow> }) {
  const headers = table.getHeaderGroups().flatMap((group) => group.headers);
  return (
    <>
      <colgroup>
        {headers.map((header, index) => (
          <col key={header.id} style={{ width: widthOf(header.column.columnDef.meta?.width ?? 120, index === 0) }} />
        ))}
      </colgroup>
      <thead className="sticky top-0 z-20">
        <tr>
          {headers.map((header) => {
            const { column } = header;
            const sorted = column.getIsSorted();
            const atEnd = column.columnDef.meta?.align === "end";
            const name = column.columnDef.meta?.title ?? column.id;
            return (
              <th
                key={header.id}
                scope="col"
                className={classes(HEAD, STICKY)}
                aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : undefined}
              >
                {column.getCanSort() ? (
                  <button
                    type="button"
                    onClick={column.getToggleSortingHandler()}
                    className={classes(
                      "group flex h-8.5 w-full min-w-0 items-center gap-1 px-(--cell-x,0.75rem) hover:text-ink focus-visible:-outline-offset-2",
                      atEnd && "flex-row-reverse",
                      sorted && "text-ink",
                    )}
                  >
                    <span className="truncate">{name}</span>
                    <SortMark sorted={sorted} />
                  </button>
                ) : (
                  <span className={classes("block truncate px-(--cell-x,0.75rem)", atEnd && "text-right")}>{name}</span>
                )}
              </th>
            );
          })}
        </tr>
      </thead>
    </>
  );
}

/** The first column stays on screen, so on a narrow one it must leave room for another. */
function widthOf(width: number, isFirst: boolean): string {
  return isFirst ? `min(${width}px, 46vw)` : `${width}px`;
}

function SortMark({ sorted }: { sorted: false | "asc" | "desc" }) {
  if (sorted === "asc") return <ArrowUp aria-hidden className="size-3 shrink-0" />;
  if (sorted === "desc") return <ArrowDown aria-hidden className="size-3 shrink-0" />;
  return <ChevronsUpDown aria-hidden className="size-3 shrink-0 opacity-0 group-hover:opacity-100" />;
}
