import { listAudit } from "@/lib/api/contract/audit";
import { handle } from "@/lib/http/handle";
import { readAudit } from "@/lib/reads/read-audit";

export const GET = handle(listAudit, ({ runtime, query }) => readAudit(runtime, query));
