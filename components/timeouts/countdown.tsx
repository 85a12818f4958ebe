"use client";

import { atWords } from "../session/ends-words";
import { useNow, useZone } from "../ui/clock";
import { formatUtc } from "../ui/time-format";
import { VisuallyHidden } from "../ui/visually-hidden";
import { formatCountdown } from "./countdown-format";

/** How long until then, running down each second in a place of its own width. Who listens hears the time of day instead. */
export function Countdown({ at }: { at: string }) {
  const zone = useZone();
  const minute = useNow(60_000);
  return (
    <time dateTime={at} title={formatUtc(Date.parse(at))} className="relative inline-block min-w-16">
      <Running at={Date.parse(at)} />
      <VisuallyHidden>{atWords(at, minute, zone)}</VisuallyHidden>
    </time>
  );
}

function Running({ at }: { at: number }) {
  const now = useNow(1000);
  return <span aria-hidden>{formatCountdown(at - now)}</span>;
}
