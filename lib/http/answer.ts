import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Endpoint } from "@/lib/api/endpoint";
import { isDatabaseBusy, isDatabaseLost } from "@/lib/desk/database-lost";
import { DeskError, describeError, ERROR_STATUS } from "@/lib/errors";
import { log } from "@/lib/log";

/** On every answer of the API: kept by nobody, guessed by nobody, framed and embedded nowhere. */
export const ANSWER_HEADERS = {
  "Cache-Control": "private, no-store",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "same-origin",
} as const;

/** What the work returned as a response. A Response (a stream) passes through; headers it lacks are added. */
export function toAnswer(endpoint: Endpoint, result: unknown, headers: Headers): Response {
  const response = result instanceof Response ? result : toResponse(endpoint, result);
  for (const [name, value] of Object.entries(ANSWER_HEADERS)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  for (const [name, value] of headers) response.headers.append(name, value);
  return response;
}

function toResponse({ status, mediaType }: Endpoint, result: unknown): Response {
  if (status === 204) return new Response(null, { status });
  const json = mediaType === "application/json";
  const body = json ? JSON.stringify(result) : String(result);
  return new Response(body, { status, headers: { "Content-Type": json ? mediaType : `${mediaType}; charset=utf-8` } });
}

/** Throws DeskError `internal` where an answer differs from its contract, also by a field too many: that is how secrets leak. */
export function checkAnswer(endpoint: Endpoint, result: unknown): void {
  if (result instanceof Response || endpoint.mediaType !== "application/json") return;
  const sent: unknown = result === undefined ? undefined : JSON.parse(JSON.stringify(result));
  const parsed = endpoint.response.safeParse(sent);
  if (!parsed.success) throw new DeskError("internal", `${endpoint.id} broke its contract.`, { cause: parsed.error });
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(parsed.data ?? null)), sent ?? null)) return;
  throw new DeskError("internal", `${endpoint.id} sent more than its contract says.`);
}

/**
 * Any error as the answer that says it: code, sentence, field, Retry-After. What nobody expected goes to the log under a
 * number, and the answer tells only the number.
 */
export function toErrorAnswer(endpoint: Pick<Endpoint, "id">, error: unknown): Response {
  const told = toDeskError(endpoint, error);
  const { code, message, field, operationId } = told;
  const body = { code, message, ...(field ? { field } : {}), ...(operationId ? { operationId } : {}) };
  const headers = new Headers(ANSWER_HEADERS);
  if (told.retryAfterSeconds !== undefined) headers.set("Retry-After", `${told.retryAfterSeconds}`);
  if (told.code === "unauthenticated") headers.set("WWW-Authenticate", "Bearer");
  return Response.json({ error: body }, { status: ERROR_STATUS[told.code], headers });
}

function toDeskError(endpoint: Pick<Endpoint, "id">, error: unknown): DeskError {
  if (error instanceof DeskError && error.code !== "internal") {
    log.debug({ event: "request.refused", endpoint: endpoint.id, code: error.code, reason: describeError(error) });
    return error;
  }
  const number = randomUUID();
  log.error({ event: "request.failed", endpoint: endpoint.id, number, ...forLog(error) });
  if (isDatabaseLost(error)) {
    return new DeskError("unavailable", "Ghostdesk's own database does not answer.", { retryAfterSeconds: 5 });
  }
  if (isDatabaseBusy(error)) {
    return new DeskError("unavailable", "Ghostdesk's own database is busy. Try again in a moment.", {
      retryAfterSeconds: 2,
    });
  }
  return new DeskError("internal", `Something went wrong in Ghostdesk. Its log says more under ${number}.`);
}

/** Prisma prints the values a query was about above its last line; hashes of secrets may be among them. */
export function forLog(error: unknown): { reason: string; at: string[] } {
  const text = describeError(error);
  const fromPrisma = error instanceof Error && error.name.startsWith("PrismaClient");
  const reason = fromPrisma ? `${error.name}: ${text.trim().split("\n").at(-1)}` : text;
  const frames = (error instanceof Error && error.stack?.split("\n").filter((line) => /^\s+at /.test(line))) || [];
  return { reason, at: frames.map((frame) => frame.trim()) };
}
