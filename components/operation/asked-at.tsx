"use client";

import { WallClock } from "../ui/clock";
import { Time } from "../ui/time";

/** When something of an operation was written down: by real time, also on a practice site whose clock is another. */
export function AskedAt({ at, focusable = false }: { at: string; focusable?: boolean }) {
  return (
    <WallClock>
      <Time at={at} focusable={focusable} />
    </WallClock>
  );
}
