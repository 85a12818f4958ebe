import { requirePermission } from "@/lib/audit/actor";
import { appendAudit } from "@/lib/audit/append";
import { serializable } from "@/lib/desk/serializable";
import { VERB_NAMES, VERBS } from "@/lib/domain/operation/verbs";
import { DeskError } from "@/lib/errors";
import type { OperationScope } from "./scope";

/**
 * Has none of the acts sent that were not sent yet; the one that is being sent now is not taken back. Whoever may do the same may stop
 * it. Throws `forbidden`, `not-found`, or `conflict` where all of it was sent.
 */
export async function stopOperation(
  scope: Pick<OperationScope, "desk" | "clock" | "actor">,
  id: string,
): Promise<void> {
  const { desk, clock, actor } = scope;
  requirePermission(actor, "act-on-sessions");
  await serializable(desk, async (tx) => {
    const row = await tx.operation.findFirst({ where: { id, siteId: actor.siteId }, include: { parts: true } });
    if (!row) throw new DeskError("not-found", "There is no such operation.", { field: "id" });
    const verb = VERB_NAMES.find((each) => each === row.verb);
    if (verb) requirePermission(actor, VERBS[verb].permission);
    if (row.stoppedBy !== null) return;
    const waiting = row.parts.filter(({ state }) => state === "intended").length;
    if (waiting === 0)
      throw new DeskError("conflict", "All of it was sent already: what is left is to see what comes of it.");
    await tx.operation.update({ where: { id }, data: { stoppedBy: actor.name } });
    await appendAudit(tx, {
      ...{ siteId: actor.siteId, at: clock.now(), actor: actor.name, kind: actor.kind, role: actor.role },
      ...{ action: "operation.stop", subject: id, detail: { verb: row.verb, label: row.label, waiting } },
    });
  });
}
