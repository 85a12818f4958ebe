import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { setRuntime } from "@/lib/collector/runtime";
import { DeskError } from "@/lib/errors";
import { makeRequest, startTestConsole, type TestConsole } from "./console.fixture";
import { errorOf, READ } from "./endpoints.fixture";
import { type Call, handle, type RouteHandler } from "./handle";

let running: TestConsole;
beforeAll(async () => {
  running = await startTestConsole();
});
afterAll(() => running.close());

const GET = handle(READ, ({ params, query }) => ({ got: { params, query } }));

describe("a read", () => {
  const ask = async (path: string, headers: Record<string, string | null> = {}) =>
    GET(makeRequest("GET", path, { headers: { cookie: await running.cookie("viewer"), ...headers } }));

  it("gives path and query parsed, and is kept nowhere", async () => {
    const response = await ask("/api/things/a%20%C3%BC?limit=5&q=x");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ got: { params: { thingKey: "a ü" }, query: { limit: 5, q: "x" } } });
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  it.each([
    ["/api/things/a?limit=0", "limit"],
    ["/api/things/a?limit=5.5", "limit"],
    ["/api/things/a?limit=many", "limit"],
    ["/api/things/a?limit=1&limit=2", "limit"],
    ["/api/things/a?Limit=1", "Limit"],
    ["/api/things/a?__proto__=1", "__proto__"],
    ["/api/things/a?toString=1", "toString"],
    [`/api/things/${"a".repeat(21)}`, "thingKey"],
    ["/api/things/%E0%A4%A", "thingKey"],
  ])("%s is 400 and names %s", async (path, field) => {
    const error = await errorOf(await ask(path));
    expect(error).toMatchObject({ status: 400, code: "invalid", field });
    expect(error.message).toContain(field === "toString" ? "no such parameter" : field);
  });

  it.each(["/api/things/a%5Cb", "/api/things/a%5cb", "/api/things/..%5C..%5Cx"])(
    "%s is 400: no backslash",
    async (path) => {
      expect(await errorOf(await ask(path))).toMatchObject({ status: 400, code: "invalid" });
    },
  );

  it("is 401 without a sign-in, with a wrong one, and with a wrong token even beside a right cookie", async () => {
    expect((await GET(makeRequest("GET", "/api/things/a"))).status).toBe(401);
    expect((await ask("/api/things/a", { cookie: "ghostdesk=nonsense" })).status).toBe(401);
    expect((await ask("/api/things/a", { authorization: "Bearer gd_nonsense" })).status).toBe(401);
    expect((await ask("/api/things/a", { authorization: "Basic eDp5" })).status).toBe(401);
    expect((await ask("/api/things/a", { authorization: await running.bearer("viewer") })).status).toBe(200);
  });

  it("is refused under a foreign name, taken under a loopback one", async () => {
    expect(await errorOf(await ask("/api/things/a", { host: "evil.example:3000" }))).toMatchObject({
      status: 400,
      field: "Host",
    });
    expect((await ask("/api/things/a", { host: "127.0.0.1.evil.example" })).status).toBe(400);
    expect((await ask("/api/things/a", { host: "" })).status).toBe(400);
    expect((await ask("/api/things/a", { host: "localhost:4000" })).status).toBe(200);
    expect((await ask("/api/things/a", { host: "[::1]:3000" })).status).toBe(200);
  });

  it("needs no Origin", async () => {
    expect((await ask("/api/things/a", { origin: "https://evil.example" })).status).toBe(200);
  });
});

describe("answers", () => {
  const answer = async (work: (call: Call<typeof READ>) => unknown) => {
    const route: RouteHandler = handle(READ, work as (call: Call<typeof READ>) => { got: unknown });
    return route(makeRequest("GET", "/api/things/a", { headers: { cookie: await running.cookie("viewer") } }));
  };

  it("tell a known error with its code, field and Retry-After", async () => {
    const response = await answer(() => {
      throw new DeskError("unavailable", "Still reading.", { field: "q", retryAfterSeconds: 3 });
    });
    expect(response.headers.get("retry-after")).toBe("3");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(await errorOf(response)).toEqual({
      status: 503,
      code: "unavailable",
      message: "Still reading.",
      field: "q",
    });
  });

  it("never tell what nobody expected, only a number that the log has too", async () => {
    const error = await errorOf(
      await answer(() => {
        throw new Error("password=hunter2 in C:\\secret");
      }),
    );
    expect(error).toMatchObject({ status: 500, code: "internal" });
    expect(error.message).toMatch(/^Something went wrong in Ghostdesk\. Its log says more under [0-9a-f-]{36}\.$/);
  });

  it("that break their contract are errors, also by a field too many", async () => {
    expect((await answer(() => ({ got: null }))).status).toBe(200);
    expect((await answer(() => "text")).status).toBe(500);
    expect((await answer(() => ({ got: 1, passwordHash: "x" }))).status).toBe(500);
  });

  it("may be a stream, which keeps its headers and gets ours", async () => {
    const headers = { "Content-Type": "text/event-stream", "Cache-Control": "private, no-store, no-transform" };
    const response = await answer(() => new Response("data: 1\n\n", { headers }));
    expect(await response.text()).toBe("data: 1\n\n");
    expect(response.headers.get("cache-control")).toBe("private, no-store, no-transform");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("to HEAD have no body, and a stream behind one is ended", async () => {
    let ended = false;
    const stream = new ReadableStream({
      cancel() {
        ended = true;
      },
    });
    const route = handle({ ...READ, mediaType: "text/event-stream" }, () => new Response(stream));
    const headers = { cookie: await running.cookie("viewer") };
    const response = await route(makeRequest("HEAD", "/api/things/a", { headers }));
    expect(response).toMatchObject({ status: 200, body: null });
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(ended).toBe(true);
  });

  it("say 503 while the runtime is not there", async () => {
    setRuntime(undefined as never);
    const response = await GET(makeRequest("GET", "/api/things/a"));
    setRuntime(running.runtime);
    expect(await errorOf(response)).toMatchObject({ status: 503, message: "Ghostdesk is still starting." });
    expect(response.headers.get("retry-after")).toBe("2");
  });

  it("of an open stream stop when the sign-in ends, and asking does not keep it alive", async () => {
    let recheck = async () => {};
    await answer((call) => {
      recheck = call.recheck;
      return { got: null };
    });
    await recheck();
    running.clock.advance(8 * 3_600_000);
    await expect(recheck()).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("need no sign-in and no known host where the endpoint says so", async () => {
    const open = handle({ ...READ, permission: null }, ({ actor }) => ({ got: actor }));
    const response = await open(makeRequest("GET", "/api/things/a", { headers: { host: "10.0.0.5" } }));
    expect(await response.json()).toEqual({ got: null });
  });

  it("that are CSV have its type", async () => {
    const csv = handle({ ...READ, response: z.string(), mediaType: "text/csv" }, () => "a,b\r\n");
    const response = await csv(
      makeRequest("GET", "/api/things/a", { headers: { cookie: await running.cookie("viewer") } }),
    );
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await response.text()).toBe("a,b\r\n");
  });
});
