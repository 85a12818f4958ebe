"use client";

import type { OperationResponse } from "@/lib/api/contract/operations";
import { classes } from "../ui/classes";
import { TONE_LOOK } from "../ui/tone";
import { STATE_LOOK } from "./state-look";

type Parts = OperationResponse["operation"]["items"];

/** Each act of an operation with what came of it. */
export function OperationParts({ items }: { items: Parts }) {
  return (
    <ol className="flex flex-col gap-1.5 px-4 pb-3">
      {items.map(({ number, label, state, message }) => {
        const { tone, icon: Icon, label: word } = STATE_LOOK[state];
        return (
          <li key={number} className="flex flex-wrap items-center gap-x-2">
            <Icon aria-hidden className={classes("size-3.5 shrink-0", TONE_LOOK[tone].text)} />
            <span className="wrap-anywhere min-w-0">{label}</span>
            <span className={classes("ml-auto text-small", TONE_LOOK[tone].text)}>{word}</span>
            {message && state !== "verified" && (
              <span className="basis-full pl-5.5 text-muted text-small">{message}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
