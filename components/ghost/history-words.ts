import type { GhostResponse } from "@/lib/api/contract/ghosts";
import { CLEAR_REASONS, type ClearReason, GHOST_CLASSES, type GhostClass } from "@/lib/domain/ghost/classes";
import type { INCIDENT_EVENTS } from "@/lib/domain/ghost/incident";
import { CLEAR_REASON, GHOST_CLASS } from "./ghost-words";

export type HistoryEntry = GhostResponse["ghost"]["history"][number];
type IncidentEvent = (typeof INCIDENT_EVENTS)[number];

/** What happened, as a sentence without its subject. */
export const INCIDENT_EVENT: Record<IncidentEvent, string> = {
  suspected: "found it",
  confirmed: "confirmed it",
  "class-changed": "knows better what it is",
  taken: "took it",
  released: "put it down",
  acting: "began a repair",
  acted: "finished a repair",
  cleared: "saw it cleared",
  returned: "saw it come back",
  dismissed: "dismissed it",
  reopened: "reopened it",
};

/** `Maria took it`; what no person did, Ghostdesk did. The detail stands in words where it is one of our own. */
export function historyWords({ event, by, detail }: HistoryEntry): { what: string; detail: string | null } {
  return {
    what: `${by ?? "Ghostdesk"} ${INCIDENT_EVENT[event]}`,
    detail: detail === null ? null : detailWords(event, detail),
  };
}

function detailWords(event: IncidentEvent, detail: string): string {
  if (event === "class-changed" && isClass(detail)) return `before: ${GHOST_CLASS[detail].label.toLowerCase()}`;
  return isReason(detail) ? CLEAR_REASON[detail] : detail;
}

const isClass = (text: string): text is GhostClass => GHOST_CLASSES.some((each) => each === text);
const isReason = (text: string): text is ClearReason => CLEAR_REASONS.some((each) => each === text);
