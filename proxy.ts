import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { readEnvironment } from "@/lib/env";
import { isHttps } from "@/lib/http/origin";
import { contentSecurityPolicy, hasBackslash, ownHeaders, pageHeaders } from "@/lib/http/page-headers";

const NONCE_BYTES = 16;
const headersOfPages = pageHeaders({ https: readEnvironment(process.env).origins.some(isHttps) });
const development = process.env.NODE_ENV === "development";

/** Runs before everything else: cleans the request's headers and gives pages their policy. It authorises nothing. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = new URL(request.url);
  if (hasBackslash(pathname)) {
    return new NextResponse("A path has no backslash.\n", { status: 400, headers: headersOfPages });
  }
  const headers = ownHeaders(request.headers);
  // The API sets its own headers in lib/http/handle, and Next.js would send those of both.
  if (pathname.startsWith("/api/")) return NextResponse.next({ request: { headers } });
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  const policy = contentSecurityPolicy(nonce, { development });
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(headersOfPages)) response.headers.set(name, value);
  return response;
}
