import { request } from "node:http";
import { MessageChannel } from "node:worker_threads";
import { describe, expect, it, onTestFinished } from "vitest";
import { practiceSite } from "../practice.fixture";
import { SdkAnswers } from "../sdk-answers";
import { type StandInServer, startStandIn } from "./start";

async function started(): Promise<StandInServer & { end(): void }> {
  const { port1, port2 } = new MessageChannel();
  new SdkAnswers(practiceSite().site).serve(port2);
  const server = await startStandIn(port1);
  onTestFinished(() => server.close());
  return { ...server, end: () => port2.close() };
}

interface Sent {
  readonly method?: string;
  readonly token?: string | null;
  readonly body?: string;
}

interface Received {
  readonly status: number | undefined;
  readonly text: string;
  readonly allow: string | undefined;
}

/** By hand: nothing may follow redirects, retry, or complain about a body that the other end does not read. */
function post(
  { url, token: right }: StandInServer,
  { method = "POST", token = right, body = CALL }: Sent,
): Promise<Received> {
  const headers = token === null ? {} : { Authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece: string) => {
        text += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode, text, allow: response.headers.allow }));
    });
    outgoing.on("error", reject);
    outgoing.end(method === "GET" ? undefined : body);
  });
}

const NOTHING = { parameters: {}, variables: {}, adminAddress: "localhost", computerName: "" };
const CALL = JSON.stringify({ cmdlet: "Get-BrokerSite", ...NOTHING });

describe("the stand-in's server", () => {
  it("listens on this machine alone and answers a call that brings the token", async () => {
    const server = await started();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(server.token).toMatch(/^[\w-]{43}$/);
    const { status, text } = await post(server, {});
    expect(status).toBe(200);
    expect(text).toContain('<S N="Name">Nordwerk practice site</S>');
  });

  it("has another token at each start", async () => {
    const [first, second] = [await started(), await started()];
    expect(first.token).not.toBe(second.token);
    expect(await post(second, { token: first.token })).toMatchObject({ status: 401 });
  });

  it.each([
    ["without a token", { token: null }, 401],
    ["with an empty one", { token: "" }, 401],
    ["with the beginning of it", { token: "short" }, 401],
    ["by GET", { method: "GET" }, 405],
    ["by PUT", { method: "PUT" }, 405],
    ["with no JSON", { body: "{" }, 400],
    ["with JSON of another shape", { body: "[]" }, 400],
    ["with a name that is too long", { body: CALL.replace("Get-BrokerSite", "x".repeat(65)) }, 400],
    ["with a body beyond the limit", { body: JSON.stringify("x".repeat(300_000)) }, 400],
  ])("answers no call %s", async (_, sent, status) => {
    const server = await started();
    const received = await post(server, sent);
    expect(received.status).toBe(status);
    expect(received.text).not.toContain("Nordwerk");
    if (status === 405) expect(received.allow).toBe("POST");
    expect(await post(server, {})).toMatchObject({ status: 200 });
  });

  it("asks for the token before it says anything else", async () => {
    expect(await post(await started(), { method: "GET", token: null })).toMatchObject({ status: 401 });
  });

  it("says that the site is gone, and cannot be reached once it is closed", async () => {
    const server = await started();
    server.end();
    await expect.poll(async () => (await post(server, {})).status).toBe(503);
    await server.close();
    await expect(post(server, {})).rejects.toThrow(/ECONNREFUSED/);
  });
});
