import type { IncomingMessage, ServerResponse } from "node:http";
import { ANSWER_HEADERS } from "./answer";
import { BODY_BYTES_MAX, TOO_LARGE } from "./read-request";

/**
 * What the server refuses by itself, before Next.js sees it: Next.js reads a body into memory ahead of every check of ours,
 * takes a POST to a page for a call of a server action, and fails on a path that cannot be decoded. We use none of that.
 */

const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PATCH", "DELETE"];
const PAGE_METHODS = ["GET", "HEAD"];

/**
 * For the HTTP server: how long a request may take to arrive. Answers may take as long as they like. An idle connection is kept longer
 * than clients and proxies keep theirs (60 s is usual): whoever closes first must be the one who asks, or a request that is
 * just under way meets a closed door.
 */
export const ARRIVAL_LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5_000,
};

export interface Refusal {
  readonly status: 400 | 405;
  /** A sentence for people. */
  readonly message: string;
}

/** Why a request is refused at the door, or null. */
export function refuseEarly({
  method = "",
  url = "",
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): Refusal | null {
  // A whole address in the request line would be a request to a proxy, which we are not.
  if (!url.startsWith("/")) return { status: 400, message: "The address must start with a slash." };
  const path = url.split("?", 1)[0] ?? "";
  if (!isDecodable(path)) return { status: 400, message: "The address has a percent sign that encodes nothing." };
  const allowed = path.startsWith("/api/") ? METHODS : PAGE_METHODS;
  if (!allowed.includes(method)) return { status: 405, message: "This address knows no such method." };
  if (Number(headers["content-length"] ?? 0) > BODY_BYTES_MAX) return { status: 400, message: TOO_LARGE };
  return null;
}

/** Says why, in the form of every error of the API, and ends the connection: what else was sent is not read. */
export function answerRefusal(response: ServerResponse, { status, message }: Refusal): void {
  response.writeHead(status, { ...ANSWER_HEADERS, "Content-Type": "application/json", Connection: "close" });
  response.end(JSON.stringify({ error: { code: "invalid", message } }));
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
