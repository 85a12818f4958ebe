"use client";

import { EyeOff } from "lucide-react";
import Link from "next/link";
import type { OperationsResponse } from "@/lib/api/contract/operations";
import { routes } from "../routes";
import { useRefusal } from "../shell/site";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import { Time } from "../ui/time";
import { TONE_LOOK } from "../ui/tone";
import { askFor, loadDialog } from "./asked";
import { AskedAt } from "./asked-at";
import { hiddenWords } from "./hidden-words";

/** Sessions that Ghostdesk hid and that are hidden still: nobody may forget them. */
export function HiddenNote({ hidden }: { hidden: OperationsResponse["hidden"] }) {
  const words = hiddenWords(hidden);
  if (words === null) return null;
  const late = hidden.some(({ isOverdue }) => isOverdue);
  return (
    <section
      aria-label="Hidden sessions"
      className={classes("rounded-panel border", TONE_LOOK[late ? "warn" : "info"].pill)}
    >
      <p className="flex items-center gap-2.5 px-3.5 py-2.5 font-semibold">
        <EyeOff aria-hidden className="size-4 shrink-0" />
        {words}
      </p>
      <ul className="max-h-44 divide-y divide-line overflow-y-auto border-line border-t bg-panel text-ink">
        {hidden.map((row) => (
          <HiddenLine key={row.sessionKey} row={row} />
        ))}
      </ul>
    </section>
  );
}

function HiddenLine({ row }: { row: OperationsResponse["hidden"][number] }) {
  const refusal = useRefusal("act-on-sessions");
  const unhide = () =>
    askFor({ verb: "unhide", target: { sessions: [row.sessionKey] }, subject: `the session of ${row.label}` });
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-1">
      <Link href={routes.operation(row.operationId)} className="name-link">
        {row.label}
      </Link>
      <span className="text-muted text-small">
        hidden by {row.by} <AskedAt at={row.since} focusable />
      </span>
      <span className={classes("text-small", row.isOverdue ? "text-warn-text" : "text-muted")}>
        {row.isOverdue ? "its time was over " : "until "}
        <Time at={row.endsAt} focusable />
      </span>
      <Button
        size="small"
        className="ml-auto"
        disabledReason={refusal}
        aria-label={`Unhide ${row.label}`}
        onPointerEnter={() => void loadDialog()}
        onClick={unhide}
      >
        Unhide…
      </Button>
    </li>
  );
}
