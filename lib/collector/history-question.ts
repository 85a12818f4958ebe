import { faultOfLimits } from "@/lib/domain/session/replay/expiry";
import { DeskError } from "@/lib/errors";
import type { WhatIfQuestion } from "./runtime";

/** What can be asked of the history; free of what reads it, so that it can be looked at before anything is asked. */

export const WHAT_IF_DAYS_MAX = 31;
const DAY_MS = 24 * 3_600_000;

/** Throws `invalid`, naming the field, where the time or the limits cannot be. */
export function requireReplayable({ from, to, changed }: Pick<WhatIfQuestion, "from" | "to" | "changed">): void {
  if (!(from < to)) throw new DeskError("invalid", "The time to replay ends before it begins.", { field: "from" });
  if (to - from > WHAT_IF_DAYS_MAX * DAY_MS) {
    throw new DeskError("invalid", `At most ${WHAT_IF_DAYS_MAX} days can be replayed at once.`, { field: "from" });
  }
  const fault = faultOfLimits(changed);
  if (fault) throw new DeskError("invalid", fault.sentence, { field: `timers.${fault.timer}` });
}
