import { dismissGhost as endpoint } from "@/lib/api/contract/ghosts";
import { handle } from "@/lib/http/handle";
import { dismissGhost } from "@/lib/operations/ghosts/dismiss-ghost";
import { ghostsScopeOf } from "@/lib/operations/ghosts/work-on-ghost";
import { ghostRow } from "@/lib/reads/ghost-row";

export const POST = handle(endpoint, async ({ runtime, actor, params, body }) => ({
  ghost: ghostRow(await dismissGhost(ghostsScopeOf(runtime, actor), params.id, body)),
}));
