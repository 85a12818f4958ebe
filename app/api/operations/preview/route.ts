import { previewOperation as endpoint } from "@/lib/api/contract/operations";
import { handle } from "@/lib/http/handle";
import { previewOperation } from "@/lib/operations/site/preview-operation";
import { operationScopeOf } from "@/lib/operations/site/scope";

export const POST = handle(endpoint, ({ runtime, actor, body }) =>
  previewOperation(operationScopeOf(runtime, actor), body),
);
