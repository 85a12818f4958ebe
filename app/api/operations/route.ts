import { listOperations, startOperation as startEndpoint } from "@/lib/api/contract/operations";
import { handle } from "@/lib/http/handle";
import { operationScopeOf } from "@/lib/operations/site/scope";
import { startOperation } from "@/lib/operations/site/start-operation";
import { operationsReadingOf, readOperations } from "@/lib/reads/read-operations";

export const GET = handle(listOperations, ({ runtime, query }) => readOperations(operationsReadingOf(runtime), query));

export const POST = handle(startEndpoint, async ({ runtime, actor, body, request }) => ({
  id: await startOperation(operationScopeOf(runtime, actor), body, request.headers.get("Idempotency-Key")),
}));
