import * as z from "zod";
import { EvidenceLine, type OperationResponse } from "@/lib/api/contract/operations";
import { GHOST_CLASSES } from "@/lib/domain/ghost/classes";
import { rungNow } from "@/lib/domain/operation/rungs";
import { OPERATION_STATES } from "@/lib/domain/operation/states";
import { VERB_NAMES, type Verb } from "@/lib/domain/operation/verbs";
import { DeskError } from "@/lib/errors";
import { isoOf } from "./envelope";
import { known, operationRow, WITH_PARTS } from "./operation-row";
import type { OperationsReading } from "./read-operations";
import { triedInVain } from "./tried-in-vain";

const Evidence = z.array(EvidenceLine);

/** One operation with its parts, what was known before it, and what came of its ghosts. Throws `not-found`. */
export async function readOperation(reading: OperationsReading, id: string): Promise<OperationResponse> {
  const { desk, siteId, now } = reading;
  const row = await desk.operation.findFirst({ where: { id, siteId }, include: { ...WITH_PARTS, ghosts: true } });
  if (!row) throw new DeskError("not-found", "There is no such operation.", { field: "id" });
  return {
    now: isoOf(now),
    operation: {
      ...operationRow(row),
      stoppedBy: row.stoppedBy,
      items: row.parts.map((part) => ({
        ...{ number: part.number, key: part.key, label: part.label, message: part.message },
        state: known(OPERATION_STATES, part.state),
        acceptedAt: part.acceptedAt?.toISOString() ?? null,
        settledAt: part.settledAt?.toISOString() ?? null,
      })),
      evidence: Evidence.parse(JSON.parse(row.evidence)),
      ghosts: row.ghosts.map((ghost) => ({
        id: ghost.incidentId,
        class: known(GHOST_CLASSES, ghost.class),
        outcome: ghost.outcome === null ? null : known(["cleared", "still-there"] as const, ghost.outcome),
      })),
      next: await nextRung(reading, row.state, row.ghosts),
    },
  };
}

/** The rung after one that did not help, for the first ghost that still stands. */
async function nextRung(
  reading: OperationsReading,
  state: string,
  ghosts: readonly { readonly incidentId: string; readonly verb: string }[],
): Promise<Verb | null> {
  if (state !== "still-there" && state !== "failed") return null;
  for (const { incidentId, verb } of ghosts) {
    const incident = reading.site.current()?.ghosts.get(incidentId);
    if (!incident) continue;
    const tried = await triedInVain(reading, [incidentId]);
    return rungNow(incident, new Set([...(tried.get(incidentId) ?? []), known(VERB_NAMES, verb)]));
  }
  return null;
}
