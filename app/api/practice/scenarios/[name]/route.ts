import { endScenario, startScenario } from "@/lib/api/contract/practice";
import { durationMs } from "@/lib/api/iso-duration";
import { handle } from "@/lib/http/handle";
import { isoOf } from "@/lib/reads/envelope";
import { requirePractice } from "@/lib/reads/read-scenarios";

export const POST = handle(startScenario, async ({ runtime, params, body }) => {
  const { startedAt } = await requirePractice(runtime).start(params.name, {
    count: body?.count,
    at: body?.at === undefined ? undefined : Date.parse(body.at),
    forMs: body?.for === undefined ? undefined : durationMs(body.for),
  });
  return { scenario: params.name, startedAt: isoOf(startedAt) };
});

export const DELETE = handle(endScenario, ({ runtime, params }) => requirePractice(runtime).end(params.name));
