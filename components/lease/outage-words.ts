import type { OutageResponse } from "@/lib/api/contract/leases";
import type { OutageEra } from "@/lib/domain/lease/outage";
import type { Tone } from "../ui/tone";
import { countOf, formatNumber } from "../words";

/** What the page of leases says in sentences. Leases that were not read are never a number. */

export type Outage = Pick<
  OutageResponse,
  "era" | "covered" | "uncovered" | "unknown" | "people" | "falling" | "inUse" | "reading"
>;

export interface OutageAnswer {
  readonly tone: Tone;
  readonly sentence: string;
}

/** The first thing seen: how many could still launch if the database failed now, or who can while it is away. */
export function outageAnswer(outage: Outage): OutageAnswer {
  const { era, covered, uncovered, unknown, inUse } = outage;
  if (era === "none") {
    const sentence = inUse
      ? "The database is away: nobody can be brokered."
      : "If the database failed now, nobody could be brokered.";
    return { tone: "bad", sentence };
  }
  if (covered === null) return { tone: "unknown", sentence: unreadSentence(outage) };
  const total = covered + (uncovered ?? 0) + (unknown ?? 0);
  const began = inUse ? "The database is away" : "If the database failed now";
  if (total === 0) return { tone: "unknown", sentence: `${began}: nobody has anything here that could be launched.` };
  const could = inUse ? "can still launch" : "could still launch";
  return {
    tone: toneOf(covered, total, inUse !== null),
    sentence: `${began}: ${formatNumber(covered)} of ${formatNumber(total)} ${could}.`,
  };
}

function toneOf(covered: number, total: number, away: boolean): Tone {
  if (covered === total) return away ? "warn" : "ok";
  return away || covered === 0 ? "bad" : "warn";
}

const UNREAD: Record<Outage["reading"]["state"], string> = {
  absent: "Nobody can tell who could launch: leases are not read here.",
  reading: "Leases are being read for the first time.",
  lost: "Nobody can tell who could launch: leases could not be read.",
  ok: "Nobody can tell who could launch.",
};

function unreadSentence({ era, reading }: Pick<Outage, "era" | "reading">): string {
  if (era === "unknown" && reading.state !== "reading") return "Nobody can tell what brokers here in an outage.";
  return era === "cache" ? UNREAD.ok : UNREAD[reading.state];
}

/** `Counted in pairs of a user and a desktop or application; 12 of them cannot be told.` Null where nothing is counted. */
export function countedWords({ covered, unknown }: Pick<Outage, "covered" | "unknown">): string | null {
  if (covered === null) return null;
  const gap = unknown ? ` ${countOf(unknown, "pair")} cannot be told: the lease was not understood.` : "";
  return `Counted in pairs of a user and a desktop or application.${gap}`;
}

/** What keeps somebody from falling out: leases are written anew only while the database is there. */
export function untilWords(inUse: Outage["inUse"]): string {
  return inUse ? "if the database stays away" : "unless they launch again";
}

/** `42 fall out within 3 days, 18 of them within 24 hours, unless they launch again.` Null where nobody knows. */
export function fallingWords({ falling, inUse }: Pick<Outage, "falling" | "inUse">): string | null {
  if (falling === null) return null;
  const { day, threeDays } = falling;
  if (threeDays === 0) return "Nobody falls out within 3 days.";
  const many = `${formatNumber(threeDays)} ${threeDays === 1 ? "falls" : "fall"} out within 3 days`;
  const soon = day > 0 ? `, ${formatNumber(day)} of them within 24 hours` : ", none of them within 24 hours";
  return `${many}${soon}, ${untilWords(inUse)}.`;
}

/** How well leases are known, in a word. */
export const READING_WORD: Record<Outage["reading"]["state"], { readonly label: string; readonly tone: Tone }> = {
  absent: { label: "Not read", tone: "unknown" },
  reading: { label: "Being read", tone: "info" },
  ok: { label: "Read", tone: "ok" },
  lost: { label: "Last reading failed", tone: "warn" },
};

interface EraWord {
  /** Beside the title of the page. */
  readonly name: string;
  /** What brokers at this site while the database is away. */
  readonly meaning: string;
}

export const ERA: Record<OutageEra, EraWord> = {
  leases: {
    name: "connection leasing",
    meaning:
      "While the database is away, controllers broker by leases: what somebody launched in the last two weeks, on the machine they had last.",
  },
  cache: {
    name: "Local Host Cache",
    meaning: "While the database is away, a second broker on the controllers works from a copy of the site's database.",
  },
  both: {
    name: "connection leasing and Local Host Cache",
    meaning:
      "Both flags of the site are on. By leases, everybody reaches what they launched in the last two weeks, on the machine they had last.",
  },
  none: {
    name: "no protection",
    meaning:
      "Connection leasing and Local Host Cache are both off: while the database is away, sessions go on, and nobody can start one.",
  },
  unknown: {
    name: "not known",
    meaning: "The site's two flags, connection leasing and Local Host Cache, were not read.",
  },
};

/** `on`, `off`, `not read`; or, where the other flag was read, that the release has none: leases ended with 7.15, the cache came with 7.12. */
export function flagWord(flag: boolean | null, other: boolean | null): string {
  if (flag === null) return other === null ? "not read" : "not in this release";
  return flag ? "on" : "off";
}

/** `412 of 598`, or that it was not read. */
export function shareWords({
  covered,
  uncovered,
  unknown,
}: {
  covered: number;
  uncovered: number;
  unknown: number;
}): string {
  return `${formatNumber(covered)} of ${formatNumber(covered + uncovered + unknown)}`;
}

/** What brokers while the database is away, as the title of what says so. */
export const IN_USE_TITLE: Record<OutageEra, string> = {
  leases: "Leases are in use.",
  both: "Leases are in use.",
  cache: "Local Host Cache is in use.",
  none: "The database is away.",
  unknown: "The database is away.",
};

/** What stands behind that title: why, and how many sessions leases have brokered. */
export function inUseWords({ why, sessions }: NonNullable<OutageResponse["inUse"]>): string {
  return sessions > 0 ? `${why} ${countOf(sessions, "session")} so far.` : why;
}

/** Whether the flags or the release say that this site has leases that can be listed. */
export function hasLeases(era: OutageEra): boolean {
  return era === "leases" || era === "both";
}
