import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NoBody, Nothing } from "@/lib/api/contract/envelope";
import { makeRequest, ORIGIN, startTestConsole, type TestConsole } from "./console.fixture";
import { errorOf, READ, WRITE } from "./endpoints.fixture";
import { handle } from "./handle";

let running: TestConsole;
beforeAll(async () => {
  running = await startTestConsole();
});
afterAll(() => running.close());

const POST = handle(WRITE, ({ body }) => ({ name: body.name }));

describe("a write", () => {
  const send = async (body: unknown, headers: Record<string, string | null> = {}) =>
    POST(makeRequest("POST", "/api/things", { body, headers: { cookie: await running.cookie("admin"), ...headers } }));

  it("parses the body and answers with the contract's status", async () => {
    const response = await send({ name: "x" });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ name: "x" });
  });

  it.each([
    ["no Origin", { origin: null }, 403],
    ["another Origin", { origin: "https://evil.example" }, 403],
    ["an opaque Origin", { origin: "null" }, 403],
    ["our host, another port", { origin: "http://127.0.0.1:3001" }, 403],
    ["our host, another scheme", { origin: "https://127.0.0.1:3000" }, 403],
    ["a name that begins like ours", { origin: "http://127.0.0.1:3000.evil.example" }, 403],
    ["localhost", { origin: "http://localhost:3000" }, 201],
    ["IPv6 loopback", { origin: "http://[::1]:3000" }, 201],
    ["Sec-Fetch-Site same-origin", { "sec-fetch-site": "same-origin" }, 201],
    ["Sec-Fetch-Site same-site", { "sec-fetch-site": "same-site" }, 403],
    ["Sec-Fetch-Site cross-site", { "sec-fetch-site": "cross-site" }, 403],
    ["Sec-Fetch-Site none", { "sec-fetch-site": "none" }, 403],
  ])("with %s", async (_, headers, status) => {
    expect((await send({ name: "x" }, headers)).status).toBe(status);
  });

  it("with a token needs no Origin, and may come from anywhere", async () => {
    const authorization = await running.bearer("admin");
    expect((await send({ name: "x" }, { authorization, cookie: null, origin: null })).status).toBe(201);
    expect((await send({ name: "x" }, { authorization, "sec-fetch-site": "cross-site" })).status).toBe(201);
  });

  it.each([
    [{}, "name"],
    [{ name: 5 }, "name"],
    [{ name: "x", size: "big" }, "size"],
    [{ name: "x", colour: "red" }, "colour"],
  ])("%j is 400 and names %s", async (body, field) => {
    expect(await errorOf(await send(body))).toMatchObject({ status: 400, code: "invalid", field });
  });

  it.each([
    ["another type", '{"name":"x"}', { "content-type": "text/plain" }, "application/json"],
    ["a form", "name=x", { "content-type": "application/x-www-form-urlencoded" }, "application/json"],
    ["no type", '{"name":"x"}', { "content-type": null }, "application/json"],
    ["broken JSON", '{"name":', {}, "not valid JSON"],
    ["no body", "", {}, "A body is missing"],
    ["a large body", JSON.stringify({ name: "x".repeat(70_000) }), {}, "larger than 64 kB"],
    ["a JSON array", "[]", {}, "expected object"],
  ])("%s is 400", async (_, body, headers, message) => {
    const error = await errorOf(await send(body, headers));
    expect(error).toMatchObject({ status: 400, code: "invalid" });
    expect(error.message).toContain(message);
  });

  it("stops reading a body that claims no length", async () => {
    let chunks = 0;
    const body = new ReadableStream({
      pull(controller) {
        chunks++;
        controller.enqueue(new TextEncoder().encode("x".repeat(16_384)));
      },
    });
    const headers = { host: "127.0.0.1:3000", origin: ORIGIN, cookie: await running.cookie("admin") };
    const request = new Request(`${ORIGIN}/api/things`, {
      method: "POST",
      headers,
      body,
      duplex: "half",
    } as RequestInit);
    expect(await errorOf(await POST(request))).toMatchObject({
      status: 400,
      message: "The body is larger than 64 kB.",
    });
    expect(chunks).toBeLessThan(10);
  });

  it("is 403 for a role that may not, before anything is parsed", async () => {
    const cookie = await running.cookie("engineer");
    expect(await errorOf(await send("not even JSON", { cookie }))).toEqual({
      status: 403,
      code: "forbidden",
      message: "Your role (engineer) may not change settings.",
    });
  });

  it("is 401 before 403 where nobody is signed in", async () => {
    expect((await send({ name: "x" }, { cookie: null, origin: null })).status).toBe(401);
  });
});

describe("origins that are configured", () => {
  it("replace the loopback ones, and their hosts are ours", async () => {
    await running.close();
    running = await startTestConsole({ GHOSTDESK_ORIGIN: "https://Ghostdesk.example:443/, http://desk.example:8080" });
    const authorization = await running.bearer("admin");
    const sendFrom = (headers: Record<string, string>) =>
      handle({ ...WRITE, permission: null, body: NoBody, query: Nothing }, () => ({ name: "x" }))(
        makeRequest("POST", "/api/things", { headers }),
      );
    expect((await sendFrom({ origin: "https://ghostdesk.example", host: "ghostdesk.example" })).status).toBe(201);
    expect((await sendFrom({ origin: "http://desk.example:8080", host: "desk.example:8080" })).status).toBe(201);
    expect((await sendFrom({ origin: ORIGIN })).status).toBe(403);
    expect((await sendFrom({ origin: "https://ghostdesk.example", host: "other.example" })).status).toBe(400);
    expect(
      (
        await handle(READ, () => ({ got: null }))(
          makeRequest("GET", "/api/things/a", { headers: { authorization, host: "DESK.example" } }),
        )
      ).status,
    ).toBe(200);
  });
});
