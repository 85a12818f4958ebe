import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ARRIVAL_LIMITS, answerRefusal, refuseEarly } from "./refuse-early";

const ask = (method: string, url: string, headers: Record<string, string> = {}) =>
  refuseEarly({ method, url, headers })?.status ?? "passed";

describe("at the door", () => {
  it.each([
    ["GET", "/"],
    ["HEAD", "/sessions?q=100%"],
    ["GET", "/users/S-1-5%20x?q=%"],
    ["POST", "/api/sign-in"],
    ["PATCH", "/api/people/x"],
    ["DELETE", "/api/people/tokens/x"],
    ["OPTIONS", "/api/me"],
  ])("%s %s passes", (method, url) => {
    expect(ask(method, url, { "content-length": "65536" })).toBe("passed");
  });

  it.each([
    ["POST", "/", 405],
    ["POST", "/sign-in?return=/api/", 405],
    ["POST", "/api", 405],
    ["PUT", "/api/people/x", 405],
    ["TRACE", "/api/me", 405],
    ["PROPFIND", "/", 405],
    ["GET", "http://evil.example/api/me", 400],
    ["OPTIONS", "*", 400],
    ["GET", "", 400],
    ["GET", "/api/sessions/%", 400],
    ["GET", "/%E0%A4%A", 400],
    ["GET", "/%c0%af", 400],
  ])("%s %s is %i", (method, url, status) => {
    expect(ask(method, url)).toBe(status);
  });

  it("no body may say that it is larger than 64 kB", () => {
    expect(ask("POST", "/api/sign-in", { "content-length": "65537" })).toBe(400);
    expect(ask("GET", "/", { "content-length": "9900000" })).toBe(400);
  });
});

describe("a connection", () => {
  it("is kept idle for longer than the minute of a proxy before it", async () => {
    const server = createServer(ARRIVAL_LIMITS, (_request, response) => response.end());
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const { port } = server.address() as AddressInfo;
    const kept = await new Promise<string>((resolve, reject) => {
      const headers = { Connection: "keep-alive" };
      const asked = request({ port, host: "127.0.0.1", headers }, (response) => {
        response.resume();
        resolve(String(response.headers["keep-alive"]));
      });
      asked.on("error", reject);
      asked.end();
    });
    server.close();
    server.closeAllConnections();
    expect(Number(kept.replace("timeout=", ""))).toBeGreaterThan(60);
  });
});

describe("a refusal", () => {
  const server = createServer((incoming, response) => {
    const refusal = refuseEarly(incoming);
    if (refusal) answerRefusal(response, refusal);
    else response.end();
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
  });
  afterAll(() => server.close());

  it("comes at once, though the body never does, and ends the connection", async () => {
    const { port } = server.address() as AddressInfo;
    const response = await new Promise<{ status: number | undefined; closes: unknown; frames: unknown; body: string }>(
      (resolve, reject) => {
        const headers = { "content-length": 9_900_000 };
        const call = request({ port, host: "127.0.0.1", method: "POST", path: "/api/sign-in", headers }, (answer) => {
          let body = "";
          answer.on("data", (chunk: Buffer) => {
            body += chunk;
          });
          answer.on("end", () => {
            call.destroy();
            const policy = answer.headers["content-security-policy"];
            resolve({ status: answer.statusCode, closes: answer.headers.connection, frames: policy, body });
          });
        });
        call.on("error", reject);
        call.write("{");
      },
    );
    expect(response).toMatchObject({ status: 400, closes: "close" });
    expect(response.frames).toContain("frame-ancestors 'none'");
    expect(JSON.parse(response.body)).toEqual({
      error: { code: "invalid", message: "The body is larger than 64 kB." },
    });
  });
});
