import { advanceClock } from "@/lib/api/contract/practice";
import { durationMs } from "@/lib/api/iso-duration";
import { handle } from "@/lib/http/handle";
import { isoOf } from "@/lib/reads/envelope";
import { requirePractice } from "@/lib/reads/read-scenarios";

export const POST = handle(advanceClock, async ({ runtime, body }) => ({
  now: isoOf(await requirePractice(runtime).advance(durationMs(body.advance))),
}));
