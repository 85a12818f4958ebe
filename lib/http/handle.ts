import type { z } from "zod";
import type { Endpoint } from "@/lib/api/endpoint";
import { type Actor, requirePermission } from "@/lib/audit/actor";
import { getRuntime, type Runtime } from "@/lib/collector/runtime";
import type { Permission } from "@/lib/domain/role";
import { DeskError } from "@/lib/errors";
import { checkAnswer, toAnswer, toErrorAnswer } from "./answer";
import { identify } from "./identify";
import { requireOwnHost, requireOwnOrigin } from "./origin";
import { peerAddress } from "./peer-address";
import { readBody, readParams, readQuery } from "./read-request";

/** One request, checked and parsed, as the work behind an endpoint sees it. */
export interface Call<E extends Endpoint> {
  readonly runtime: Runtime;
  /** Proven and allowed; null where the endpoint needs nobody to be signed in. */
  readonly actor: E["permission"] extends null ? null : Actor;
  readonly params: z.output<E["params"]>;
  readonly query: z.output<E["query"]>;
  readonly body: z.output<E["body"]>;
  readonly request: Request;
  /** The socket's address, for limits. */
  readonly address: string;
  /** Headers to add to the answer, such as a cookie. */
  readonly headers: Headers;
  /** For open streams: throws as a new request of the same sender would by now. Does not count as being there. */
  recheck(): Promise<void>;
}

/** What the work returns: the contract's response, or a Response of its own where the answer is a stream; nothing for 204. */
export type Result<E extends Endpoint> = E["status"] extends 204 ? Empty : z.input<E["response"]> | Response;
/** What a function answers that answers nothing. */
type Empty = ReturnType<() => void>;

export type RouteHandler = (request: Request) => Promise<Response>;

/**
 * Makes a Next.js route handler of an endpoint and the work behind it. In this order: own host → who is asking → may they
 * → own origin (for writes) → path, query and body parsed → work → answer. Every error becomes the JSON that
 * lib/api/contract/envelope.ts describes; an endpoint cannot forget a check.
 */
export function handle<E extends Endpoint>(
  endpoint: E,
  work: (call: Call<E>) => Result<E> | Promise<Result<E>>,
): RouteHandler {
  return async (request) => {
    try {
      const call = await readCall(endpoint, request, getRuntime());
      const result = await work(call);
      if (call.runtime.env.checksAnswers) checkAnswer(endpoint, result);
      const answer = toAnswer(endpoint, result, call.headers);
      return request.method === "HEAD" ? withoutBody(answer) : answer;
    } catch (error) {
      return toErrorAnswer(endpoint, error);
    }
  };
}

/** Next.js answers HEAD with a GET and drops the body unread: a stream would stay open for nobody, so it is ended here. */
async function withoutBody(answer: Response): Promise<Response> {
  await answer.body?.cancel();
  return new Response(null, answer);
}

async function readCall<E extends Endpoint>(endpoint: E, request: Request, runtime: Runtime): Promise<Call<E>> {
  const { headers } = request;
  const { permission, method } = endpoint;
  // A load balancer asks for health under whatever name it knows; such answers hold nothing to steal.
  if (permission !== null || method !== "GET") requireOwnHost(headers, runtime.env);
  const authorise = (seen: boolean) => (permission ? requireActor(runtime, headers, permission, seen) : null);
  const actor = await authorise(true);
  if (actor) runtime.site.notice();
  if (method !== "GET" && actor?.kind !== "token") requireOwnOrigin(headers, runtime.env);
  const url = new URL(request.url);
  return {
    runtime,
    // The type says the same as authorise: an actor exactly where the endpoint names a permission.
    actor: actor as Call<E>["actor"],
    params: readParams<E["params"]>(endpoint.path, endpoint.params, url),
    query: readQuery<E["query"]>(endpoint.query, url),
    body: await readBody<E["body"]>(endpoint.body, request),
    request,
    address: peerAddress(headers),
    headers: new Headers(),
    recheck: async () => {
      await authorise(false);
    },
  };
}

async function requireActor(runtime: Runtime, headers: Headers, permission: Permission, seen: boolean): Promise<Actor> {
  const actor = await identify(runtime, headers, { seen });
  if (!actor) throw new DeskError("unauthenticated", "Sign in first.");
  requirePermission(actor, permission);
  return actor;
}
