import { takeGhost as endpoint } from "@/lib/api/contract/ghosts";
import { handle } from "@/lib/http/handle";
import { takeGhost } from "@/lib/operations/ghosts/take-ghost";
import { ghostsScopeOf } from "@/lib/operations/ghosts/work-on-ghost";
import { ghostRow } from "@/lib/reads/ghost-row";

export const POST = handle(endpoint, async ({ runtime, actor, params, body }) => ({
  ghost: ghostRow(await takeGhost(ghostsScopeOf(runtime, actor), params.id, body)),
}));
