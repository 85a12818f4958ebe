import type { OperationFilter } from "@/lib/api/contract/operations";
import type { OperationWhere } from "@/lib/desk/operation-where";
import { OPERATION_STATES } from "@/lib/domain/operation/states";
import { VERB_NAMES } from "@/lib/domain/operation/verbs";
import { commaList, parseNames } from "./comma-list";
import type { Reading } from "./envelope";
import { resolveMachine } from "./resolve-key";
import { siteIndex } from "./site-index";

const STATES = {
  field: "state",
  noun: "state",
  plural: "States",
  names: [...OPERATION_STATES, "open", "over"],
} as const;
const VERBS = { field: "verb", noun: "verb", plural: "Verbs", names: VERB_NAMES } as const;

/** A filter of operations as the database understands it. Throws `invalid` or `not-found` naming the parameter. */
export function operationsWhere(reading: Reading, siteId: string, filter: OperationFilter): OperationWhere {
  const verbs = parseNames(filter.verb, VERBS);
  const states = parseNames(filter.state, STATES);
  const asked = {
    ...(filter.from ? { gte: new Date(filter.from) } : {}),
    ...(filter.to ? { lt: new Date(filter.to) } : {}),
  };
  return {
    siteId,
    ...(filter.actor ? { actor: { in: commaList(filter.actor) } } : {}),
    ...(verbs.length > 0 ? { verb: { in: verbs } } : {}),
    ...(Object.keys(asked).length > 0 ? { askedAt: asked } : {}),
    AND: [...(states.length > 0 ? [{ OR: states.map(stateWhere) }] : []), ...serverWhere(reading, filter.server)],
  };
}

function stateWhere(state: string): OperationWhere {
  if (state === "open") return { settledAt: null };
  return state === "over" ? { settledAt: { not: null } } : { state };
}

/** Operations on the machine itself, and on sessions that were on it. */
function serverWhere(reading: Reading, server: string | undefined): OperationWhere[] {
  if (!server) return [];
  const { key } = resolveMachine(siteIndex(reading.site), server, "server").record;
  return [{ OR: [{ machineKey: key }, { parts: { some: { machineKey: key } } }] }];
}
