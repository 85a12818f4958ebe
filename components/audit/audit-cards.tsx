"use client";

import { classes } from "../ui/classes";
import { When, WhoDid } from "./audit-columns";
import { detailWords, subjectWords, whatWords } from "./audit-words";
import type { AuditListRow } from "./use-audit";

/** The audit on a small screen: a card for each entry, which opens everything about it. */
export function AuditCards({
  rows,
  selectedKey,
  stale,
  onOpen,
}: {
  rows: readonly AuditListRow[];
  selectedKey: string;
  stale: boolean;
  onOpen: (row: AuditListRow) => void;
}) {
  return (
    <ul aria-label="Audit" className="flex flex-col gap-2" data-stale={stale || undefined}>
      {rows.map((row) => (
        <li
          key={row.key}
          className={classes(
            "relative flex flex-col gap-1.5 rounded-panel border border-line px-3 py-2.5",
            row.key === selectedKey ? "bg-selected" : "bg-panel",
          )}
        >
          <div className="flex items-center gap-2">
            <span className="font-medium">{whatWords(row)}</span>
            <span className="ml-auto shrink-0 text-muted text-small">
              <When at={row.at} />
            </span>
          </div>
          <p className="wrap-anywhere">{subjectWords(row)}</p>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-small">
            <WhoDid entry={row} />
            <span className="min-w-0 basis-full truncate">{detailWords(row)}</span>
            <button
              type="button"
              onClick={() => onOpen(row)}
              aria-label={`Details of entry ${row.id}: ${whatWords(row)}, ${subjectWords(row)}`}
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
