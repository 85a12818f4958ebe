import { takeGhost as endpoint } from "@/lib/api/contract/ghosts";
import { requirePermission } from "@/lib/audit/actor";
import type { Incident } from "@/lib/domain/ghost/incident";
import { parseInput } from "../parse-input";
import { endedSentence } from "./ended-sentence";
import { type GhostsScope, workOnGhost } from "./work-on-ghost";

/**
 * Says that the actor works on it. Throws as {@link workOnGhost} does; `conflict` also names who has it, unless `over` says that it
 * is taken over.
 */
export async function takeGhost(scope: GhostsScope, id: string, input?: unknown): Promise<Incident> {
  requirePermission(scope.actor, "work-ghosts");
  const over = parseInput(endpoint.body, input)?.over ?? false;
  const { name } = scope.actor;
  return workOnGhost(scope, id, {
    action: "ghost.take",
    refuse: (incident) => {
      const ended = endedSentence(incident);
      if (ended !== null) return ended;
      const { taken } = incident;
      return taken === null || taken.by === name || over
        ? null
        : `${taken.by} is working on this. You can take it over.`;
    },
    event: (at) => ({ type: "taken", by: name, at }),
    detail: ({ taken }) => (taken ? { takenFrom: taken.by } : {}),
  });
}
