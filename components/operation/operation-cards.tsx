"use client";

import { classes } from "../ui/classes";
import { AskedAt } from "./asked-at";
import { Outcome, Why } from "./operation-columns";
import type { OperationListRow } from "./use-operations";
import { operationName } from "./verb-words";

/** The list on a small screen: a card for each operation, which opens everything about it. */
export function OperationCards({
  rows,
  selectedKey,
  stale,
  onOpen,
}: {
  rows: readonly OperationListRow[];
  selectedKey: string;
  stale: boolean;
  onOpen: (row: OperationListRow) => void;
}) {
  return (
    <ul aria-label="Operations" className="flex flex-col gap-2" data-stale={stale || undefined}>
      {rows.map((row) => (
        <li
          key={row.key}
          className={classes(
            "relative flex flex-col gap-1.5 rounded-panel border border-line px-3 py-2.5",
            row.key === selectedKey ? "bg-selected" : "bg-panel",
          )}
        >
          <div className="flex items-center gap-2">
            <span className="font-medium">{operationName(row)}</span>
            <span className="ml-auto text-muted text-small">
              <AskedAt at={row.askedAt} />
            </span>
          </div>
          <p className="wrap-anywhere">{row.label}</p>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-small">
            <Outcome operation={row} />
            <span>{row.actor}</span>
            <span className="min-w-0 basis-full truncate">
              <Why operation={row} />
            </span>
            <button
              type="button"
              onClick={() => onOpen(row)}
              aria-label={`Details: ${operationName(row)}, ${row.label}`}
              className="ml-auto min-h-6 font-medium text-accent after:absolute after:inset-0"
            >
              Details
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}
