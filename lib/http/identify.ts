import type { Actor } from "@/lib/audit/actor";
import { authenticate, type Credentials } from "@/lib/auth/authenticate";
import type { AuthScope } from "@/lib/auth/scope";
import type { Runtime } from "@/lib/collector/runtime";
import { readCookie } from "./cookie";
import { allowedOrigins } from "./origin";

/** What lib/auth needs of the runtime. */
export function authScope({ desk, siteId, wallClock, env }: Runtime): AuthScope {
  return { desk, siteId, clock: wallClock, practice: env.site === null };
}

/** Cookie and bearer token of a request. Any Authorization header counts as a token, a wrong one as a wrong token. */
export function readCredentials(headers: Headers, runtime: Runtime): Credentials {
  const authorization = headers.get("authorization");
  return {
    bearer: authorization === null ? null : (/^Bearer +(\S+)$/i.exec(authorization.trim())?.[1] ?? ""),
    cookie: readCookie(headers, allowedOrigins(runtime.env)),
  };
}

/** Who is asking, or null. */
export function identify(runtime: Runtime, headers: Headers, options?: { seen?: boolean }): Promise<Actor | null> {
  return authenticate(authScope(runtime), readCredentials(headers, runtime), options);
}
