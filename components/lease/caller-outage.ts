import type { OutageResponse } from "@/lib/api/contract/leases";
import { formatNumber } from "../words";
import { ERA, READING_WORD } from "./outage-words";

type CallerOutage = Pick<OutageResponse, "era" | "covered" | "reading" | "inUse" | "total">;

/** One sentence about one person: whether they could launch while the database is away. The counts are theirs. */
export function callerOutage(outage: CallerOutage): string {
  const { era, covered, reading, inUse, total } = outage;
  if (era === "none") return ERA.none.meaning;
  if (covered === null) {
    const why = era === "unknown" ? ERA.unknown.meaning : `Leases: ${READING_WORD[reading.state].label.toLowerCase()}.`;
    return `Nobody can tell what this person could launch in an outage. ${why}`;
  }
  if (total === 0) return "Nothing is known that this person could launch.";
  const began = inUse ? "The database is away: this person" : "If the database failed now, this person";
  const could = inUse ? "can" : "could";
  if (covered === 0) return `${began} ${could} launch nothing of what they have.`;
  if (covered === total) return `${began} ${could} launch everything they have (${formatNumber(total)}).`;
  return `${began} ${could} launch ${formatNumber(covered)} of ${formatNumber(total)}.`;
}
