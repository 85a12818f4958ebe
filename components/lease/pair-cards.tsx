"use client";

import { CardButton, CardList } from "../ui/card-list";
import { resourceWords } from "./lease-words";
import { Expires, VerdictBadge } from "./pair-columns";
import type { PairListRow } from "./use-pairs";

/** Pairs on a small screen: a card for each, which opens all about it. */
export function PairCards({
  rows,
  selectedKey,
  stale,
  onOpen,
}: {
  rows: readonly PairListRow[];
  selectedKey: string;
  stale: boolean;
  onOpen: (row: PairListRow) => void;
}) {
  return (
    <CardList label="Pairs of user and resource" rows={rows} selectedKey={selectedKey} stale={stale}>
      {(row) => {
        const name = row.userFullName ?? row.user ?? "nobody named";
        const resource = resourceWords(row.group, row.application);
        return (
          <>
            <div className="flex items-center gap-2">
              <span className="truncate font-medium">{name}</span>
              <span className="ml-auto shrink-0">
                <VerdictBadge pair={row} />
              </span>
            </div>
            <p className="wrap-anywhere">{resource}</p>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-small">
              {row.until && (
                <span>
                  falls out <Expires at={row.until} />
                </span>
              )}
              {row.machine && <span>{row.machine}</span>}
              <CardButton label={`Details: ${name}, ${resource}`} onOpen={() => onOpen(row)}>
                Details
              </CardButton>
            </div>
          </>
        );
      }}
    </CardList>
  );
}
