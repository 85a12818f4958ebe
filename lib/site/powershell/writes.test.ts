import { afterEach, describe, expect, it } from "vitest";
import type { SiteCommand } from "@/lib/site/command";
import { eventually, leaveNothing, StubBridge } from "./stub-bridge.fixture";

afterEach(leaveNothing);

const KEY = "6f1ac9d2-54f3-4bfc-9c0b-3a1f6f7e0b11";
const LOG_OFF: SiteCommand = { verb: "log-off", sessionKey: KEY };
const BY = { operationId: "0d8f0a5e-0a55-4d6f-8d5e-2f4f0b1c9a77", actor: "DESK\\ann", deadlineMs: 30_000 };
const DONE = { kind: "accepted", powerActionUid: null };
const unknown = (what: string) => ({ kind: "unknown", why: `${what} Whether it was done is unknown.` });
const ENDED = "The PowerShell bridge ended before it answered";
const UNREADABLE = "The answer of the PowerShell bridge cannot be read.";
const FLOOD = "The PowerShell bridge wrote more than it may and was ended.";
const ERROR_FLOOD = "The PowerShell bridge wrote more errors than it may and was ended.";

describe("a write", () => {
  it.each([
    ["fine", DONE],
    ["bom", DONE],
    ["clixml", DONE],
    ["garbage", DONE],
    ["two-frames", DONE],
    ["answer-and-exit-1", DONE],
    ["grandchild", DONE],
    ["grandchild-away", DONE],
    ["definite", { kind: "failed", errorId: "SessionOperationFailed", message: "The session is not there." }],
    ["doubtful", unknown("The site answered: The session is not there.")],
    ["flood-output", unknown(FLOOD)],
    ["flood-errors", unknown(ERROR_FLOOD)],
    ["long-reply", unknown("The answer of the PowerShell bridge is too long.")],
    ["half-a-line", unknown(`${ENDED} (exit code 0).`)],
    ["another-id", unknown(UNREADABLE)],
    ["another-mark", unknown(`${ENDED} (exit code 0).`)],
    ["no-base64", unknown(UNREADABLE)],
    ["no-json", unknown(UNREADABLE)],
    ["wrong-shape", unknown(UNREADABLE)],
    ["clixml-and-end", unknown(`${ENDED} (exit code 1).`)],
    ["exit-0", unknown(`${ENDED} (exit code 0).`)],
    ["exit-70", unknown(`${ENDED} (exit code 70: it passed its own deadline).`)],
    ["grandchild-and-die", unknown(`${ENDED} (exit code 3).`)],
  ])("with %s", async (scenario, answer) => {
    const stub = new StubBridge(scenario);
    expect(await stub.bridge.actor.act(LOG_OFF, BY)).toEqual(answer);
    expect(stub.requests.map(({ op }) => op)).toEqual(["log-off"]);
  });

  it.each(["hang", "grandchild-and-hang", "deaf"])(
    "is unknown after its time with %s, and not tried again",
    async (scenario) => {
      const stub = new StubBridge(scenario);
      const answer = stub.bridge.actor.act(LOG_OFF, { ...BY, deadlineMs: 12_000 });
      await eventually(() => stub.sent).toContain("log-off");
      if (scenario !== "deaf") await eventually(() => stub.requests.length).toBe(1);
      await stub.timers.pass("answer", 14_000);
      expect(await answer).toEqual(unknown("The PowerShell bridge did not answer within 12 s."));
      expect(stub.sent.filter((op) => op === "log-off")).toHaveLength(1);
    },
  );

  it("carries who asks, for which operation and how long it may take", async () => {
    const stub = new StubBridge("fine");
    const command: SiteCommand = { verb: "power", machineKey: KEY, action: "Restart" };
    expect(await stub.bridge.actor.act(command, { ...BY, deadlineMs: 999_000 })).toEqual({
      kind: "accepted",
      powerActionUid: 17,
    });
    expect(stub.requests).toMatchObject([
      { op: "power", args: { machineKey: KEY, action: "Restart" }, deadlineMs: 30_000, ...actorOf(BY) },
    ]);
    expect(stub.requests[0]?.mark).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    'it\'s "here" `and` $(Get-Date) $env:PATH; & calc %PATH% | <x> \0 \r\n\t\b',
    "\u2028\u2029\ufeff\u202eGrüße, 世界 👻 \ud800 lone",
    "x".repeat(10_000),
  ])("carries texts as data: %j", async (text) => {
    const stub = new StubBridge("fine");
    expect(
      await stub.bridge.actor.act({ verb: "message", sessionKey: KEY, title: text.slice(0, 90), text }, BY),
    ).toEqual(DONE);
    expect(stub.requests[0]?.args).toEqual({ sessionKey: KEY, title: text.slice(0, 90), text });
    expect(JSON.stringify(stub.starts.map((each) => each.arguments))).not.toContain(text.slice(0, 20));
  });

  it("lets a process that does not end after its answer end, without anybody waiting for it", async () => {
    const stub = new StubBridge("ignore-end");
    expect(await stub.bridge.actor.act(LOG_OFF, BY)).toEqual(DONE);
    const [request] = stub.requests;
    expect(stub.living).toContain(request?.pid);
    await stub.timers.pass("exit");
    await eventually(() => stub.living).not.toContain(request?.pid);
  });
});

describe("a write at the end of Ghostdesk", () => {
  it("is unknown where it was not answered", async () => {
    const stub = new StubBridge("hang");
    const answer = stub.bridge.actor.act(LOG_OFF, BY);
    await eventually(() => stub.requests.length).toBe(1);
    const closed = stub.bridge.close();
    stub.timers.passAll("exit");
    expect(await answer).toEqual(unknown("Ghostdesk ended before the PowerShell bridge answered."));
    await closed;
  });
});

describe("a write of which nothing was sent", () => {
  const failed = (errorId: string, message: string) => ({
    kind: "failed",
    errorId,
    message: `${message} Nothing was done.`,
  });

  it.each([
    ["hello-refused", "The Citrix SDK cannot be used: No Citrix snap-in."],
    ["hello-garbled", "PowerShell greeted in a way that cannot be read."],
    ["hello-exit", `PowerShell was not ready. ${ENDED} (exit code 2).`],
  ])("has failed with %s", async (scenario, message) => {
    const stub = new StubBridge(scenario);
    expect(await stub.bridge.actor.act(LOG_OFF, BY)).toEqual(failed("BridgeNotStarted", message));
    expect(stub.requests).toEqual([]);
  });

  it("has failed where PowerShell does not greet in time", async () => {
    const stub = new StubBridge("hello-hang");
    const answer = stub.bridge.actor.act(LOG_OFF, BY);
    await eventually(() => stub.greetings.length).toBe(2);
    await stub.timers.pass("answer");
    await stub.timers.pass("answer");
    const message = "PowerShell was not ready. The PowerShell bridge did not answer within 60 s.";
    expect(await answer).toEqual(failed("BridgeNotStarted", message));
  });

  it("has failed where there is no such program", async () => {
    const stub = new StubBridge("fine", { executable: "/nowhere/pwsh" });
    const message = "PowerShell could not be started: /nowhere/pwsh: there is no such program.";
    expect(await stub.bridge.actor.act(LOG_OFF, BY)).toEqual(failed("BridgeNotStarted", message));
  });

  it("has failed where no process can even be tried", async () => {
    const stub = new StubBridge("fine", { executable: "pw\0sh" });
    const message = "PowerShell could not be started: its path or arguments are refused.";
    expect(await stub.bridge.actor.act(LOG_OFF, BY)).toEqual(failed("BridgeNotStarted", message));
  });

  it.each<[string, SiteCommand]>([
    ["a key that is none", { verb: "log-off", sessionKey: "*" }],
    ["a pattern for leases", { verb: "remove-lease", leaseKey: "*" }],
    ["a controller that is no name", { verb: "refresh-leases", controller: "ddc1;calc" }],
    ["a text without end", { verb: "message", sessionKey: KEY, title: "t", text: "x".repeat(10_001) }],
  ])("has failed with %s", async (_, command) => {
    const stub = new StubBridge("fine");
    expect(await stub.bridge.actor.act(command, BY)).toMatchObject({ kind: "failed", errorId: "BadArguments" });
    expect(stub.sent).not.toContain(command.verb);
  });

  it("has failed without anybody to name or without time", async () => {
    const { actor } = new StubBridge("fine").bridge;
    expect(await actor.act(LOG_OFF, { ...BY, actor: "" })).toMatchObject({ errorId: "BadArguments" });
    expect(await actor.act(LOG_OFF, { ...BY, deadlineMs: 0 })).toMatchObject({ errorId: "BadArguments" });
  });

  it("has failed after the bridge was closed", async () => {
    const { bridge } = new StubBridge("fine");
    await bridge.close();
    expect(await bridge.actor.act(LOG_OFF, BY)).toEqual(failed("BridgeClosed", "Ghostdesk is ending."));
  });
});

function actorOf({ actor, operationId }: typeof BY) {
  return { actor, operationId };
}
