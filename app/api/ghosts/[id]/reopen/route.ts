import { reopenGhost as endpoint } from "@/lib/api/contract/ghosts";
import { handle } from "@/lib/http/handle";
import { reopenGhost } from "@/lib/operations/ghosts/reopen-ghost";
import { ghostsScopeOf } from "@/lib/operations/ghosts/work-on-ghost";
import { ghostRow } from "@/lib/reads/ghost-row";

export const POST = handle(endpoint, async ({ runtime, actor, params }) => ({
  ghost: ghostRow(await reopenGhost(ghostsScopeOf(runtime, actor), params.id)),
}));
