import { releaseGhost as endpoint } from "@/lib/api/contract/ghosts";
import { handle } from "@/lib/http/handle";
import { releaseGhost } from "@/lib/operations/ghosts/release-ghost";
import { ghostsScopeOf } from "@/lib/operations/ghosts/work-on-ghost";
import { ghostRow } from "@/lib/reads/ghost-row";

export const POST = handle(endpoint, async ({ runtime, actor, params }) => ({
  ghost: ghostRow(await releaseGhost(ghostsScopeOf(runtime, actor), params.id)),
}));
