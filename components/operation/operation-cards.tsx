"use client";

import { CardButton, CardList } from "../ui/card-list";
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
    <CardList label="Operations" rows={rows} selectedKey={selectedKey} stale={stale}>
      {(row) => (
        <>
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
            <CardButton label={`Details: ${operationName(row)}, ${row.label}`} onOpen={() => onOpen(row)}>
              Details
            </CardButton>
          </div>
        </>
      )}
    </CardList>
  );
}
