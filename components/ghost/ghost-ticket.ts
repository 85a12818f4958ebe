import type { ClaimRow } from "@/lib/api/contract/ghosts";
import { formatExact, zoneName } from "../ui/time-format";
import { claimLabel, stanceWords, valueWords } from "./claim-words";
import { type Ghost, ghostHeadline, graceSentence, hurtSentence } from "./ghost-sentence";
import { CLEAR_REASON, CONFIDENCE, EVIDENCE_SOURCE, GHOST_CLASS, INCIDENT_STATE, NEXT_STEP } from "./ghost-words";
import { historyWords } from "./history-words";

/** The evidence of one ghost as plain text, for a ticket: every time with its zone, so that it still holds tomorrow. */
export function ghostTicket(ghost: Ghost, asOf: string, zone: string): string {
  const when = (at: string) => `${formatExact(Date.parse(at), zone)} ${zoneName(zone, Date.parse(at))}`;
  const state = `${INCIDENT_STATE[ghost.state].label.toLowerCase()}, ${CONFIDENCE[ghost.confidence].label.toLowerCase()}`;
  const lines = [
    `${GHOST_CLASS[ghost.class].label} (${state})`,
    ghostHeadline(ghost, Date.parse(asOf)),
    `As of ${when(asOf)}, standing since ${when(ghost.since)}`,
    graceSentence(ghost),
    hurtSentence(ghost),
    ghost.next && `First step: ${NEXT_STEP[ghost.next].label.toLowerCase()}`,
    ghost.takenBy && `Taken by ${ghost.takenBy}`,
    ghost.outcome && ghost.clearedAt && `Cleared ${when(ghost.clearedAt)}: ${CLEAR_REASON[ghost.outcome]}`,
    "Evidence:",
    ...ghost.evidence.map((claim) => `- ${claimLine(claim, ghost, when)}`),
    "History:",
    ...ghost.history.map((entry) => {
      const { what, detail } = historyWords(entry);
      return `- ${when(entry.at)}: ${what}${detail ? ` (${detail})` : ""}`;
    }),
    ghost.sessionKey && `Session ${ghost.sessionKey}`,
    `Ghost ${ghost.id}`,
  ];
  return lines.filter(Boolean).join("\n");
}

function claimLine(claim: ClaimRow, ghost: Ghost, when: (at: string) => string): string {
  const said = claim.saidAt ? `, ${when(claim.saidAt)}` : "";
  const value = valueWords(claim, when);
  return `${claimLabel(claim, ghost.class)}: ${value} (${EVIDENCE_SOURCE[claim.source]}${said}; ${stanceWords(claim)})`;
}
