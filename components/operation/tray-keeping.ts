import type { OperationRow } from "@/lib/api/contract/operations";
import { isWatched } from "./progress-words";
import type { Watched } from "./watched";

/** So many that worked stay in the corner by themselves; what needs a person stays until somebody dismisses it. */
const WORKED_MAX = 2;

export interface Followed {
  readonly watched: Watched;
  /** Undefined while it is read. */
  readonly operation: Pick<OperationRow, "verb" | "state"> | undefined;
  /** Ghostdesk has no such operation, or not for this person. */
  readonly lost: boolean;
}

/** What stays in the corner, the newest first: without what is lost, and of what worked only the newest. */
export function keptInTray(all: readonly Followed[]): readonly Watched[] {
  let worked = 0;
  return all
    .filter(({ operation, lost }) => {
      if (lost) return false;
      if (!operation || isWatched(operation) || !hasWorked(operation)) return true;
      worked += 1;
      return worked <= WORKED_MAX;
    })
    .map(({ watched }) => watched);
}

function hasWorked({ state }: Pick<OperationRow, "state">): boolean {
  return state === "verified" || state === "accepted";
}
