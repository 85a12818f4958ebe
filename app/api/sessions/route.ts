import { listSessions } from "@/lib/api/contract/sessions";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { readSessions } from "@/lib/reads/read-sessions";

export const GET = handle(listSessions, ({ runtime, query }) => readSessions(readingOf(runtime), query));
