import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { proxy } from "@/proxy";
import { contentSecurityPolicy, hasBackslash, ownHeaders, pageHeaders } from "./page-headers";

const directives = (policy: string) =>
  new Map(policy.split("; ").map((part) => [part.slice(0, part.indexOf(" ")), part.slice(part.indexOf(" ") + 1)]));

describe("the content security policy", () => {
  it("lets run only what carries the nonce", () => {
    const policy = directives(contentSecurityPolicy("abc", { development: false }));
    expect(policy.get("script-src")).toBe("'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy.get("style-src")).toBe("'self' 'nonce-abc'");
    expect(policy.get("style-src-attr")).toBe("'unsafe-inline'");
    for (const name of ["object-src", "base-uri", "frame-ancestors"]) expect(policy.get(name)).toBe("'none'");
    for (const name of ["default-src", "connect-src", "font-src", "form-action"])
      expect(policy.get(name)).toBe("'self'");
    expect(policy.get("img-src")).toBe("'self' data:");
  });

  it("allows evaluated code in development only", () => {
    expect(contentSecurityPolicy("abc", { development: true })).toContain("'unsafe-eval'");
    expect(contentSecurityPolicy("abc", { development: false })).not.toContain("unsafe-eval");
  });
});

it("promises https only where people come by https", () => {
  expect(pageHeaders({ https: false })).not.toHaveProperty("Strict-Transport-Security");
  expect(pageHeaders({ https: true })).toHaveProperty("Strict-Transport-Security", "max-age=31536000");
});

it("keeps what a browser sends and drops what only a proxy or Next.js may say", () => {
  const sent = new Headers({
    ...{
      cookie: "a=b",
      origin: "http://x",
      host: "127.0.0.1:3000",
      authorization: "Bearer x",
      "sec-fetch-site": "none",
    },
    ...{ "X-Middleware-Subrequest": "proxy:proxy", "x-middleware-rewrite": "/", "X-Forwarded-For": "1.2.3.4" },
    ...{ "x-forwarded-host": "evil", Forwarded: "for=1", "X-MS-CLIENT-PRINCIPAL-NAME": "admin", "x-nonce": "x" },
  });
  expect([...ownHeaders(sent).keys()].sort()).toEqual(["authorization", "cookie", "host", "origin", "sec-fetch-site"]);
});

it.each([
  ["/a\\b", true],
  ["/a%5Cb", true],
  ["/a%5cb", true],
  ["/a%255Cb", true],
  ["/..%5C..%5Cserver.js", true],
  ["/users/S-1-5-21", false],
  ["/a%20b", false],
  ["/5c", false],
])("a backslash in %s: %s", (path, expected) => {
  expect(hasBackslash(path)).toBe(expected);
});

describe("proxy", () => {
  const through = (path: string, headers: Record<string, string> = {}) =>
    proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { headers }));

  it("gives each page a policy with a nonce of its own, which the page gets to know", () => {
    const [first, second] = [through("/sessions"), through("/sessions")];
    const nonce = /'nonce-([A-Za-z0-9+/]{22}==)'/.exec(first.headers.get("content-security-policy") ?? "")?.[1];
    expect(nonce).toBeDefined();
    expect(first.headers.get("x-middleware-request-x-nonce")).toBe(nonce);
    expect(first.headers.get("x-middleware-request-content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(second.headers.get("content-security-policy")).not.toContain(nonce);
    expect(first.headers.get("x-frame-options")).toBe("DENY");
  });

  it("refuses backslashes with 400, wherever they are", () => {
    for (const path of ["/%5C..%5Cx", "/_next/static/..%5Cx", "/api/users/CORP%5Canna"]) {
      expect(through(path).status).toBe(400);
    }
  });

  it("cleans the API's requests too, and leaves its answers alone", () => {
    const response = through("/api/sessions", { "x-forwarded-for": "1.2.3.4", cookie: "a=b" });
    expect(response.headers.get("x-middleware-override-headers")).toBe("cookie");
    expect(response.headers.get("content-security-policy")).toBeNull();
  });
});
