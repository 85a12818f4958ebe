import type { OperationResponse, OperationRow } from "@/lib/api/contract/operations";
import { isUnderWay, type OperationState } from "@/lib/domain/operation/states";
import { VERBS } from "@/lib/domain/operation/verbs";
import { formatDuration } from "../ui/time-format";
import { formatNumber } from "../words";
import { STATE_LOOK, type StateLook } from "./state-look";
import { operationName, VERB_WORD } from "./verb-words";

/** How far an operation has come, as words. */

type Standing = Pick<OperationRow, "verb" | "state">;

/** Nothing can be read that would show that a message arrived: the site's yes is its end. */
function endsAccepted({ verb, state }: Standing): boolean {
  return state === "accepted" && VERBS[verb].agreesWithinMs === null;
}

/** Whether more will be known without anybody doing anything. */
export function isWatched(operation: Standing): boolean {
  return operation.state === "unknown" || (isUnderWay(operation.state) && !endsAccepted(operation));
}

type Stoppable = Pick<OperationResponse["operation"], "verb" | "state" | "parts" | "items">;

/** Whether anything is left to stop: an act that was not sent yet, of several, or a restart that waits for the one before it. */
export function isStoppable({ verb, state, parts, items }: Stoppable): boolean {
  const mayWait = parts > 1 || verb === "restart-agent";
  return mayWait && isUnderWay(state) && items.some((item) => item.state === "intended");
}

/** Badge and words of a state; a message that the site took has been sent. */
export function lookOf(operation: Standing): StateLook {
  const look = STATE_LOOK[operation.state];
  if (endsAccepted(operation)) return { ...STATE_LOOK.verified, label: VERB_WORD[operation.verb].worked };
  return operation.state === "verified" ? { ...look, label: VERB_WORD[operation.verb].worked } : look;
}

type Progress = Pick<OperationRow, "verb" | "state" | "tookMs" | "message" | "parts" | "partsOver">;

/** Where it stands in a few words: `Accepted`, `Gone after 14 s`, `3 of 12 done`. What worked says how in its own words. */
export function standingWords(operation: Progress): string {
  const { verb, state, message, parts, partsOver } = operation;
  if (endsAccepted(operation)) return VERB_WORD[verb].worked;
  if (state === "verified") return message?.replace(/\.$/, "") ?? workedWords(operation);
  if (parts > 1 && isUnderWay(state)) return `${formatNumber(partsOver)} of ${formatNumber(parts)} done`;
  if (state === "unknown") return "Unknown: being settled by reading again";
  return STATE_LOOK[state].label;
}

function workedWords({ verb, tookMs }: Progress): string {
  const { worked } = VERB_WORD[verb];
  return tookMs === null ? worked : `${worked} after ${formatDuration(tookMs)}`;
}

/** What is to be said besides where it stands; null where that says it all. */
export function detailOf({ state, message }: Pick<OperationRow, "state" | "message">): string | null {
  return state === "verified" ? null : message;
}

/** The steps of an operation under way, with the one it is at. */
const STEPS = ["Asked", "Accepted"] as const;
const REACHED: Record<OperationState, number> = {
  intended: 1,
  acting: 1,
  unknown: 1,
  failed: 1,
  refused: 1,
  stopped: 1,
  accepted: 2,
  verified: 2,
  "still-there": 2,
};

/** `Asked`, `Accepted`, and then what came of it, as far as it has come. */
export function progressSteps(operation: Progress): readonly string[] {
  const reached = STEPS.slice(0, REACHED[operation.state]);
  const now = standingWords(operation);
  return reached.some((step) => step === now) ? reached : [...reached, now];
}

type Spoken = Progress & Pick<OperationRow, "action" | "label">;

/** One sentence for those who listen: `Log off, Anna Novak: gone after 14 s.` */
export function spokenProgress(operation: Spoken): string {
  const standing = standingWords(operation);
  return `${operationName(operation)}, ${operation.label}: ${standing.charAt(0).toLowerCase()}${standing.slice(1)}.`;
}
