import { exportLeases } from "@/lib/api/contract/leases";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { leasesCsvName, readLeasesCsv } from "@/lib/reads/leases-csv";

export const GET = handle(exportLeases, ({ runtime, query }) => {
  const reading = readingOf(runtime);
  return new Response(readLeasesCsv(reading, query), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${leasesCsvName(reading)}"`,
    },
  });
});
