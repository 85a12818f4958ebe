import { listUsers } from "@/lib/api/contract/users";
import { handle } from "@/lib/http/handle";
import { readingOf } from "@/lib/reads/envelope";
import { readUsers } from "@/lib/reads/read-users";

export const GET = handle(listUsers, ({ runtime, query }) => readUsers(readingOf(runtime), query));
