import { signIn as endpoint } from "@/lib/api/contract/console";
import { endSignIn, signIn } from "@/lib/auth/sign-in";
import { cookieToSet } from "@/lib/http/cookie";
import { failedSignIns } from "@/lib/http/failed-sign-ins";
import { handle } from "@/lib/http/handle";
import { authScope, readCredentials } from "@/lib/http/identify";

export const POST = handle(endpoint, async ({ runtime, body, request, address, headers }) => {
  const scope = authScope(runtime);
  const userAgent = request.headers.get("user-agent");
  const secret = await signIn(scope, failedSignIns(runtime), { ...body, address, userAgent });
  // Whoever signs in anew leaves what this browser was signed in as before.
  const { cookie } = readCredentials(request.headers, runtime);
  if (cookie) await endSignIn(scope, cookie, "signed-in-anew");
  headers.append("Set-Cookie", cookieToSet(secret, request.headers.get("origin") ?? ""));
});
