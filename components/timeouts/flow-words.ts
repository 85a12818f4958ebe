import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import type { LifeState } from "@/lib/domain/session/life";
import { LIFE_NAME } from "../session/life-names";
import { formatInstant } from "../ui/time-format";
import { countOf, formatNumber } from "../words";
import type { Arrow } from "./diagram-arrows";

/** What the diagram says of counts and flows. Instants in site time, milliseconds; times by the clock of `zone`. */

/** Counted for so long, it is the flow of an hour; the last read may be some seconds old. */
const HOUR_AT_LEAST = 59 * 60_000;

export interface Counted {
  /** Null: nothing was counted yet. */
  readonly since: number | null;
  /** A whole hour was counted: its numbers are numbers per hour. */
  readonly hour: boolean;
}

export function countedOf({ since }: TimeoutsResponse["flows"], asOf: string): Counted {
  if (since === null) return { since: null, hour: false };
  return { since: Date.parse(since), hour: Date.parse(asOf) - Date.parse(since) >= HOUR_AT_LEAST };
}

/** On an arrow: `148/h`, the bare count where less than an hour was counted, `–` before anything was. */
export function flowWords(count: number, counted: Counted): string {
  if (counted.since === null) return "–";
  return counted.hour ? `${formatNumber(count)}/h` : formatNumber(count);
}

/** Beside the title: over which time the arrows count. */
export function countedWords(counted: Counted, now: number, zone: string): string {
  if (counted.since === null) return "flow is counted from now on";
  return counted.hour ? "flow in the last hour" : `flow counted since ${formatInstant(counted.since, now, zone)}`;
}

/** The same inside a name that is read aloud: `in the last hour`, `since 11:20`. */
export function countedSpan(counted: Counted, now: number, zone: string): string {
  if (counted.since === null) return "not counted yet";
  return counted.hour ? "in the last hour" : `since ${formatInstant(counted.since, now, zone)}`;
}

/** Several places as one: idle is a part of active, and both of a part are the part. */
export function boxName(states: readonly LifeState[]): string {
  const [first, second] = states;
  if (first === undefined || second === undefined) return states.map((state) => LIFE_NAME[state]).join("");
  if (second === "interactive-idle") return LIFE_NAME[first];
  return first.startsWith("lingering") ? "Lingering" : "Pre-launched";
}

/** `Disconnected, interactive: 41 sessions`. */
export function stateName(state: LifeState, count: number): string {
  return `${LIFE_NAME[state]}: ${countOf(count, "session")}`;
}

/** `Active, interactive: 612 sessions, 40 of them idle`. */
export function activeName(active: number, idle: number): string {
  return `${stateName("interactive-active", active + idle)}, ${formatNumber(idle)} of them idle`;
}

/** `Application starts, from Active, pre-launched to Active, interactive: 148 in the last hour`. */
export function arrowName(arrow: Arrow, count: number, span: string, counted: Counted): string {
  const label = arrow.label.charAt(0).toUpperCase() + arrow.label.slice(1);
  const way = `${label}, from ${boxName(arrow.from)} to ${boxName(arrow.to)}`;
  return counted.since === null ? `${way}: ${span}` : `${way}: ${formatNumber(count)} ${span}`;
}

/** `3 from Active, interactive to Ended`, for changes without an arrow. */
export function otherWords({ from, to, count }: TimeoutsResponse["flows"]["rows"][number]): string {
  return `${formatNumber(count)} from ${LIFE_NAME[from]} to ${LIFE_NAME[to]}`;
}
