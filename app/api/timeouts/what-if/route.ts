import { askWhatIf } from "@/lib/api/contract/timeouts";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { readWhatIf } from "@/lib/reads/what-if";

export const POST = handle(askWhatIf, ({ runtime, actor, body }) =>
  readWhatIf(readingOf(runtime), { history: runtime.history, askedBy: actor.name }, body),
);
