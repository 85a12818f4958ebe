import { appendAudit } from "@/lib/audit/append";
import type { RunScope } from "@/lib/collector/run-scope";
import { serializable } from "@/lib/desk/serializable";
import type { OpenOperation } from "./open-operation";
import { entryOf, stateNow } from "./write-part";

/** None of the parts that were not sent is sent any more. Where all were, nothing is written. */
export async function stopRest(scope: RunScope, operation: OpenOperation, why?: string): Promise<void> {
  const { id, stoppedBy } = operation;
  const message =
    why ?? (stoppedBy ? `${stoppedBy} stopped it before this was sent.` : "Ghostdesk ended before this was sent.");
  const stopped = await serializable(scope.desk, async (tx) => {
    const { count } = await tx.operationPart.updateMany({
      where: { operationId: id, state: "intended" },
      data: { state: "stopped", message, settledAt: new Date(scope.siteClock.now()) },
    });
    if (count === 0) return 0;
    await tx.operation.update({ where: { id }, data: { state: await stateNow(tx, id), message } });
    await appendAudit(tx, entryOf(scope, operation, "operation.stopped", { message, parts: count }));
    return count;
  });
  if (stopped > 0) scope.onChanged([id]);
}
