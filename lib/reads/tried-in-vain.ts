import type { Desk } from "@/lib/desk/client";
import { VERB_NAMES, type Verb } from "@/lib/domain/operation/verbs";
import { known } from "./operation-row";

/** The verbs that did not clear these ghosts, by incident. */
export async function triedInVain(
  { desk, siteId }: { readonly desk: Desk; readonly siteId: string },
  incidentIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<Verb>>> {
  const rows = await desk.operationGhost.findMany({
    where: { siteId, incidentId: { in: [...incidentIds] }, outcome: "still-there" },
    select: { incidentId: true, verb: true },
  });
  const tried = new Map<string, Set<Verb>>();
  for (const { incidentId, verb } of rows) {
    tried.set(incidentId, (tried.get(incidentId) ?? new Set<Verb>()).add(known(VERB_NAMES, verb)));
  }
  return tried;
}
