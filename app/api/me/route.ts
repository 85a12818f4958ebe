import { getMe } from "@/lib/api/contract/console";
import { handle } from "@/lib/http/handle";

export const GET = handle(getMe, ({ actor }) => ({
  name: actor.name,
  role: actor.role,
  token: actor.kind === "token",
}));
