import type { GroupLimit } from "@/lib/api/contract/timeouts";
import type { Timer } from "@/lib/domain/session/life";
import { limitSpan, SOURCE_NAME, TIMER_SHORT } from "../session/limit-words";
import { countOf, listOfWords } from "../words";

/** One limit of a group: `disconnected 8 h (RDS policy, 14 machines)`, `idle off`, `connection 2 h mostly (they differ)`. */
export function groupLimitWords({ timer, kind, seconds, source, machines }: GroupLimit): string {
  const name = TIMER_SHORT[timer];
  const from = [source && SOURCE_NAME[source], machines && countOf(machines, "machine")].filter(Boolean).join(", ");
  if (kind === "off") return from ? `${name} off (${from})` : `${name} off`;
  // A power policy belongs to the group: what differs there are the hours.
  const differs = timer === "power-policy" ? "other at peak hours" : "machines differ";
  if (kind === "unknown" || seconds === null) return kind === "mixed" ? `${name}: ${differs}` : `${name} not read`;
  if (kind === "mixed") return `${name} mostly ${limitSpan(seconds)}: ${differs}`;
  return `${name} ${limitSpan(seconds)}${from ? ` (${from})` : ""}`;
}

export interface GroupLimits {
  /** What is set, off or differs, one by one. */
  readonly told: readonly string[];
  /** `connection and idle not read`; null where all were. */
  readonly unread: string | null;
}

export function groupLimits(limits: readonly GroupLimit[]): GroupLimits {
  const unread = limits
    .filter(({ kind }) => kind === "unknown")
    .map(({ timer }): string => TIMER_SHORT[timer as Timer]);
  return {
    told: limits.filter(({ kind }) => kind !== "unknown").map(groupLimitWords),
    unread: unread.length > 0 ? `${listOfWords(unread)} not read` : null,
  };
}
