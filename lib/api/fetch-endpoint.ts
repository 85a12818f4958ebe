import type * as z from "zod";
import { ApiError, readApiError } from "./api-error";
import type { Endpoints } from "./endpoints";
import { type EndpointId, ROUTES } from "./routes";

/** A part of a request; it may be left out where every field of it may. */
type Part<TName extends string, TValue> =
  Record<never, never> extends TValue
    ? { readonly [name in TName]?: TValue }
    : undefined extends TValue
      ? { readonly [name in TName]?: TValue }
      : { readonly [name in TName]: TValue };

/** What one endpoint takes, as its contract says. Fields of a query that are undefined, null or empty are not sent. */
export type RequestOf<TId extends EndpointId> = Part<"params", z.output<Endpoints[TId]["params"]>> & {
  readonly query?: Partial<z.output<Endpoints[TId]["query"]>>;
  /** Besides those that every request has, such as an Idempotency-Key. */
  readonly headers?: Readonly<Record<string, string>>;
} & Part<"body", z.input<Endpoints[TId]["body"]>>;

export type ResponseOf<TId extends EndpointId> = z.output<Endpoints[TId]["response"]>;

type QueryValue = string | number | boolean | null | undefined;

/** The address of an endpoint with its path and query filled in; also for links, such as the CSV's. */
export function endpointUrl<TId extends EndpointId>(
  id: TId,
  request: { readonly params?: object; readonly query?: object } = {},
): string {
  const params = new Map(Object.entries(request.params ?? {}) as [string, string][]);
  const path = ROUTES[id].path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params.get(name) ?? ""));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {}) as [string, QueryValue][]) {
    if (value !== undefined && value !== null && value !== "") query.set(name, `${value}`);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/**
 * Calls one endpoint from the browser, with the cookie. Rejects with ApiError where the answer is an error or none came,
 * and with the signal's AbortError where it was cancelled.
 */
export async function fetchEndpoint<TId extends EndpointId>(
  id: TId,
  request: RequestOf<TId>,
  signal?: AbortSignal,
): Promise<ResponseOf<TId>> {
  const { body, headers } = request as { body?: unknown; headers?: Readonly<Record<string, string>> };
  const response = await send(endpointUrl(id, request), {
    method: ROUTES[id].method,
    headers: { ...(body === undefined ? { accept: "application/json" } : JSON_HEADERS), ...headers },
    cache: "no-store",
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await readApiError(response);
  // What the server sends is checked against the contract by the server's own tests: the types hold.
  return (response.status === 204 ? undefined : await response.json()) as ResponseOf<TId>;
}

const JSON_HEADERS = { accept: "application/json", "content-type": "application/json" };

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError("unavailable", "Ghostdesk does not answer. Is it running, and can this computer reach it?", {
      cause,
    });
  }
}
