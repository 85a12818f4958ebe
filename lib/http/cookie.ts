import { ABSOLUTE_LIMIT_MS } from "@/lib/auth/authenticate";
import { isHttps } from "./origin";

/** The cookie of a signed-in browser. `__Host-` ties it to this very host, and browsers take it over https only. */
const SECURE_NAME = "__Host-ghostdesk";
const PLAIN_NAME = "ghostdesk";

/** The header that gives a browser its cookie; `origin` is the one the request came from. */
export function cookieToSet(secret: string, origin: string): string {
  return `${start(secret, origin)}; Max-Age=${ABSOLUTE_LIMIT_MS / 1000}`;
}

/** The headers that take the cookie away again, under both names. */
export function cookiesToClear(origin: string): string[] {
  const plain = `${PLAIN_NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
  return isHttps(origin) ? [`${start("", origin)}; Max-Age=0`, plain] : [plain];
}

function start(secret: string, origin: string): string {
  const name = isHttps(origin) ? `${SECURE_NAME}=${secret}; Secure` : `${PLAIN_NAME}=${secret}`;
  return `${name}; Path=/; HttpOnly; SameSite=Lax`;
}

/**
 * The secret a browser sent. Where all our origins are https only the `__Host-` cookie counts: a plain one could have been
 * set by a neighbouring host.
 */
export function readCookie(headers: Headers, origins: readonly string[]): string | null {
  const cookies = parseCookies(headers.get("cookie") ?? "");
  const secure = origins.some(isHttps) ? cookies.get(SECURE_NAME) : undefined;
  const plain = origins.every(isHttps) ? undefined : cookies.get(PLAIN_NAME);
  return secure ?? plain ?? null;
}

function parseCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return cookies;
}
