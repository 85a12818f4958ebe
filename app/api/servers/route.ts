import { listServers } from "@/lib/api/contract/servers";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { readServers } from "@/lib/reads/read-servers";

export const GET = handle(listServers, ({ runtime, query }) => readServers(readingOf(runtime), query));
