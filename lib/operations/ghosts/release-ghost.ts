import type { Incident } from "@/lib/domain/ghost/incident";
import { endedSentence } from "./ended-sentence";
import { type GhostsScope, workOnGhost } from "./work-on-ghost";

/** Says that the actor works on it no more. Throws as {@link workOnGhost} does; `conflict` also where somebody else has it. */
export function releaseGhost(scope: GhostsScope, id: string): Promise<Incident> {
  const { name } = scope.actor;
  return workOnGhost(scope, id, {
    action: "ghost.release",
    refuse: (incident) => {
      const ended = endedSentence(incident);
      if (ended !== null) return ended;
      const { taken } = incident;
      return taken === null || taken.by === name
        ? null
        : `${taken.by} is working on this, not you. Take it over to release it.`;
    },
    event: (at) => ({ type: "released", by: name, at }),
  });
}
