"use client";

import { useState } from "react";
import type { PreviewResponse, TouchRow } from "@/lib/api/contract/operations";
import { GHOST_CLASS } from "../ghost/ghost-words";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import { Age } from "../ui/time";
import { doingWords, isLoggingOn, moreWords, TOUCHES_SHOWN, touchesSummary, touchName } from "./touch-words";

/** Whom it touches: those it is done to first, then who is there only because they are on the same machine. */
export function PreviewTouches({ preview }: { preview: PreviewResponse }) {
  const [all, setAll] = useState(false);
  const rows = all ? preview.touches : preview.touches.slice(0, TOUCHES_SHOWN);
  const more = moreWords(rows.length, preview);
  return (
    <section aria-label="Whom it touches">
      <p className="font-medium">{touchesSummary(preview)}</p>
      {rows.length > 0 && (
        <ul className="mt-1.5 divide-y divide-line rounded-control border border-line">
          {rows.map((row) => (
            <Touch key={row.sessionKey} row={row} />
          ))}
          {more && (
            <li className="px-3 py-1.5 text-muted">
              {all || preview.touches.length === rows.length ? (
                more
              ) : (
                <Button size="small" variant="quiet" className="-ml-2.5" onClick={() => setAll(true)}>
                  {more}
                </Button>
              )}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function Touch({ row }: { row: TouchRow }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3 py-1.5">
      <span className={classes("min-w-0 truncate", row.isTarget ? "font-medium" : "text-muted")}>{touchName(row)}</span>
      <span className={isLoggingOn(row) ? "text-warn-text" : "text-muted"}>{doingWords(row)}</span>
      {row.ghost && <span className="text-bad-text">{GHOST_CLASS[row.ghost].label.toLowerCase()}</span>}
      <span className="ml-auto whitespace-nowrap text-muted text-small">
        {row.idleSince && (
          <>
            idle <Age since={row.idleSince} />
          </>
        )}
      </span>
      {row.loses && <span className="basis-full text-small text-warn-text">{row.loses}</span>}
    </li>
  );
}
