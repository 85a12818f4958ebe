import { live } from "@/lib/api/contract/console";
import { handle } from "@/lib/http/handle";
import { OpenStreams } from "@/lib/http/open-streams";
import { liveHub } from "@/lib/reads/live-hub";

/** `no-transform` keeps compression away, `X-Accel-Buffering` proxies: each event has to leave at once. */
const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

const streams = new OpenStreams();

export const GET = handle(live, ({ runtime, actor, request, query, recheck }) => {
  const after = lastEventId(request.headers) ?? query.after;
  const { signal } = request;
  const connect = () => liveHub(runtime.site, runtime.siteClock).connect({ after, recheck, gone: signal });
  const stream = streams.hold(actor, signal, connect);
  return new Response(stream, { headers: HEADERS });
});

/** An id that is none of ours says nothing of what was seen. */
function lastEventId(headers: Headers): number | undefined {
  const text = headers.get("last-event-id") ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
