import { afterEach, describe, expect, it } from "vitest";
import { READER_LIMITS } from "./readers";
import { eventually, leaveNothing, StubBridge } from "./stub-bridge.fixture";

afterEach(leaveNothing);

const KEY = "6f1ac9d2-54f3-4bfc-9c0b-3a1f6f7e0b11";
const SITE = {
  name: "Sîte",
  version: "7.15",
  connectionLeasingEnabled: true,
  localHostCacheEnabled: false,
  reuseMachinesWithoutShutdownInOutage: null,
  controllers: [],
};
const unavailable = (message: string) => ({ code: "unavailable", message });
const UNREADABLE = "The answer of the PowerShell bridge cannot be read.";
const OTHER = "The PowerShell bridge answered something else than was asked for.";
const ENDED = "The PowerShell bridge ended before it answered";

describe("a read", () => {
  it.each(["fine", "bom", "clixml", "garbage", "two-frames", "grandchild", "grandchild-away"])(
    "is answered, and the next one too, with %s",
    async (scenario) => {
      const { bridge } = new StubBridge(scenario);
      expect(await bridge.sdk.site()).toEqual(SITE);
      expect(await bridge.sdk.site()).toEqual(SITE);
    },
  );

  it.each([
    ["flood-output", "The PowerShell bridge wrote more than it may and was ended."],
    ["flood-errors", "The PowerShell bridge wrote more errors than it may and was ended."],
    ["long-reply", "The answer of the PowerShell bridge is too long."],
    ["half-a-line", `${ENDED} (exit code 0).`],
    ["another-id", UNREADABLE],
    ["no-base64", UNREADABLE],
    ["wrong-shape", OTHER],
    ["doubtful", "The session is not there."],
    ["exit-1", `${ENDED} (exit code 1).`],
    ["grandchild-and-die", `${ENDED} (exit code 3).`],
    ["hello-refused", "The Citrix SDK cannot be used: No Citrix snap-in."],
  ])("is unavailable with %s", async (scenario, message) => {
    await expect(new StubBridge(scenario).bridge.sdk.site()).rejects.toMatchObject(unavailable(message));
  });

  it("is not found where the site says so", async () => {
    const { sdk } = new StubBridge("not-found").bridge;
    await expect(sdk.windowsSessions(KEY)).rejects.toMatchObject({ code: "not-found", message: "No such machine." });
  });

  it("is unavailable after its time, and the next one is answered by a process that took its place", async () => {
    const stub = new StubBridge("hang-once");
    const site = stub.bridge.sdk.site();
    await eventually(() => stub.requests.length).toBe(1);
    const late = expect(site).rejects.toMatchObject(unavailable("The PowerShell bridge did not answer within 20 s."));
    await stub.timers.pass("answer", 22_000);
    await late;
    expect(await stub.bridge.sdk.site()).toEqual(SITE);
    expect(stub.starts).toHaveLength(2);
  });

  it("gives null for what is not there, and pages until there is no next", async () => {
    const { sdk } = new StubBridge("fine").bridge;
    expect(await sdk.session(KEY)).toBeNull();
    const pages = [];
    for await (const page of sdk.sessions()) pages.push(page);
    expect(pages).toEqual([[]]);
  });

  it("is refused before it is sent where a key is none", async () => {
    const stub = new StubBridge("fine");
    await expect(stub.bridge.sdk.session("'; Stop-Computer")).rejects.toMatchObject({ code: "invalid" });
    expect(stub.sent).not.toContain("session");
  });
});

describe("the living processes", () => {
  it("start before anybody asks, and say what they are", async () => {
    const stub = new StubBridge("fine", { controller: "ddc1.example.test:8080" });
    await eventually(() => stub.greetings.length).toBe(1);
    expect(stub.greetings[0]?.args).toEqual({ controller: "ddc1.example.test:8080" });
    expect(await stub.bridge.hello()).toEqual({
      edition: "Core",
      version: "7.6.5",
      sdk: "stand-in",
      languageMode: "FullLanguage",
    });
    expect(stub.starts).toHaveLength(1);
  });

  it("answer many questions with two processes, one question at a time each", async () => {
    const stub = new StubBridge("fine");
    const answers = await Promise.all(Array.from({ length: 40 }, () => stub.bridge.sdk.site()));
    expect(answers).toEqual(Array.from({ length: 40 }, () => SITE));
    expect(stub.requests).toHaveLength(40);
    expect(stub.starts.length).toBeLessThanOrEqual(2);
  });

  it("refuse a question when too many wait, and one that waited too long", async () => {
    const stub = new StubBridge("hang", { readerLimits: { ...READER_LIMITS, processesMax: 1, waitingMax: 1 } });
    const asked = expect(stub.bridge.sdk.site()).rejects.toMatchObject(
      unavailable("Ghostdesk ended before the PowerShell bridge answered."),
    );
    await eventually(() => stub.requests.length).toBe(1);
    const waiting = stub.bridge.sdk.site();
    await expect(stub.bridge.sdk.site()).rejects.toMatchObject(
      unavailable("Too many wait for the PowerShell bridge already."),
    );
    const late = expect(waiting).rejects.toMatchObject(
      unavailable("The PowerShell bridge has too much to do and did not get to this."),
    );
    await stub.timers.pass("turn");
    await late;
    await stub.bridge.close();
    await asked;
  });

  it.each([
    ["enough questions", { callsMax: 3 }],
    ["enough output", { bytesMax: 600 }],
  ])("are replaced after %s, and only when the next one has greeted", async (_, limit) => {
    const stub = new StubBridge("fine", { readerLimits: { ...READER_LIMITS, processesMax: 1, ...limit } });
    await stub.bridge.sdk.site();
    await stub.bridge.sdk.site();
    await eventually(() => stub.greetings.length).toBe(2);
    const [first, second] = stub.starts.map(({ pid }) => pid);
    await eventually(() => stub.living).toEqual([second]);
    await stub.bridge.sdk.site();
    expect(stub.requests.map(({ pid }) => pid)).toEqual([first, first, second]);
  });

  it("are replaced when they are old", async () => {
    const stub = new StubBridge("fine");
    await stub.bridge.sdk.site();
    await stub.timers.pass("age");
    await eventually(() => stub.greetings.length).toBe(2);
    await eventually(() => stub.living).toEqual([stub.starts[1]?.pid]);
  });

  it("are replaced when one ended while it had nothing to do", async () => {
    const stub = new StubBridge("fine");
    await stub.bridge.sdk.site();
    process.kill(stub.starts[0]?.pid ?? 0, "SIGKILL");
    await eventually(() => stub.greetings.length).toBe(2);
    expect(await stub.bridge.sdk.site()).toEqual(SITE);
  });

  it("are not started again and again where the start fails: the pause grows, and ends", async () => {
    const stub = new StubBridge("hello-exit");
    const problem = unavailable(
      "PowerShell was not ready. The PowerShell bridge ended before it answered (exit code 2).",
    );
    const ask = () => expect(stub.bridge.sdk.site()).rejects.toMatchObject(problem);
    await ask();
    await ask();
    expect(stub.starts).toHaveLength(1);
    stub.timers.advance(1_000);
    await ask();
    await ask();
    stub.timers.advance(1_999);
    await ask();
    expect(stub.starts).toHaveLength(2);
    stub.timers.advance(1);
    await ask();
    expect(stub.starts).toHaveLength(3);
  });
});
