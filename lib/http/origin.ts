import type { DeskEnvironment } from "@/lib/env";
import { DeskError } from "@/lib/errors";

type Addresses = Pick<DeskEnvironment, "origins" | "port">;

const LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"] as const;

/** Origins a browser may write from: those configured, or our own loopback addresses where none are. */
export function allowedOrigins({ origins, port }: Addresses): readonly string[] {
  if (origins.length > 0) return origins.map(normalOrigin);
  return LOOPBACK_HOSTS.map((host) => normalOrigin(`http://${host}:${port}`));
}

/**
 * Refuses a request whose Host is neither a loopback name nor the host of a configured origin: another site's name that
 * was made to point here (DNS rebinding). Throws DeskError `invalid`.
 */
export function requireOwnHost(headers: Headers, addresses: Addresses): void {
  const name = hostnameOf(`http://${headers.get("host") ?? ""}`);
  const configured = addresses.origins.map(hostnameOf);
  if (name !== null && (isLoopback(name) || configured.includes(name))) return;
  throw new DeskError(
    "invalid",
    "Ghostdesk does not answer under this name. Its origin has to be configured in GHOSTDESK_ORIGIN.",
    { field: "Host" },
  );
}

/**
 * Refuses a write that another site made this browser send: `Sec-Fetch-Site` where the browser says it, and `Origin`
 * always. Throws DeskError `forbidden`.
 */
export function requireOwnOrigin(headers: Headers, addresses: Addresses): void {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") throw new DeskError("forbidden", "This request came from another site.");
  const origin = headers.get("origin");
  if (origin === null) {
    throw new DeskError(
      "forbidden",
      "A request that changes something must say where it comes from: Origin is missing.",
    );
  }
  if (!allowedOrigins(addresses).includes(origin)) {
    throw new DeskError("forbidden", "This request came from an address that is not Ghostdesk's own.");
  }
}

export function isHttps(origin: string): boolean {
  return origin.startsWith("https://");
}

/** As a browser writes it: lower case, without the port that its scheme implies. */
function normalOrigin(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).origin : origin;
}

function hostnameOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : null;
}

function isLoopback(name: string): boolean {
  return name === "localhost" || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}
