import type { OperationsResponse } from "@/lib/api/contract/operations";
import { countOf } from "../words";

/** `3 sessions are hidden; 1 is past its time and still a ghost.`; null where none is. */
export function hiddenWords(hidden: readonly Pick<OperationsResponse["hidden"][number], "isOverdue">[]): string | null {
  if (hidden.length === 0) return null;
  const overdue = hidden.filter(({ isOverdue }) => isOverdue).length;
  const all = countOf(hidden.length, "session is hidden", "sessions are hidden");
  if (overdue === 0) return `${all}.`;
  if (hidden.length === 1) return `${all}; its time is over and it is still a ghost.`;
  return `${all}; ${countOf(overdue, "is past its time and still a ghost", "are past their time and still ghosts")}.`;
}
