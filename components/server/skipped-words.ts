import type { ServerRow } from "@/lib/api/contract/servers";
import { formatInstant } from "../ui/time-format";
import { capitalised, countOf, formatNumber } from "../words";

/** A server whose pending logons have reached the tolerance is passed over by load balancing: the words for it. */

export type Skip = Pick<ServerRow, "pending" | "tolerance" | "skipped" | "skippedSince" | "wentElsewhere">;

/** `2 of 2`: pending of tolerance. Null where nobody counts them: unknown is not none. */
export function pendingWords({ pending, tolerance }: Pick<Skip, "pending" | "tolerance">): string | null {
  return pending === null ? null : `${formatNumber(pending)} of ${formatNumber(tolerance)}`;
}

/** `14 sessions went elsewhere`; null where nobody counted. */
export function elsewhereWords({ wentElsewhere }: Pick<Skip, "wentElsewhere">): string | null {
  if (wentElsewhere === null) return null;
  return wentElsewhere === 0 ? "no session went elsewhere yet" : `${countOf(wentElsewhere, "session")} went elsewhere`;
}

/** What being skipped means, in one sentence. */
export function skippedMeaning({ tolerance }: Pick<Skip, "tolerance">): string {
  const many = tolerance === 1 ? "a logon is" : `${formatNumber(tolerance)} or more logons are`;
  return `Load balancing sends nobody here while ${many} pending.`;
}

/** All of it for a badge that has no room: `Since 10:42, 14 sessions went elsewhere. Load balancing sends …`. */
export function skippedDescription(skip: Skip, now: number, zone: string): string {
  const since = skip.skippedSince && `since ${formatInstant(Date.parse(skip.skippedSince), now, zone)}`;
  const facts = [since, elsewhereWords(skip)].filter(Boolean).join(", ");
  const meaning = skippedMeaning(skip);
  return facts ? `${capitalised(facts)}. ${meaning}` : meaning;
}
