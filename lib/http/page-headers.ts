/** What proxy.ts does to requests and answers. It authorises nothing: that happens behind it, in every handler. */

/**
 * Headers that nobody may send us: Next.js trusts some of its own, and x-forwarded-* or x-ms-* claim an address or a
 * person that a proxy in front of us would have to vouch for.
 */
const FOREIGN_HEADERS = /^(x-middleware-|x-forwarded-|x-ms-|x-nonce$|forwarded$|x-real-ip$|x-original-|x-rewrite-url$)/;

/** A copy of the request's headers without those that only we or Next.js may set. */
export function ownHeaders(headers: Headers): Headers {
  const kept = [...headers].filter(([name]) => !FOREIGN_HEADERS.test(name.toLowerCase()));
  return new Headers(kept);
}

/** Whether a path has a backslash, plain or encoded (once or twice): on Windows that would be a way out of a folder. */
export function hasBackslash(path: string): boolean {
  return /\\|%(25)*5c/i.test(path);
}

/**
 * The Content-Security-Policy of a page: only scripts that carry the nonce, and what those load, run. Style attributes are
 * allowed because the components place menus and virtual rows with them; style elements need the nonce.
 */
export function contentSecurityPolicy(nonce: string, { development }: { development: boolean }): string {
  // The development server evaluates code and injects styles; it is never what people use.
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`;
  const styles = development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers of every page and file, the policy aside. `https` says that people reach Ghostdesk by https. */
export function pageHeaders({ https }: { https: boolean }): Readonly<Record<string, string>> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // Not no-referrer: a browser would then send `Origin: null` with forms, and we could not tell our own.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(https ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}
