import { isOpen } from "@/lib/domain/ghost/classes";
import type { Incident } from "@/lib/domain/ghost/incident";
import { type GhostsScope, workOnGhost } from "./work-on-ghost";

/** A dismissed one is looked at again, as a suspect. Throws as {@link workOnGhost} does. */
export function reopenGhost(scope: GhostsScope, id: string): Promise<Incident> {
  return workOnGhost(scope, id, {
    action: "ghost.reopen",
    refuse: ({ state }) => {
      if (state === "dismissed") return null;
      if (isOpen(state)) return "This is open already: only what was dismissed can be reopened.";
      return "This ghost is gone by itself, nobody dismissed it: only what was dismissed can be reopened.";
    },
    event: (at) => ({ type: "reopened", by: scope.actor.name, at }),
    detail: ({ dismissed }) => (dismissed ? { dismissedBy: dismissed.by, reason: dismissed.reason } : {}),
  });
}
