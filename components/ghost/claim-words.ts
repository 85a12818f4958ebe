import type { ClaimRow } from "@/lib/api/contract/ghosts";
import type { GhostClass } from "@/lib/domain/ghost/classes";
import type { ClaimField } from "@/lib/domain/ghost/evidence";
import { formatDuration } from "../ui/time-format";
import { formatNumber, readable } from "../words";
import { CLAIM_FIELD, STANCE } from "./ghost-words";

/** Values in the site's own spelling, such as `PreLogon`. */
const SPELLED: readonly ClaimField[] = ["state", "appState", "connectionMode", "machinePower", "machineRegistration"];

/** What it means that a field is empty; `empty` where nothing better is said. */
const EMPTY: Partial<Record<ClaimField, string>> = {
  brokered: "never",
  logOnStarted: "never heard of",
  logOnEnded: "never heard of",
  windowsSession: "none",
  brokerSession: "none",
  newerSession: "none",
  applications: "none",
};

/** What a claim is about. A failure trace does not wait: its grace is the time that it counts over. */
export function claimLabel({ field }: Pick<ClaimRow, "field">, ghostClass: GhostClass): string {
  return ghostClass === "failure-trace" && field === "grace" ? "Counted over the last" : CLAIM_FIELD[field];
}

/** What a claim says about the ghost; a value that is told and decides nothing is not one that nobody could tell. */
export function stanceWords({ stance, value }: Pick<ClaimRow, "stance" | "value">): string {
  return stance === "silent" && value.kind !== "unknown" ? "decides nothing" : STANCE[stance];
}

/** A claim's value in words. `when` writes an instant (ISO 8601), since only the caller knows the clock and the zone. */
export function valueWords({ field, value }: Pick<ClaimRow, "field" | "value">, when: (at: string) => string): string {
  switch (value.kind) {
    case "text":
      return SPELLED.includes(field) ? readable(value.text) : value.text;
    case "instant":
      return when(value.at);
    case "duration":
      return formatDuration(value.ms);
    case "count":
      return formatNumber(value.count);
    case "none":
      return EMPTY[field] ?? "empty";
    case "unknown":
      return "not known";
  }
}

export function findClaim(evidence: readonly ClaimRow[], field: ClaimField): ClaimRow | undefined {
  return evidence.find((claim) => claim.field === field);
}

/** The length of time that the evidence gives for a field; null where it gives none. Milliseconds. */
export function durationOf(evidence: readonly ClaimRow[], field: ClaimField): number | null {
  const value = findClaim(evidence, field)?.value;
  return value?.kind === "duration" ? value.ms : null;
}

/** Milliseconds since the epoch. Where a field is claimed twice, the later claim is the session's own. */
export function instantOf(evidence: readonly ClaimRow[], field: ClaimField): number | null {
  const value = evidence.findLast((claim) => claim.field === field)?.value;
  return value?.kind === "instant" ? Date.parse(value.at) : null;
}

export function countOfClaim(evidence: readonly ClaimRow[], field: ClaimField): number | null {
  const value = findClaim(evidence, field)?.value;
  return value?.kind === "count" ? value.count : null;
}

export function textOf(evidence: readonly ClaimRow[], field: ClaimField): string | null {
  const claim = findClaim(evidence, field);
  return claim?.value.kind === "text" ? valueWords(claim, (at) => at) : null;
}
