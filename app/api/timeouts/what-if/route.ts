import { askWhatIf } from "@/lib/api/contract/timeouts";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { readWhatIf } from "@/lib/reads/what-if";

export const POST = handle(askWhatIf, ({ runtime, body }) => readWhatIf(readingOf(runtime), runtime.history, body));
