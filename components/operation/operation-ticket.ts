import type { OperationResponse } from "@/lib/api/contract/operations";
import { GHOST_CLASS } from "../ghost/ghost-words";
import { formatExact, zoneName } from "../ui/time-format";
import { detailOf, standingWords } from "./progress-words";
import { STATE_LOOK } from "./state-look";
import { operationName } from "./verb-words";

type Operation = OperationResponse["operation"];

/** What became of a ghost that an operation was about. */
export const GHOST_OUTCOME: Record<NonNullable<Operation["ghosts"][number]["outcome"]>, string> = {
  cleared: "cleared",
  "still-there": "still there",
};

/** One operation with what was known before, as plain text for a ticket: every time with its zone. */
export function operationTicket(operation: Operation, zone: string): string {
  const { ticket, reason, actor, role, items, evidence, ghosts } = operation;
  const when = (at: string) => `${formatExact(Date.parse(at), zone)} ${zoneName(zone, Date.parse(at))}`;
  const parts = items.length < 2 ? [] : ["", "Parts:", ...items.map(partLine)];
  const known = evidence.map(({ label, value, source }) => `- ${label}: ${value} (${source})`);
  const lines = [
    `${operationName(operation)}: ${operation.label}`,
    operation.machine && `Server: ${operation.machine}`,
    `What came of it: ${standingWords(operation)}`,
    detailOf(operation),
    `Asked ${when(operation.askedAt)} by ${actor} (${role})`,
    operation.settledAt && `Settled ${when(operation.settledAt)}`,
    `Why: ${reason}`,
    ticket && `Ticket: ${ticket}`,
    ...ghosts.map(
      (ghost) =>
        `Ghost: ${GHOST_CLASS[ghost.class].label}, ${ghost.outcome ? GHOST_OUTCOME[ghost.outcome] : "not known yet"}`,
    ),
    ...parts,
    ...(known.length > 0 ? ["", "What was known before:", ...known] : []),
    "",
    `Operation ${operation.id}`,
  ];
  return lines.filter((line) => line !== null).join("\n");
}

function partLine({ number, label, state, message }: Operation["items"][number]): string {
  return `${number}. ${label}: ${STATE_LOOK[state].label.toLowerCase()}${message ? `. ${message}` : ""}`;
}
