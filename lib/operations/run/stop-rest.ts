import { appendAudit } from "@/lib/audit/append";
import type { RunScope } from "@/lib/collector/run-scope";
import { serializable } from "@/lib/desk/serializable";
import { type OperationState, stateOfAll } from "@/lib/domain/operation/states";
import type { OpenOperation } from "./open-operation";
import { entryOf } from "./write-part";

/** None of the parts that were not sent is sent any more. */
export async function stopRest(scope: RunScope, operation: OpenOperation, why?: string): Promise<void> {
  const { id, stoppedBy, parts } = operation;
  const rest = parts.filter(({ state }) => state === "intended").map(({ number }) => number);
  const message =
    why ?? (stoppedBy ? `${stoppedBy} stopped it before this was sent.` : "Ghostdesk ended before this was sent.");
  const states = parts.map(({ state }): OperationState => (state === "intended" ? "stopped" : state));
  await serializable(scope.desk, async (tx) => {
    const settledAt = new Date(scope.siteClock.now());
    await tx.operationPart.updateMany({
      where: { operationId: id, number: { in: rest }, state: "intended" },
      data: { state: "stopped", message, settledAt },
    });
    await tx.operation.update({ where: { id }, data: { state: stateOfAll(states), message } });
    await appendAudit(tx, entryOf(scope, operation, "operation.stopped", { message, parts: rest.length }));
  });
  scope.onChanged([id]);
}
