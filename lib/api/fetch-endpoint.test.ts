import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./api-error";
import { endpointUrl, fetchEndpoint } from "./fetch-endpoint";
import { sessionsCsvUrl, sessionsQuery, startOperation } from "./query";

const sent: Request[] = [];
let answer: () => Response | Promise<Response>;

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    sent.push(new Request(`http://desk.example${url}`, init));
    return answer();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function errorOf(promise: Promise<unknown>): Promise<ApiError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw new Error(`Not an ApiError: ${error}`);
}

describe("an endpoint's address", () => {
  it("fills the path and leaves out what was not asked", () => {
    expect(endpointUrl("getUser", { params: { userKey: "Nováková & co/1" } })).toBe(
      "/api/users/Nov%C3%A1kov%C3%A1%20%26%20co%2F1",
    );
    expect(endpointUrl("listSessions", { query: { q: "", state: undefined, limit: 5, sort: "-since" } })).toBe(
      "/api/sessions?limit=5&sort=-since",
    );
    expect(sessionsCsvUrl({ q: "a b" })).toBe("/api/sessions.csv?q=a+b");
  });
});

describe("calling an endpoint", () => {
  it("gives the body of the answer", async () => {
    answer = () => Response.json({ name: "Jana", role: "desk", token: false });
    expect(await fetchEndpoint("getMe", {})).toEqual({ name: "Jana", role: "desk", token: false });
    expect(sent[0]?.method).toBe("GET");
  });

  it("sends a body as JSON and takes 204 for nothing", async () => {
    answer = () => new Response(null, { status: 204 });
    expect(await fetchEndpoint("signIn", { body: { account: "a", password: "b" } })).toBeUndefined();
    expect(sent[0]?.headers.get("content-type")).toBe("application/json");
    expect(await sent[0]?.json()).toEqual({ account: "a", password: "b" });
  });

  it("raises our own error with its field and when to try again", async () => {
    const error = { code: "unavailable", message: "Not yet.", field: "q" };
    answer = () => Response.json({ error }, { status: 503, headers: { "retry-after": "2" } });
    expect(await errorOf(fetchEndpoint("getStatus", {}))).toMatchObject({
      code: "unavailable",
      message: "Not yet.",
      field: "q",
      status: 503,
      retryAfterSeconds: 2,
    });
  });

  it("names the operation that stands in the way, and sends the key of a request", async () => {
    const error = { code: "conflict", message: "Maria restarts it now.", operationId: "op-3" };
    answer = () => Response.json({ error }, { status: 409 });
    const failed = await errorOf(startOperation({ token: "t", reason: "Why not" }, "key-1"));
    expect(failed).toMatchObject({ code: "conflict", operationId: "op-3", field: null });
    expect(sent[0]?.headers.get("idempotency-key")).toBe("key-1");
    expect(sent[0]?.headers.get("content-type")).toBe("application/json");
  });

  it.each([
    [502, "unavailable"],
    [500, "internal"],
  ])("raises %i of a proxy as %s", async (status, code) => {
    answer = () => new Response("<h1>Bad</h1>", { status, headers: { "content-type": "text/html" } });
    expect(await errorOf(fetchEndpoint("getStatus", {}))).toMatchObject({ code, status, retryAfterSeconds: null });
  });

  it("raises unavailable with status 0 where nobody answers", async () => {
    answer = () => Promise.reject(new TypeError("fetch failed"));
    expect(await errorOf(fetchEndpoint("getStatus", {}))).toMatchObject({ code: "unavailable", status: 0 });
  });

  it("leaves a cancelled call a cancelled call", async () => {
    const controller = new AbortController();
    controller.abort();
    answer = () => Promise.reject(controller.signal.reason);
    await expect(fetchEndpoint("getStatus", {}, controller.signal)).rejects.toMatchObject({ name: "AbortError" });
  });
});

it("query keys begin with the endpoint's id", () => {
  expect(sessionsQuery({ q: "a" }).queryKey).toEqual(["listSessions", { q: "a" }]);
});
