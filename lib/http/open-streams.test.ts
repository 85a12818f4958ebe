import { setMaxListeners } from "node:events";
import { beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/audit/actor";
import { OpenStreams, STREAMS_MAX } from "./open-streams";

const actor = (name: string, kind: Actor["kind"] = "person") =>
  ({ name, role: "viewer", kind, siteId: "s" }) as unknown as Actor;
const never = new AbortController().signal;
setMaxListeners(0, never);
const silent = () => new ReadableStream<Uint8Array>();

let streams: OpenStreams;
beforeEach(() => {
  streams = new OpenStreams();
});
const fill = (signal = never) => Array.from({ length: STREAMS_MAX }, () => streams.hold(actor("anna"), signal, silent));

it("one account holds so many and no more; others are not concerned", () => {
  fill();
  let connected = false;
  const connect = () => {
    connected = true;
    return silent();
  };
  expect(() => streams.hold(actor("anna"), never, connect)).toThrow(
    expect.objectContaining({ code: "limited", retryAfterSeconds: 30 }),
  );
  expect(connected).toBe(false);
  streams.hold(actor("berta"), never, silent);
  streams.hold(actor("anna", "token"), never, silent);
});

it("a stream that its reader leaves makes room, once", async () => {
  const [first, second] = fill();
  await first?.cancel();
  streams.hold(actor("anna"), never, silent);
  await first?.cancel();
  expect(() => streams.hold(actor("anna"), never, silent)).toThrow("live connections");
  await second?.cancel();
  streams.hold(actor("anna"), never, silent);
});

it("a stream whose reader is gone without a word makes room", () => {
  const leaving = new AbortController();
  setMaxListeners(0, leaving.signal);
  fill(leaving.signal);
  leaving.abort();
  fill();
  streams.hold(actor("berta"), leaving.signal, silent);
});

it("a stream that ends by itself makes room, and passes on everything before", async () => {
  const chunks = [new Uint8Array([1]), new Uint8Array([2])];
  const short = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const next = chunks.shift();
        if (next) controller.enqueue(next);
        else controller.close();
      },
    });
  const stream = streams.hold(actor("anna"), never, short);
  for (let count = 1; count < STREAMS_MAX; count++) streams.hold(actor("anna"), never, silent);
  expect(() => streams.hold(actor("anna"), never, silent)).toThrow("live connections");
  const read: number[] = [];
  for await (const chunk of stream) read.push(...chunk);
  expect(read).toEqual([1, 2]);
  streams.hold(actor("anna"), never, silent);
});

it("a stream is read no sooner than its reader asks, so that who reads slowly is noticed", async () => {
  let asked = 0;
  const source = () =>
    new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          asked += 1;
          controller.enqueue(new Uint8Array([asked]));
        },
      },
      { highWaterMark: 1 },
    );
  const stream = streams.hold(actor("anna"), never, source);
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toBe(1);
  await stream.cancel();
});
