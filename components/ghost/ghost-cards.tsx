"use client";

import { CardButton, CardList } from "../ui/card-list";
import { GhostBadge } from "./ghost-badge";
import { type QueueRow, Standing } from "./ghost-columns";
import { failuresWords, NEXT_STEP } from "./ghost-words";
import { TakenBy, Whose } from "./whose";

/** The queue on a small screen: a card for each ghost, which opens its evidence. */
export function GhostCards({
  rows,
  selectedKey,
  stale,
  onOpen,
}: {
  rows: readonly QueueRow[];
  selectedKey: string;
  stale: boolean;
  onOpen: (row: QueueRow) => void;
}) {
  return (
    <CardList label="Ghosts" rows={rows} selectedKey={selectedKey} stale={stale}>
      {(row) => (
        <>
          <div className="flex items-center gap-2">
            <GhostBadge class={row.class} state={row.state} />
            <span className="ml-auto text-muted text-small">
              <Standing ghost={row} />
            </span>
          </div>
          <div className="relative z-1 w-fit max-w-full truncate">
            <Whose ghost={row} />
          </div>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-small">
            <span>{row.machine ?? "unnamed machine"}</span>
            {row.next && <span>First step: {NEXT_STEP[row.next].label.toLowerCase()}</span>}
            <span className="text-warn-text">{failuresWords(row)}</span>
            {row.takenBy && <TakenBy name={row.takenBy} />}
            <CardButton
              label={`Evidence of ${subjectOf(row)} on ${row.machine ?? "an unnamed machine"}`}
              onOpen={() => onOpen(row)}
            >
              Evidence
            </CardButton>
          </div>
        </>
      )}
    </CardList>
  );
}

/** What the evidence is of, for those who hear it. */
function subjectOf({ subject, user }: QueueRow): string {
  return subject === "machine" ? "the failures" : (user ?? "the nameless session");
}
