import { expect, it } from "vitest";
import { describeWithPowerShell } from "../find-powershell.fixture";
import { ServerTimers } from "../machine-shapes";
import { startBridge } from "./bridge-process.fixture";
import { type FakeServer, fakeServerKey } from "./fake-registry.fixture";

async function reader(executable: string) {
  const bridge = startBridge(executable);
  expect(await bridge.ask("hello", { controller: null })).toMatchObject({ ok: true });
  return async (server: FakeServer) => {
    const reply = await bridge.ask("server-timers", { machineKey: fakeServerKey(server) });
    if (typeof reply === "number" || !reply.ok) throw new Error(`No answer: ${JSON.stringify(reply)}`);
    return ServerTimers.parse(reply.result);
  };
}

/** What each server holds is in fake-registry.fixture.ts. */
const ENDS: readonly (readonly [says: string, server: FakeServer, endsAtLimit: boolean])[] = [
  ["no key is there", 101, false],
  ["neither key has the value", 102, false],
  ["the policy has 1", 103, true],
  ["the policy has 0, the listener 1", 104, false],
  ["the policy has 1, the listener 0", 105, true],
  ["the policy does not have it, the listener has 1 and no word of users", 106, true],
  ["only the listener has 1, of its own", 107, true],
  ["the listener has 1 and leaves it to the user's own setting", 108, false],
];

describeWithPowerShell("what a server's registry says", 2, (executable) => {
  it("of sessions at a limit: whether they end, by the policy before the listener", async () => {
    const read = await reader(executable);
    for (const [says, server, endsAtLimit] of ENDS) {
      expect((await read(server)).endsAtLimit, says).toBe(endsAtLimit);
    }
  });

  it("of limits: one row for each value that is there, and none that the listener leaves to the user", async () => {
    const read = await reader(executable);
    expect((await read(101)).timers).toEqual([]);
    expect((await read(109)).timers).toEqual([
      { timer: "connection", ms: 3_600_000, source: "group-policy" },
      { timer: "idle", ms: 60_000, source: "listener" },
    ]);
    expect((await read(110)).timers).toEqual([{ timer: "disconnected", ms: 3_000_000_000, source: "group-policy" }]);
  });
});
