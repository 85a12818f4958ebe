import { afterEach, describe, expect, it, vi } from "vitest";
import { childEnvironment } from "./environment";
import { describeExit, seconds } from "./fault";
import { leaveNothing, StubBridge } from "./stub-bridge.fixture";

afterEach(leaveNothing);

describe("a process", () => {
  it("is given nothing of the environment but what it needs", async () => {
    vi.stubEnv("GHOSTDESK_DESK_DATABASE_URL", "sqlserver://secret");
    vi.stubEnv("NODE_OPTIONS", "--no-warnings");
    vi.stubEnv("GHOSTDESK_ENDPOINT", "Ghostdesk");
    const stub = new StubBridge("fine");
    await stub.bridge.hello();
    const environment = stub.starts[0]?.environment ?? {};
    expect(environment).toMatchObject({
      NO_COLOR: "1",
      POWERSHELL_TELEMETRY_OPTOUT: "1",
      GHOSTDESK_ENDPOINT: "Ghostdesk",
    });
    expect(environment.PATH).toBe(process.env.PATH);
    const ours = Object.keys(environment).filter((name) => /GHOSTDESK|NODE|VITEST|npm/i.test(name));
    expect(ours.sort()).toEqual(["GHOSTDESK_BRIDGE", "GHOSTDESK_ENDPOINT"]);
  });

  it("is given the stand-in where there is one", () => {
    const standIn = { url: "http://127.0.0.1:1", token: "t0ken" };
    expect(childEnvironment("mark", standIn)).toMatchObject({
      GHOSTDESK_STAND_IN: expect.stringMatching(/^\/.*Ghostdesk\.StandIn\.psm1$|^[A-Z]:.*Ghostdesk\.StandIn\.psm1$/),
      GHOSTDESK_STAND_IN_URL: "http://127.0.0.1:1",
      GHOSTDESK_STAND_IN_TOKEN: "t0ken",
    });
  });

  it("is started with fixed arguments: a script's file, never a command", async () => {
    const stub = new StubBridge("fine");
    await stub.bridge.hello();
    expect(stub.starts[0]?.arguments).toEqual([
      ...["-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "RemoteSigned", "-File"],
      expect.stringMatching(/[\\/]lib[\\/]site[\\/]powershell[\\/]scripts[\\/]bridge\.ps1$/),
    ]);
  });

  it("is not started for a controller that has no name", () => {
    expect(() => new StubBridge("fine", { controller: "ddc1 -Command calc" })).toThrow("is not a DNS name");
  });
});

describe("the end of a process in words", () => {
  it.each([
    [0, null, "exit code 0"],
    [1, null, "exit code 1"],
    [70, null, "exit code 70: it passed its own deadline"],
    [0xc0000142, null, "exit code 0xC0000142: Windows could not start it in this session"],
    [0xc0000142 - 2 ** 32, null, "exit code 0xC0000142: Windows could not start it in this session"],
    [0xc0000409, null, "exit code 0xC0000409: it crashed"],
    [0xdeadbeef, null, "exit code 0xDEADBEEF"],
    [null, "SIGKILL", "ended by SIGKILL"],
  ])("%s %s", (code, signal, words) => {
    expect(describeExit(code, signal)).toBe(words);
  });

  it("names times as people do", () => {
    expect([30_000, 1_500, 12_049].map(seconds)).toEqual(["30 s", "1.5 s", "12 s"]);
  });
});
