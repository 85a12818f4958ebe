import { dismissGhost as endpoint } from "@/lib/api/contract/ghosts";
import { requirePermission } from "@/lib/audit/actor";
import { isOpen } from "@/lib/domain/ghost/classes";
import type { Incident } from "@/lib/domain/ghost/incident";
import { parseInput } from "../parse-input";
import { type GhostsScope, workOnGhost } from "./work-on-ghost";

/** Says that it is no ghost, and why. Throws as {@link workOnGhost} does, and `invalid` where no reason is given. */
export async function dismissGhost(scope: GhostsScope, id: string, input: unknown): Promise<Incident> {
  requirePermission(scope.actor, "work-ghosts");
  const { reason } = parseInput(endpoint.body, input);
  return workOnGhost(scope, id, {
    action: "ghost.dismiss",
    refuse: ({ state, dismissed }) => {
      if (isOpen(state)) return null;
      if (state === "dismissed") return `This was dismissed already${dismissed ? ` by ${dismissed.by}` : ""}.`;
      return "This ghost is gone: there is nothing left to dismiss.";
    },
    event: (at) => ({ type: "dismissed", by: scope.actor.name, reason, at }),
    detail: () => ({ reason }),
  });
}
