import { revokeToken as endpoint } from "@/lib/api/contract/people";
import { handle } from "@/lib/http/handle";
import { revokeToken } from "@/lib/operations/accounts/revoke-token";

export const DELETE = handle(endpoint, ({ runtime, actor, params }) =>
  revokeToken({ desk: runtime.desk, clock: runtime.wallClock, actor }, params.id),
);
