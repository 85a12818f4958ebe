"use client";

import Link from "next/link";
import type { OperationRow } from "@/lib/api/contract/operations";
import { routes } from "../routes";
import { classes } from "../ui/classes";
import { useNow, WallClock } from "../ui/clock";
import { formatDuration } from "../ui/time-format";
import { TONE_LOOK } from "../ui/tone";
import { detailOf, isWatched, lookOf, progressSteps } from "./progress-words";
import { operationName } from "./verb-words";

/** One operation as it goes: what, how far, for how long, and what came of it. */
export function ProgressLine({ operation }: { operation: OperationRow }) {
  const { tone, icon: Icon } = lookOf(operation);
  const detail = detailOf(operation);
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2">
        <Icon aria-hidden className={classes("size-4 shrink-0", TONE_LOOK[tone].text)} />
        <Link href={routes.operation(operation.id)} className="font-medium hover:underline">
          {operationName(operation)}
        </Link>
        <span className={TONE_LOOK[tone].text}>{progressSteps(operation).join(" → ")}</span>
        {isWatched(operation) && <Stopwatch since={Date.parse(operation.askedAt)} />}
      </p>
      {detail && <p>{detail}</p>}
      <p className="text-muted text-small">
        {operation.actor}: “{operation.reason}”
      </p>
    </div>
  );
}

/** Seconds that go on by themselves; those who listen hear the states alone. `since`: this browser's clock, in ms. */
export function Stopwatch({ since }: { since: number }) {
  return (
    <WallClock>
      <Seconds since={since} />
    </WallClock>
  );
}

function Seconds({ since }: { since: number }) {
  const now = useNow(1000, { evenFrozen: true });
  return (
    <span aria-hidden className="text-faint text-small tabular-nums">
      {formatDuration(now - since)}
    </span>
  );
}
