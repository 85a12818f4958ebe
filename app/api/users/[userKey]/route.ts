import { getUser } from "@/lib/api/contract/users";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { readUser } from "@/lib/reads/read-users";

export const GET = handle(getUser, ({ runtime, params }) => readUser(readingOf(runtime), params.userKey));
