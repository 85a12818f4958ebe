"use client";

import { useState } from "react";
import { Button } from "../ui/button";
import { TimeAndAge } from "../ui/time";
import { Countdown } from "./countdown";
import { type Ending, GhostLink, Happens, LimitOf, ServerLink, WhoLink } from "./ending-columns";

const SHOWN_AT_FIRST = 10;

/** Deadlines on a small screen: two lines each, the next ten at first. */
export function EndingCards({
  label,
  rows,
  overdue = false,
}: {
  label: string;
  rows: readonly Ending[];
  overdue?: boolean;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ul aria-label={label} className="divide-y divide-line">
        {shown.map((row) => (
          <li key={row.key} className="flex flex-col gap-1 px-4 py-2.5">
            <div className="flex items-center gap-3">
              <span className="min-w-0 truncate">
                <WhoLink ending={row} inTable={false} />
              </span>
              <span className="shrink-0 text-muted text-small">
                <ServerLink ending={row} inTable={false} />
              </span>
              <span className="ml-auto shrink-0 text-right font-semibold">
                {overdue ? <TimeAndAge at={row.due.at} /> : <Countdown at={row.due.at} />}
              </span>
            </div>
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Happens ending={row} />
              <LimitOf ending={row} />
              {overdue && <GhostLink ending={row} inTable={false} />}
            </div>
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <p className="border-line border-t px-4 py-2.5">
          <Button size="small" onClick={() => setAll(true)}>
            Show all {rows.length}
          </Button>
        </p>
      )}
    </>
  );
}
