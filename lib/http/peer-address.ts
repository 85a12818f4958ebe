import { randomBytes } from "node:crypto";
import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * A route handler does not see the socket, and headers such as x-forwarded-for say what the sender wants. So the server
 * itself writes the socket's address on every request, under a name that nobody outside can know.
 */
const KEY = Symbol.for("ghostdesk.peer-address");

interface HeaderHolder {
  [KEY]?: string;
}

/** Call once when the server starts, before it listens. Later calls do nothing. */
export function notePeerAddresses(): void {
  const holder = globalThis as HeaderHolder;
  if (holder[KEY]) return;
  const header = `x-ghostdesk-peer-${randomBytes(16).toString("hex")}`;
  holder[KEY] = header;
  diagnostics.subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[header] = request.socket.remoteAddress ?? "unknown";
  });
}

/** The address the request came from; `unknown` where the server does not note them, which counts as one address. */
export function peerAddress(headers: Headers): string {
  const header = (globalThis as HeaderHolder)[KEY];
  const address = header ? headers.get(header) : null;
  return address?.replace(/^::ffff:/, "") ?? "unknown";
}
