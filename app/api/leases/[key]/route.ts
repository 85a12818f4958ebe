import { getLease } from "@/lib/api/contract/leases";
import { handle } from "@/lib/http/handle";
import { leaseDocumentReadingOf, readLease } from "@/lib/reads/read-lease";

export const GET = handle(getLease, ({ runtime, params }) => readLease(leaseDocumentReadingOf(runtime), params.key));
