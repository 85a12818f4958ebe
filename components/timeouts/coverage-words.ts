import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import type { NoDeadline } from "@/lib/domain/session/deadline";
import { countOf, formatNumber, listOfWords } from "../words";

/** How much of the limits was read, and what that leaves open. */

/** `Limits of 14 of 20 servers were read; others say unknown.` Null where every limit was read. */
export function coverageWords({
  machinesRead,
  machinesWithSessions,
  groupsReadAt,
}: TimeoutsResponse["limits"]): string | null {
  const read = Math.min(machinesRead, machinesWithSessions);
  const parts = [
    ...(read < machinesWithSessions
      ? [
          `Limits of ${formatNumber(read)} of ${countOf(machinesWithSessions, "machine")} with sessions were read; the others say unknown.`,
        ]
      : []),
    ...(groupsReadAt === null ? ["Settings of delivery groups were not read: they need the PowerShell bridge."] : []),
  ];
  return parts.join(" ") || null;
}

const WITHOUT: Record<NoDeadline, string> = {
  "in-use": "in use",
  never: "with every limit off",
  "limit-unknown": "with a limit that was not read",
  "since-unknown": "of which nobody knows since when",
  "state-unknown": "whose application state is unknown",
  starting: "logging on",
  "not-brokered": "not brokered",
};

/** `940 sessions have a deadline; 2,592 are in use, 130 with a limit that was not read.` */
export function dueWords(due: number, without: Readonly<Record<string, number>>): string {
  const parts = (Object.keys(WITHOUT) as NoDeadline[])
    .filter((why) => (without[why] ?? 0) > 0)
    .map((why) => `${formatNumber(without[why] ?? 0)} ${WITHOUT[why]}`);
  const told = `${countOf(due, "session has", "sessions have")} a deadline ahead`;
  return parts.length > 0 ? `${told}; without one: ${listOfWords(parts)}.` : `${told}.`;
}
