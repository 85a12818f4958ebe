import { exportAudit } from "@/lib/api/contract/audit";
import { handle } from "@/lib/http/handle";
import { readAuditCsv } from "@/lib/reads/audit-csv";
import { csvName } from "@/lib/reads/csv";

export const GET = handle(exportAudit, async ({ runtime, query }) => {
  const name = csvName("audit", runtime.site.siteName, runtime.wallClock.now());
  return new Response(await readAuditCsv(runtime, query), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
});
