import { changeAccount as endpoint } from "@/lib/api/contract/people";
import { handle } from "@/lib/http/handle";
import { changeAccount } from "@/lib/operations/accounts/change-account";

export const PATCH = handle(endpoint, ({ runtime, actor, params, body }) =>
  changeAccount({ desk: runtime.desk, clock: runtime.wallClock, actor }, params.id, body),
);
