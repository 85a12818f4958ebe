import { addAccount as addEndpoint, listAccounts as listEndpoint } from "@/lib/api/contract/people";
import { handle } from "@/lib/http/handle";
import { addAccount } from "@/lib/operations/accounts/add-account";
import { listAccounts } from "@/lib/operations/accounts/list-accounts";

export const GET = handle(listEndpoint, ({ runtime, actor }) =>
  listAccounts({ desk: runtime.desk, clock: runtime.wallClock, actor }),
);

export const POST = handle(addEndpoint, ({ runtime, actor, body }) =>
  addAccount({ desk: runtime.desk, clock: runtime.wallClock, actor }, body),
);
