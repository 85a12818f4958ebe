import { listLeases } from "@/lib/api/contract/leases";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { readLeases } from "@/lib/reads/read-leases";

export const GET = handle(listLeases, ({ runtime, query }) => readLeases(readingOf(runtime), query));
