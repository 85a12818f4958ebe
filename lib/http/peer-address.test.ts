import { createServer } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { notePeerAddresses, peerAddress } from "./peer-address";

let address: string;
const server = createServer((request, response) => {
  const headers = new Headers(request.headers as Record<string, string>);
  const noted = [...headers.keys()].filter((name) => name.startsWith("x-ghostdesk-peer-"));
  response.end(JSON.stringify({ peer: peerAddress(headers), noted }));
});
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}`;
});
afterAll(() => server.close());

const ask = async (headers: Record<string, string> = {}) =>
  (await (await fetch(address, { headers })).json()) as { peer: string; noted: string[] };

it("is the socket's, whatever the headers claim, and cannot be forged without knowing the header's name", async () => {
  expect((await ask()).peer).toBe("unknown");
  notePeerAddresses();
  notePeerAddresses();
  const claims = { "x-forwarded-for": "6.6.6.6", "x-real-ip": "6.6.6.6", "x-ghostdesk-peer-x": "6.6.6.6" };
  expect((await ask(claims)).peer).toBe("127.0.0.1");
  const name = (await ask()).noted[0] ?? "";
  expect(name).toMatch(/^x-ghostdesk-peer-[0-9a-f]{32}$/);
  expect((await ask({ [name]: "6.6.6.6" })).peer).toBe("127.0.0.1");
});

it("writes an IPv4 address the same way on an IPv6 socket", () => {
  const key = Object.getOwnPropertySymbols(globalThis).find(
    (symbol) => symbol.description === "ghostdesk.peer-address",
  );
  const name = (globalThis as Record<symbol, unknown>)[key ?? Symbol("none")] as string;
  expect(peerAddress(new Headers({ [name]: "::ffff:10.0.0.7" }))).toBe("10.0.0.7");
  expect(peerAddress(new Headers({ [name]: "fe80::1" }))).toBe("fe80::1");
});
