import { getOutage } from "@/lib/api/contract/leases";
import { handle } from "@/lib/http/handle";
import { readOutage } from "@/lib/reads/read-outage";
import { sampleReadingOf } from "@/lib/reads/read-timeouts";

export const GET = handle(getOutage, ({ runtime, query }) => readOutage(sampleReadingOf(runtime), query));
