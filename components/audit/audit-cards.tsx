"use client";

import { CardButton, CardList } from "../ui/card-list";
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
    <CardList label="Audit" rows={rows} selectedKey={selectedKey} stale={stale}>
      {(row) => (
        <>
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
            <CardButton
              label={`Details of entry ${row.id}: ${whatWords(row)}, ${subjectWords(row)}`}
              onOpen={() => onOpen(row)}
            >
              Details
            </CardButton>
          </div>
        </>
      )}
    </CardList>
  );
}
