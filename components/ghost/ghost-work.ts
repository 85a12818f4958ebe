"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { dismissGhost, releaseGhost, reopenGhost, takeGhost } from "@/lib/api/query";

/** What a person can do with a ghost before anything is repaired. */
export type Work =
  | { readonly kind: "take"; readonly over: boolean }
  | { readonly kind: "release" }
  | { readonly kind: "dismiss"; readonly reason: string }
  | { readonly kind: "reopen" };

export interface WorkOutcome {
  readonly done: readonly string[];
  /** Ids of those that could not be worked on, each with why. */
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

function work(id: string, what: Work): Promise<unknown> {
  switch (what.kind) {
    case "take":
      return takeGhost(id, what.over);
    case "release":
      return releaseGhost(id);
    case "dismiss":
      return dismissGhost(id, what.reason);
    case "reopen":
      return reopenGhost(id);
  }
}

/** One ghost or several, one after the other. A single one that is refused rejects; of several, the outcome says which were. */
async function workOn({ ids, what }: { ids: readonly string[]; what: Work }): Promise<WorkOutcome> {
  const done: string[] = [];
  const refused: { id: string; why: string }[] = [];
  for (const id of ids) {
    try {
      await work(id, what);
      done.push(id);
    } catch (error) {
      if (ids.length === 1 || !(error instanceof Error)) throw error;
      refused.push({ id, why: error.message });
    }
  }
  return { done, refused };
}

const OUTDATED = ["listGhosts", "getGhost", "getStatus"];

/** Works on ghosts and reads again what that changes. */
export function useGhostWork(onDone?: (outcome: WorkOutcome) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: workOn,
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => OUTDATED.includes(String(queryKey[0])) }),
    onSuccess: (outcome) => onDone?.(outcome),
  });
}
