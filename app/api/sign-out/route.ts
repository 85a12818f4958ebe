import { signOut as endpoint } from "@/lib/api/contract/console";
import { endSignIn } from "@/lib/auth/sign-in";
import { DeskError } from "@/lib/errors";
import { cookiesToClear } from "@/lib/http/cookie";
import { handle } from "@/lib/http/handle";
import { authScope, readCredentials } from "@/lib/http/identify";

export const POST = handle(endpoint, async ({ runtime, actor, request, headers }) => {
  if (actor.kind === "token") throw new DeskError("invalid", "A token does not sign out; an administrator revokes it.");
  const { cookie } = readCredentials(request.headers, runtime);
  if (cookie) await endSignIn(authScope(runtime), cookie, "signed-out");
  for (const header of cookiesToClear(request.headers.get("origin") ?? "")) headers.append("Set-Cookie", header);
});
