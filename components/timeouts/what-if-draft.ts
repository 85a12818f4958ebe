import type { GroupLimit, WhatIfBody } from "@/lib/api/contract/timeouts";
import { REPLAYED_TIMERS, type ReplayedTimer } from "@/lib/domain/session/what-if";

/** What a person is about to ask: a group and minutes by timer, as typed. Empty: as it is now. */

export type Draft = Readonly<Partial<Record<ReplayedTimer, string>>>;

/** Minutes; 0 is off. As long as a policy can say: a year. */
const MINUTES_MAX = 525_600;

/** A timer that ends what another only disconnects. */
const PAIRS = [
  ["pre-launch-disconnect", "pre-launch-terminate"],
  ["linger-disconnect", "linger-terminate"],
] as const satisfies readonly (readonly [ReplayedTimer, ReplayedTimer])[];

export type Minutes = Readonly<Record<ReplayedTimer, number | null>>;

/** What holds in the group now, in minutes; 0 is off, null is not known or differs between its machines. */
export function minutesNow(limits: readonly GroupLimit[]): Minutes {
  const minutes = (timer: ReplayedTimer): number | null => {
    const limit = limits.find((each) => each.timer === timer);
    if (limit?.kind === "off") return 0;
    return limit?.kind === "set" && limit.seconds !== null ? limit.seconds / 60 : null;
  };
  return Object.fromEntries(REPLAYED_TIMERS.map((timer) => [timer, minutes(timer)])) as Minutes;
}

/** Null where nothing was typed; NaN where that is no number of minutes. */
function typed(draft: Draft, timer: ReplayedTimer): number | null {
  const text = draft[timer]?.trim() ?? "";
  if (text === "") return null;
  return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}

/** Why a value cannot be asked, by timer; empty where all can. */
export function draftFaults(draft: Draft, now: Minutes): Partial<Record<ReplayedTimer, string>> {
  const faults: Partial<Record<ReplayedTimer, string>> = {};
  for (const timer of REPLAYED_TIMERS) {
    const minutes = typed(draft, timer);
    if (minutes === null) continue;
    if (Number.isNaN(minutes)) faults[timer] = "Minutes as a number, such as 15. 0 turns it off.";
    else if (minutes > MINUTES_MAX) faults[timer] = "A year at the most: 525,600 minutes.";
  }
  for (const [first, last] of PAIRS) {
    const fault = pairFault(typed(draft, first) ?? now[first], typed(draft, last) ?? now[last]);
    const touched = [last, first].find((timer) => typed(draft, timer) !== null);
    if (fault && touched && !faults[first] && !faults[last]) faults[touched] = fault;
  }
  return faults;
}

/** Disconnecting may not come after ending. Off and unknown stand in no order; at the same time it ends at once. */
function pairFault(disconnect: number | null, terminate: number | null): string | null {
  if (!disconnect || !terminate || disconnect <= terminate) return null;
  return `It cannot be disconnected (${disconnect} min) after it has ended (${terminate} min).`;
}

/** The question as the API takes it; null where nothing is changed, or something cannot be asked. */
export function bodyOf(group: string, draft: Draft, now: Minutes): WhatIfBody | null {
  if (group === "" || Object.keys(draftFaults(draft, now)).length > 0) return null;
  const changed = REPLAYED_TIMERS.flatMap((timer) => {
    const minutes = typed(draft, timer);
    return minutes === null || minutes === now[timer] ? [] : [[timer, minutes] as const];
  });
  return changed.length > 0 ? { group, timers: Object.fromEntries(changed) } : null;
}

/** Values that are offered for a timer, in minutes. */
export const PRESETS: Record<ReplayedTimer, readonly number[]> = {
  disconnected: [30, 60, 120, 240, 480],
  "pre-launch-disconnect": [5, 15, 30],
  "pre-launch-terminate": [60, 120, 480],
  "linger-disconnect": [5, 15, 30],
  "linger-terminate": [30, 120, 480],
};
