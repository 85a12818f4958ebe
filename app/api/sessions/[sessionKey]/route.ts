import { getSession } from "@/lib/api/contract/sessions";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { readSession } from "@/lib/reads/read-sessions";

export const GET = handle(getSession, ({ runtime, params }) => readSession(readingOf(runtime), params.sessionKey));
