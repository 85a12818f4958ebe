"use client";

import { classes } from "../ui/classes";
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
    <ul aria-label="Ghosts" className="flex flex-col gap-2" data-stale={stale || undefined}>
      {rows.map((row) => (
        <li
          key={row.key}
          className={classes(
            "relative flex flex-col gap-1.5 rounded-panel border border-line px-3 py-2.5",
            row.key === selectedKey ? "bg-selected" : "bg-panel",
          )}
        >
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
            <button
              type="button"
              onClick={() => onOpen(row)}
              aria-label={`Evidence of ${subjectOf(row)} on ${row.machine ?? "an unnamed machine"}`}
              className="ml-auto min-h-6 font-medium text-accent after:absolute after:inset-0"
            >
              Evidence
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What the evidence is of, for those who hear it. */
function subjectOf({ subject, user }: QueueRow): string {
  return subject === "machine" ? "the failures" : (user ?? "the nameless session");
}
