import { exportSessions } from "@/lib/api/contract/sessions";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { csvFileName, readSessionsCsv } from "@/lib/reads/sessions-csv";

export const GET = handle(exportSessions, ({ runtime, query }) => {
  const reading = readingOf(runtime);
  return new Response(readSessionsCsv(reading, query), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${csvFileName(reading)}"`,
    },
  });
});
