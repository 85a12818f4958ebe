import { getGhost } from "@/lib/api/contract/ghosts";
import { handle } from "@/lib/http/handle";
import { readGhost } from "@/lib/reads/read-ghost";
import { ghostReadingOf } from "@/lib/reads/stored-ghosts";

export const GET = handle(getGhost, ({ runtime, params }) => readGhost(ghostReadingOf(runtime), params.id));
