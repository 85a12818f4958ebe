import { getStatus } from "@/lib/api/contract/console";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { readStatus } from "@/lib/reads/read-status";

export const GET = handle(getStatus, ({ runtime }) => readStatus(readingOf(runtime), runtime.practice !== null));
