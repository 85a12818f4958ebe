import type { PreviewResponse, TouchRow } from "@/lib/api/contract/operations";
import { countOf, listOfWords, readable } from "../words";

/** Whom an operation touches, as words. */

/** So many are shown before somebody asks for all. */
export const TOUCHES_SHOWN = 6;

/** `Anna Novak`, `VIENNA\anovak`, or what stands where nobody is named. */
export function touchName({ userFullName, user }: Pick<TouchRow, "userFullName" | "user">): string {
  return userFullName ?? user ?? "nobody named";
}

/** Somebody is about to be thrown out of a logon; a ghost's logon never ends. */
export function isLoggingOn({ loggingOn, ghost }: Pick<TouchRow, "loggingOn" | "ghost">): boolean {
  return loggingOn && ghost === null;
}

/** What the person has open, and in which state: `Active, Excel and Word`. */
export function doingWords(row: TouchRow): string {
  const { state, appState, applications } = row;
  const parts = [readable(state)];
  if (isLoggingOn(row)) parts.push("logging on now");
  else if (applications.length > 0) parts.push(listOfWords([...new Set(applications)]));
  else if (appState !== null && appState !== state) parts.push(readable(appState).toLowerCase());
  return parts.join(", ");
}

type Touched = Pick<PreviewResponse, "touches" | "touchesTotal">;

/** `1 session`, `The session and 14 others on its machine`, `Nobody's session`. */
export function touchesSummary({ touches, touchesTotal }: Touched): string {
  const targets = touches.filter(({ isTarget }) => isTarget).length;
  const others = touchesTotal - targets;
  if (touchesTotal === 0) return "No session is touched.";
  if (targets === 0) return `${countOf(others, "session stands", "sessions stand")} on it.`;
  if (others === 0) return `${countOf(targets, "session is", "sessions are")} touched, nobody else.`;
  return `${countOf(targets, "session", "sessions")}, and ${countOf(others, "other", "others")} on the same machine.`;
}

/** `and 12 more`, where not all are shown; null where they are. */
export function moreWords(shown: number, { touchesTotal }: Pick<Touched, "touchesTotal">): string | null {
  const more = touchesTotal - shown;
  return more > 0 ? `and ${more.toLocaleString("en-GB")} more` : null;
}
