import { stopOperation as endpoint } from "@/lib/api/contract/operations";
import { handle } from "@/lib/http/handle";
import { operationScopeOf } from "@/lib/operations/site/scope";
import { stopOperation } from "@/lib/operations/site/stop-operation";
import { readOperation } from "@/lib/reads/read-operation";
import { operationsReadingOf } from "@/lib/reads/read-operations";

export const POST = handle(endpoint, async ({ runtime, actor, params }) => {
  await stopOperation(operationScopeOf(runtime, actor), params.id);
  const { operation } = await readOperation(operationsReadingOf(runtime), params.id);
  const { stoppedBy, items, evidence, ghosts, next, ...row } = operation;
  return { operation: row };
});
