import { listGhosts } from "@/lib/api/contract/ghosts";
import { handle } from "@/lib/http/handle";
import { readGhosts } from "@/lib/reads/read-ghosts";
import { ghostReadingOf } from "@/lib/reads/stored-ghosts";

export const GET = handle(listGhosts, ({ runtime, query }) => readGhosts(ghostReadingOf(runtime), query));
