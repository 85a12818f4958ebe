"use client";

import { Time } from "../ui/time";
import { type HistoryEntry, historyWords } from "./history-words";

/** What became of it so far, the newest first: who, when, what. */
export function GhostHistory({ history }: { history: readonly HistoryEntry[] }) {
  if (history.length === 0) return <p className="px-4 pb-3 text-muted">Nothing yet.</p>;
  return (
    <ol className="flex flex-col gap-1.5 px-4 pb-3">
      {history.toReversed().map((entry) => {
        const { what, detail } = historyWords(entry);
        return (
          <li key={`${entry.at} ${entry.event}`} className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-2">
            <span className="text-muted">
              <Time at={entry.at} focusable />
            </span>
            <span className="wrap-anywhere">
              {what}
              {detail && <span className="text-muted">: {detail}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
