import { afterEach, describe, expect, it } from "vitest";
import type { SiteCommand } from "@/lib/site/command";
import { eventually, leaveNothing, StubBridge } from "./stub-bridge.fixture";

afterEach(leaveNothing);

const LOG_OFF: SiteCommand = { verb: "log-off", sessionKey: "6f1ac9d2-54f3-4bfc-9c0b-3a1f6f7e0b11" };
const BY = { operationId: "0d8f0a5e-0a55-4d6f-8d5e-2f4f0b1c9a77", actor: "DESK\\ann", deadlineMs: 30_000 };
const DONE = { kind: "accepted", powerActionUid: null };

/** The processes that were greeted, in that order, once there are so many. */
async function greetedBefore(stub: StubBridge, count: number): Promise<number[]> {
  await eventually(() => stub.greetings.length).toBe(count);
  return stub.greetings.map(({ pid }) => pid);
}

/** The process that waits for a write: of the two that live, the one that answers no reads. */
async function warmSpare(stub: StubBridge): Promise<number> {
  await stub.bridge.warm();
  await stub.bridge.sdk.site();
  const reader = stub.requests.at(-1)?.pid;
  const [spare = 0] = stub.living.filter((pid) => pid !== reader);
  return spare;
}

describe("the spare process", () => {
  it("has greeted before the write comes, is used once, and is replaced", async () => {
    const stub = new StubBridge("fine");
    await stub.bridge.warm();
    const greeted = await greetedBefore(stub, 2);
    expect(await stub.bridge.actor.act(LOG_OFF, BY)).toEqual(DONE);
    const [first] = stub.requests;
    expect(greeted).toContain(first?.pid);
    const again = await greetedBefore(stub, 3);
    expect(await stub.bridge.actor.act(LOG_OFF, BY)).toEqual(DONE);
    const second = stub.requests[1];
    expect(second?.pid).toBe(again[2]);
    await eventually(() => stub.living).not.toContain(first?.pid);
  });

  it("is given the request at once: nothing is waited for but the turn of the event loop", async () => {
    const stub = new StubBridge("fine");
    await stub.bridge.warm();
    const before = stub.sent.length;
    const answer = stub.bridge.actor.act(LOG_OFF, BY);
    await new Promise((resolve) => setImmediate(resolve));
    expect(stub.sent[before]).toBe("log-off");
    expect(await answer).toEqual(DONE);
  });

  it("is not there before somebody acts or asks for it: a thread that only reads keeps none", async () => {
    const stub = new StubBridge("fine");
    await stub.bridge.sdk.site();
    expect(stub.starts).toHaveLength(1);
  });

  it("that died after it greeted is not used: the write goes to a new one", async () => {
    const stub = new StubBridge("fine");
    const spare = await warmSpare(stub);
    process.kill(spare, "SIGKILL");
    await eventually(() => stub.timers.holds("retry")).toBe(true);
    expect(stub.living).not.toContain(spare);
    expect(await stub.bridge.actor.act(LOG_OFF, BY)).toEqual(DONE);
    expect(stub.requests.map(({ op }) => op)).toEqual(["site", "log-off"]);
    expect(stub.requests[1]?.pid).not.toBe(spare);
  });

  it("that dies is tried again after a while", async () => {
    const stub = new StubBridge("fine");
    process.kill(await warmSpare(stub), "SIGKILL");
    await stub.timers.pass("retry");
    await eventually(() => stub.greetings.length).toBe(3);
  });

  it("grows old and is replaced", async () => {
    const stub = new StubBridge("fine");
    const spare = await warmSpare(stub);
    // One timer is the reader's, one the spare's.
    await stub.timers.pass("age");
    await stub.timers.pass("age");
    await eventually(() => stub.greetings.length).toBe(4);
    await eventually(() => stub.living).not.toContain(spare);
  });

  it("does not stand in the way of many writes at once: each has a process of its own", async () => {
    const stub = new StubBridge("fine");
    const answers = await Promise.all(Array.from({ length: 9 }, () => stub.bridge.actor.act(LOG_OFF, BY)));
    expect(answers).toEqual(Array.from({ length: 9 }, () => DONE));
    expect(new Set(stub.requests.map(({ pid }) => pid)).size).toBe(9);
  });

  it("dies between greeting and request, again and again: unknown once it was written, failed before", async () => {
    const stub = new StubBridge("die-after-hello");
    const answer = await stub.bridge.actor.act(LOG_OFF, BY);
    const wasSent = stub.sent.includes("log-off");
    expect(answer.kind).toBe(wasSent ? "unknown" : "failed");
    expect(stub.requests).toEqual([]);
  });
});
