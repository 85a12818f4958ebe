import type { Coverage, UncoveredReason } from "@/lib/domain/lease/outage";
import type { Tone } from "../ui/tone";
import { formatNumber } from "../words";

/** Why somebody could not launch something while the database is away: one table for the closed set. */

interface ReasonWord {
  /** On a bar, a badge and a filter. */
  readonly label: string;
  /** For somebody who meets it for the first time, and what helps. */
  readonly meaning: string;
}

export const REASON: Record<UncoveredReason, ReasonWord> = {
  pooled: {
    label: "Pooled desktop",
    meaning:
      "Leases never cover pooled desktops, and Local Host Cache leaves out those whose machines are power managed, unless site and group allow reuse without a restart.",
  },
  anonymous: { label: "Anonymous user", meaning: "Anonymous users are never leased." },
  "not-allowed": {
    label: "Leasing not allowed",
    meaning: "The rules of the delivery group do not allow leasing.",
  },
  "never-launched": {
    label: "Never launched",
    meaning:
      "There is no launch lease: the user has not launched it in the last two weeks. The next launch writes one.",
  },
  expired: {
    label: "Lease ran out",
    meaning: "The launch lease has expired. The next launch while the database is there writes a new one.",
  },
  "not-listed": {
    label: "Not in the user's list",
    meaning:
      "No valid enumeration lease names it, so the user would not see it. The next logon to StoreFront writes one.",
  },
  maintenance: {
    label: "Machine in maintenance",
    meaning: "What would serve it is in maintenance. A lease leads to one machine only.",
  },
  unregistered: {
    label: "Machine not registered",
    meaning: "What would serve it is not registered, and nobody starts a machine without the database.",
  },
  ghost: {
    label: "Own ghost in the way",
    meaning: "A ghost of the same user stands on the machine that the lease leads to.",
  },
  full: {
    label: "Machine would be full",
    meaning: "More people are leased to that machine than it can take. Nothing balances the load in an outage.",
  },
  gone: { label: "Machine is gone", meaning: "The site does not have the machine that would serve it." },
  unread: {
    label: "Lease not understood",
    meaning: "The document of the lease could not be read, so nobody can tell.",
  },
};

/** A reason as the API spells it; one of a newer release stays what it is. */
export function reasonLabel(reason: string): string {
  return Object.hasOwn(REASON, reason) ? REASON[reason as UncoveredReason].label : reason;
}

/** Reasons with their counts, the most frequent first; `unread` last, because it is not a reason but a gap in what is known. */
export function rankedReasons(counts: Readonly<Record<string, number>>): { reason: string; count: number }[] {
  const ranked = Object.entries(counts).map(([reason, count]) => ({ reason, count }));
  const known = (reason: string) => Number(reason === "unread");
  return ranked
    .filter(({ count }) => count > 0)
    .sort((a, b) => known(a.reason) - known(b.reason) || b.count - a.count || a.reason.localeCompare(b.reason, "en"));
}

/** `Never launched 12, lease ran out 3`: the main ones, for a cell of a table. */
export function mainReasons(counts: Readonly<Record<string, number>>, most = 2): string {
  const ranked = rankedReasons(counts);
  const named = ranked.slice(0, most).map(({ reason, count }) => `${reasonLabel(reason)} ${formatNumber(count)}`);
  return ranked.length > most ? `${named.join(", ")}, …` : named.join(", ");
}

interface CoverageLook {
  readonly label: string;
  readonly tone: Tone;
  readonly colour: string;
}

export const COVERAGE: Record<Coverage, CoverageLook> = {
  covered: { label: "Could launch", tone: "ok", colour: "bg-ok" },
  uncovered: { label: "Could not", tone: "warn", colour: "bg-warn" },
  unknown: { label: "Cannot tell", tone: "unknown", colour: "bg-unknown" },
};

/** What stands on a badge for one pair: whether, or why not. */
export function verdictWords({ coverage, why }: { coverage: Coverage; why: UncoveredReason | null }): string {
  return why === null ? COVERAGE[coverage].label : REASON[why].label;
}
