import type { Due, Ends } from "@/lib/api/contract/ends";
import type { DeadlineEnd, NoDeadline } from "@/lib/domain/session/deadline";
import type { Timer } from "@/lib/domain/session/life";
import { formatInstant } from "../ui/time-format";
import { listOfWords } from "../words";
import { isDue, isOverdue } from "./ends-labels";
import { limitSpan, SOURCE_NAME, SOURCE_PLACE, TIMER_NAME } from "./limit-words";

/** What ends a session by itself, in words. `now` in site time; times by the clock of `zone`. */

const WILL: Record<DeadlineEnd, string> = {
  ends: "will clear by itself",
  disconnects: "will be disconnected",
  lingers: "will go on as lingering",
  machine: "its machine will be suspended or stopped",
};

const WHY_NOT: Record<NoDeadline, string> = {
  "in-use": "in use: nothing ends it",
  never: "nothing ends it: every limit that could is off",
  "limit-unknown": "limit unknown",
  "since-unknown": "cannot tell: nobody knows since when its timer runs",
  "state-unknown": "cannot tell: application states need the PowerShell bridge",
  starting: "logging on: no timer runs yet",
  "not-brokered": "not brokered by the site: its timers do not end it",
};

/** `at 11:42`, `tomorrow at 08:00`, `on 24 Nov at 08:00`. */
export function atWords(at: string, now: number, zone: string): string {
  const words = formatInstant(Date.parse(at), now, zone).split(" ");
  const time = words.pop() ?? "";
  if (words.length === 0) return `at ${time}`;
  return `${words.length === 1 ? "" : "on "}${words.join(" ")} at ${time}`;
}

/** `disconnected limit 8 h, RDS policy`. */
export function limitWords({ timer, limitSeconds, source }: Due): string {
  return `${TIMER_NAME[timer]} ${limitSpan(limitSeconds)}, ${SOURCE_NAME[source]}`;
}

/** `RDS policy on the server, 8 h`. */
export function sourceAndSpan({ source, limitSeconds }: Pick<Due, "source" | "limitSeconds">): string {
  return `${SOURCE_PLACE[source]}, ${limitSpan(limitSeconds)}`;
}

/** `idle limit not read: it may come first`; null where every limit that runs was read. */
export function unreadWords(unknown: readonly Timer[]): string | null {
  if (unknown.length === 0) return null;
  const names = listOfWords(unknown.map((timer) => TIMER_NAME[timer]));
  return `${names} not read: ${unknown.length === 1 ? "it" : "one of them"} may come first`;
}

/** `will clear by itself at 11:42 (disconnected limit 8 h, RDS policy)`, or why nothing ends it. Without a capital and a full stop. */
export function endsWords(ends: Ends, now: number, zone: string): string {
  if (!isDue(ends)) return noDeadlineWords(ends.why, ends.unknown);
  const when = atWords(ends.at, now, zone);
  const told = isOverdue(ends, now) ? `was due ${when}` : `${WILL[ends.becomes]} ${when}`;
  const unread = unreadWords(ends.unknown);
  return `${told} (${limitWords(ends)})${unread ? `; ${unread}` : ""}`;
}

function noDeadlineWords(why: NoDeadline, unknown: readonly Timer[]): string {
  if (why === "limit-unknown" && unknown.length > 0) {
    return `limit unknown: ${listOfWords(unknown.map((timer) => TIMER_NAME[timer]))} not read`;
  }
  return WHY_NOT[why];
}
