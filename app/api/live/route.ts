import { live } from "@/lib/api/contract/console";
import { handle } from "@/lib/http/handle";
import { liveHub } from "@/lib/reads/live-hub";

/** `no-transform` keeps compression away, `X-Accel-Buffering` proxies: each event has to leave at once. */
const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

export const GET = handle(live, ({ runtime, request, query, recheck }) => {
  const after = lastEventId(request.headers) ?? query.after;
  const stream = liveHub(runtime.site, runtime.siteClock).connect({ after, recheck, gone: request.signal });
  return new Response(stream, { headers: HEADERS });
});

/** An id that is none of ours says nothing of what was seen. */
function lastEventId(headers: Headers): number | undefined {
  const text = headers.get("last-event-id") ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
