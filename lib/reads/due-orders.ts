import type { Instant } from "@/lib/domain/site";
import { sortAll } from "./session-filter";
import type { SiteIndex } from "./site-index";
import { searchFirst } from "./sorting";

/** What is due next, on the whole site, on one machine, of one group. A deadline is ahead until the instant it names has passed. */

export interface NextDeadline {
  readonly at: Instant;
  readonly sessionKey: string;
}

/** Slots of the sessions that something ends, the nearest deadline first; `ahead` is where those begin that are not overdue. */
export function dueSlots(
  { sessions }: SiteIndex,
  now: Instant,
): { readonly slots: Uint32Array; readonly ahead: number } {
  const order = sortAll(sessions, "ends");
  const valueAt = (position: number) => order.valueAt(order.slots[position] ?? 0);
  const end = searchFirst(order.slots.length, (position) => valueAt(position) === null);
  const ahead = searchFirst(end, (position) => Number(valueAt(position)) >= now);
  return { slots: order.slots.subarray(0, end), ahead };
}

/** The nearest deadline ahead on one machine. */
export function nextOnMachine(index: SiteIndex, machineKey: string, now: Instant) {
  let next = null;
  for (const { record, due } of index.sessionsOnMachine(machineKey)) {
    const { ends } = due;
    if (ends.at === null || ends.at < now || (next !== null && next.at <= ends.at)) continue;
    next = { at: ends.at, sessionKey: record.key, timer: ends.timer };
  }
  return next;
}

/** The nearest deadline ahead on every machine that has one, the nearest first. */
export function nextByMachine(index: SiteIndex, now: Instant): ReadonlyMap<string, Instant> {
  const { slots, ahead } = dueSlots(index, now);
  const next = new Map<string, Instant>();
  for (const slot of slots.subarray(ahead)) {
    const { record, due } = index.sessions.at(slot);
    if (record.machineKey === null || due.ends.at === null || next.has(record.machineKey)) continue;
    next.set(record.machineKey, due.ends.at);
  }
  return next;
}
