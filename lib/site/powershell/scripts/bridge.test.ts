import { expect, it } from "vitest";
import { describeWithPowerShell } from "../find-powershell.fixture";
import { type BridgeProcess, startBridge } from "./bridge-process.fixture";
import { FAKE_SESSIONS } from "./fake-sdk.fixture";

const KEY = FAKE_SESSIONS.usual;
const SESSION = { sessionKey: KEY };

async function greeted(executable: string): Promise<BridgeProcess> {
  const bridge = startBridge(executable);
  expect(await bridge.ask("hello", { controller: "ddc1.contoso.local" })).toMatchObject({ ok: true });
  return bridge;
}

const refused = (id: string, definite = true) => ({ ok: false, error: { id: expect.stringContaining(id), definite } });

describeWithPowerShell("a process of the bridge", 6, (executable) => {
  it("ends itself past the deadline while a cmdlet blocks", async () => {
    const bridge = await greeted(executable);
    const hanging = { sessionKey: FAKE_SESSIONS.hanging };
    expect(await bridge.ask("session", hanging, { deadlineMs: 1_000 })).toBe(70);
  });

  it("ends with 0 at the end of its input, and with 65 at a line that is no request", async () => {
    const ended = startBridge(executable);
    ended.end();
    expect(await ended.exitCode).toBe(0);
    const wrong = startBridge(executable);
    wrong.write('{"v":1}\n');
    expect(await wrong.exitCode).toBe(65);
  });

  it("is greeted first, and takes each operation with exactly its own arguments", async () => {
    const bridge = startBridge(executable);
    expect(await bridge.ask("site")).toMatchObject(refused("NotGreeted"));
    await bridge.ask("hello", { controller: null });
    const wrong: [op: string, args: object, id: string][] = [
      ["drop-site", {}, "UnknownOperation"],
      ["session", {}, "MissingArgument"],
      ["session", { SessionKey: KEY }, "UnknownArgument"],
      ["session", { ...SESSION, ErrorAction: "Continue" }, "UnknownArgument"],
      ["session", { sessionKey: "'; Stop-Process -Id 1 #" }, "ParameterArgumentTransformationError"],
      ["sessions", { afterUid: 0, count: 1_001 }, "ParameterArgumentValidationError"],
      ["sessions", { afterUid: -1, count: 10 }, "ParameterArgumentValidationError"],
      ["lease", { leaseKey: "*" }, "ParameterArgumentValidationError"],
      ["lease", { leaseKey: "AB\n" }, "ParameterArgumentValidationError"],
      ["set-leasing", { enabled: "false" }, "ParameterArgumentTransformationError"],
      ["power", { machineKey: KEY, action: "Explode" }, "ParameterArgumentValidationError"],
      ["refresh-leases", { controller: "a b" }, "ParameterArgumentValidationError"],
      ["hello", { controller: "a;b" }, "ParameterArgumentValidationError"],
      ["message", { ...SESSION, title: "", text: "x".repeat(10_001) }, "ParameterArgumentValidationError"],
    ];
    for (const [op, args, id] of wrong) expect(await bridge.ask(op, args), op).toMatchObject(refused(id));
    expect(await bridge.calls()).not.toContain("CALL");
  });

  it("answers null for what the SDK does not know, and says when it cannot be asked", async () => {
    const bridge = await greeted(executable);
    for (const sessionKey of [FAKE_SESSIONS.unknown, FAKE_SESSIONS.none]) {
      expect(await bridge.ask("session", { sessionKey })).toMatchObject({ ok: true, result: null });
    }
    const unreadable = await bridge.ask("session", { sessionKey: FAKE_SESSIONS.unreadable });
    expect(unreadable).toMatchObject(refused("CommunicationError", false));
  });

  it("calls unknown what a release does not have", async () => {
    const bridge = await greeted(executable);
    expect(await bridge.ask("site")).toMatchObject({
      ok: true,
      result: {
        ...{ name: "Old", version: null, controllers: [], connectionLeasingEnabled: null },
        ...{ localHostCacheEnabled: null, reuseMachinesWithoutShutdownInOutage: null },
      },
    });
    const extended = { extendedDisconnectMinutes: null, extendedDisconnectAction: null };
    const group = {
      ...{ uid: 7, groupKey: "00000000-0000-4000-8000-00000000a007", name: "Old", timeZone: "UTC" },
      peak: { disconnectMinutes: 0, disconnectAction: "Nothing", ...extended },
      offPeak: { disconnectMinutes: 45, disconnectAction: "Suspend", ...extended },
      schemes: [{ days: "Sunday, Weekdays", peakHours: [] }],
      reuseMachinesWithoutShutdownInOutage: null,
    };
    const reply = await bridge.ask("groups", { afterUid: 0, count: 1 });
    expect(reply).toMatchObject({ ok: true, result: { rows: [group], next: 7 } });
  });

  it("lets nobody forge a line of the site's log", async () => {
    const bridge = await greeted(executable);
    const actor = "desk\r\nlog\u2028\u202e$(Get-Date)`\u{1F600}";
    expect(await bridge.ask("log-off", SESSION, { actor, operationId: KEY })).toMatchObject({ ok: true });
    expect(await bridge.calls()).toContain(`for desk  log  $(Get-Date)\`\u{1F600}, operation ${KEY}`);
  });
});

describeWithPowerShell("an act of the bridge", 5, (executable) => {
  it("is done under the operation's id, at the controller, and nothing leaks into the reply", async () => {
    const bridge = await greeted(executable);
    const reply = await bridge.ask("log-off", SESSION);
    expect(reply).toMatchObject({ ok: true, result: { powerActionUid: null } });
    const calls = (await bridge.calls()).match(/(?<=CALL ).+/g);
    expect(calls).toEqual([
      expect.stringMatching(/^log Ghostdesk: log off a session, for CONTOSO\\desk, operation [0-9a-f-]{36}$/),
      "stop 1 logged True at ddc1.contoso.local",
      "log ends True",
    ]);
  });

  it("is certain to have done nothing, or not, by what the SDK says", async () => {
    const bridge = await greeted(executable);
    const outcomes: [fault: keyof typeof FAKE_SESSIONS, id: string, definite: boolean][] = [
      ["broken", "CommunicationError", false],
      ["failed", "SessionOperationFailed", true],
      ["partly", "SessionOperationFailed", false],
      ["gone", "SessionNotFound", true],
      ["unreadable", "CommunicationError", true],
      ["none", "SessionNotFound", true],
    ];
    for (const [fault, id, definite] of outcomes) {
      const reply = await bridge.ask("log-off", { sessionKey: FAKE_SESSIONS[fault] });
      expect(reply, fault).toMatchObject(refused(id, definite));
    }
    expect((await bridge.calls()).match(/log ends \w+/g)).toEqual(Array(4).fill("log ends False"));
  });

  it("hides no private desktop", async () => {
    const bridge = await greeted(executable);
    const desktop = { sessionKey: FAKE_SESSIONS.private };
    expect(await bridge.ask("hide", desktop)).toMatchObject(refused("SessionNotShared"));
    expect(await bridge.ask("unhide", desktop)).toMatchObject({ ok: true });
    expect(await bridge.calls()).not.toContain("hidden True");
  });

  it("is refused where it cannot be logged, but for a site that does not log", async () => {
    const bridge = await greeted(executable);
    for (const state of ["Enabled", "Mandatory", "silent"]) {
      const reply = await bridge.ask("log-off", SESSION, { actor: `fault-${state}` });
      expect(reply, state).toMatchObject(refused("LoggingUnavailable"));
    }
    expect(await bridge.ask("log-off", SESSION, { actor: null })).toMatchObject(refused("NoOperator"));
    expect(await bridge.ask("log-off", SESSION, { operationId: null })).toMatchObject(refused("NoOperator"));
    for (const state of ["Disabled", "NotSupported"]) {
      const reply = await bridge.ask("log-off", SESSION, { actor: `fault-${state}` });
      expect(reply, state).toMatchObject({ ok: true });
    }
    expect((await bridge.calls()).match(/stop 1 logged \w+/g)).toEqual(Array(2).fill("stop 1 logged False"));
  });

  it("stays done where the end of its log entry fails", async () => {
    const bridge = await greeted(executable);
    expect(await bridge.ask("log-off", SESSION, { actor: "fault-end" })).toMatchObject({ ok: true });
    expect(await bridge.calls()).toContain("stays open");
  });
});
