import { getHealth } from "@/lib/api/contract/console";
import { handle } from "@/lib/http/handle";
import { isHealthy } from "@/lib/reads/read-status";

export const GET = handle(getHealth, ({ runtime }) => {
  const ok = isHealthy(runtime.site);
  return Response.json({ ok }, ok ? {} : { status: 503, headers: { "Retry-After": "2" } });
});
