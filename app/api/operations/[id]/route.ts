import { getOperation } from "@/lib/api/contract/operations";
import { handle } from "@/lib/http/handle";
import { readOperation } from "@/lib/reads/read-operation";
import { operationsReadingOf } from "@/lib/reads/read-operations";

export const GET = handle(getOperation, ({ runtime, params }) =>
  readOperation(operationsReadingOf(runtime), params.id),
);
