import type { PreviewResponse, TouchRow } from "@/lib/api/contract/operations";
import { readable } from "../words";
import { isLoggingOn, touchName } from "./touch-words";

type Shown = Pick<PreviewResponse, "touches" | "touchesTotal" | "warnings" | "undo" | "ticketNeeded">;

/** So many are named; a machine may empty within a minute. */
const NAMED_MAX = 4;

/**
 * What is different from what the person has read, as sentences, most important first; nothing where it is still true. How long somebody
 * has been idle grows by itself and is no news.
 */
export function previewChanges(before: Shown, now: Shown): readonly string[] {
  const was = new Map(before.touches.map((row) => [row.sessionKey, row]));
  const is = new Map(now.touches.map((row) => [row.sessionKey, row]));
  const came = now.touches.filter(({ sessionKey }) => !was.has(sessionKey)).map(cameWords);
  const left = before.touches
    .filter(({ sessionKey }) => !is.has(sessionKey))
    .map((row) => `The session of ${touchName(row)} is no longer there.`);
  const changed = now.touches.flatMap((row) => {
    const old = was.get(row.sessionKey);
    return old ? changeOf(old, row) : [];
  });
  return [
    ...newWarnings(before, now),
    ...named([...came, ...changed, ...left]),
    ...uncounted(before, now),
    ...rules(before, now),
  ];
}

function cameWords(row: TouchRow): string {
  return isLoggingOn(row)
    ? `${touchName(row)} is logging on now.`
    : `${touchName(row)} is there now, ${readable(row.state).toLowerCase()}.`;
}

function changeOf(old: TouchRow, row: TouchRow): readonly string[] {
  const name = touchName(row);
  if (isLoggingOn(row) && !isLoggingOn(old)) return [`${name} is logging on now.`];
  if (row.state !== old.state)
    return [
      `The session of ${name} is ${readable(row.state).toLowerCase()} now; it was ${readable(old.state).toLowerCase()}.`,
    ];
  if (row.loses !== old.loses && row.loses !== null) return [`${name}: ${row.loses}`];
  return [];
}

function newWarnings(before: Shown, now: Shown): readonly string[] {
  return now.warnings.filter((warning) => !before.warnings.includes(warning));
}

function named(changes: readonly string[]): readonly string[] {
  const more = changes.length - NAMED_MAX;
  return more > 1 ? [...changes.slice(0, NAMED_MAX), `And ${more} more changes.`] : changes;
}

/** Of a crowd only a part is listed: its number still counts. */
function uncounted(before: Shown, now: Shown): readonly string[] {
  const listed = now.touches.length - before.touches.length;
  const counted = now.touchesTotal - before.touchesTotal;
  return listed === counted ? [] : [`${now.touchesTotal} sessions are touched now; it was ${before.touchesTotal}.`];
}

function rules(before: Shown, now: Shown): readonly string[] {
  const ticket = now.ticketNeeded && !before.ticketNeeded ? ["A ticket number is needed now."] : [];
  const undo = before.undo !== null && now.undo === null ? ["It can no longer be taken back."] : [];
  return [...ticket, ...undo];
}

const RENEW_BEFORE_MS = 15_000;
const RENEW_MS_MIN = 10_000;
const RENEW_MS_MAX = 45_000;

/**
 * In how many milliseconds a preview is asked for again, so that its token does not run out while somebody reads. `now` is this browser's
 * clock, which may be wrong by minutes: it is never asked all the time, and never left for long.
 */
export function renewInMs({ expiresAt }: Pick<PreviewResponse, "expiresAt">, now: number): number {
  return Math.min(RENEW_MS_MAX, Math.max(RENEW_MS_MIN, Date.parse(expiresAt) - now - RENEW_BEFORE_MS));
}
