"use client";

import type { LeaseRow } from "@/lib/api/contract/leases";
import { CardButton, CardList } from "../ui/card-list";
import { LEASE_TYPE, leaseSubject } from "./lease-words";
import { Expires } from "./pair-columns";

/** Leases on a small screen: a card for each, which opens all about it. */
export function LeaseCards({
  rows,
  selectedKey,
  stale,
  onOpen,
}: {
  rows: readonly LeaseRow[];
  selectedKey: string;
  stale: boolean;
  onOpen: (row: LeaseRow) => void;
}) {
  return (
    <CardList label="Leases" rows={rows} selectedKey={selectedKey} stale={stale}>
      {(row) => {
        const name = row.userFullName ?? row.user ?? "nobody named";
        return (
          <>
            <div className="flex items-center gap-2">
              <span className="truncate font-medium">{name}</span>
              <span className="ml-auto shrink-0 text-small">
                <Expires at={row.expiresAt} />
              </span>
            </div>
            <p className="wrap-anywhere">
              {LEASE_TYPE[row.type].label}: {leaseSubject(row)}
            </p>
            {row.problem && <p className="text-small text-warn-text">{row.problem}</p>}
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-small">
              {row.machine && <span>{row.machine}</span>}
              <CardButton label={`Details: ${LEASE_TYPE[row.type].label} lease of ${name}`} onOpen={() => onOpen(row)}>
                Details
              </CardButton>
            </div>
          </>
        );
      }}
    </CardList>
  );
}
