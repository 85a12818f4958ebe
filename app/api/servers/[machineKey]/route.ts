import { getServer } from "@/lib/api/contract/servers";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { readServer } from "@/lib/reads/read-servers";

export const GET = handle(getServer, ({ runtime, params }) => readServer(readingOf(runtime), params.machineKey));
