import { getTimeouts } from "@/lib/api/contract/timeouts";
import { handle } from "@/lib/http/handle";
import { readTimeouts, sampleReadingOf } from "@/lib/reads/read-timeouts";

export const GET = handle(getTimeouts, ({ runtime, query }) => readTimeouts(sampleReadingOf(runtime), query));
