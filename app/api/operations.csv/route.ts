import { exportOperations } from "@/lib/api/contract/operations";
import { handle } from "@/lib/http/handle";
import { csvName } from "@/lib/reads/csv";
import { readOperationsCsv } from "@/lib/reads/operations-csv";
import { operationsReadingOf } from "@/lib/reads/read-operations";

export const GET = handle(exportOperations, ({ runtime, query }) => {
  const name = csvName("operations", runtime.site.siteName, runtime.wallClock.now());
  return new Response(readOperationsCsv(operationsReadingOf(runtime), query), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
});
