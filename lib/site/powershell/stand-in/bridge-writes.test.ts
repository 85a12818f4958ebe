import { expect, it } from "vitest";
import type { ActAnswer, SiteCommand } from "@/lib/site/command";
import { MINUTE } from "@/lib/site/simulator/engine/site-time";
import type { Session } from "@/lib/site/simulator/entities/session";
import { siteLogOf } from "@/lib/site/simulator/stand-in/site-log";
import { describeWithPowerShell } from "../find-powershell.fixture";
import { HOSTILE, LONGEST } from "./hostile.fixture";
import { type PracticeBridge, practiceBridge } from "./practice-bridge.fixture";

const OPERATION = "6f1ac9d2-54f3-4bfc-9c0b-3a1f6f7e0b11";
const ACCEPTED = { kind: "accepted", powerActionUid: null };

function act(site: PracticeBridge, command: SiteCommand, actor = "anna@example"): Promise<ActAnswer> {
  return site.actor.act(command, { operationId: OPERATION, actor, deadlineMs: 60_000 });
}

function findSession({ world }: PracticeBridge, kind: "Private" | "Shared"): Session {
  const found = [...world.sessions.values()].find(
    ({ established, windows, groupId, state }) =>
      established && windows && state === "Active" && world.groupById(groupId).desktopKind === kind,
  );
  if (!found) throw new Error(`Nobody works on a ${kind} desktop`);
  return found;
}

/** What the site's own log says of the last thing that was done. */
function lastInLog({ world }: PracticeBridge) {
  const { text, source, operationType, isSuccessful, cmdlets } = siteLogOf(world).at(-1) ?? {};
  return { text, source, operationType, isSuccessful, cmdlets };
}

const logged = (what: string, cmdlet: string, operationType = "AdminActivity") => ({
  text: `Ghostdesk: ${what}, for anna@example, operation ${OPERATION}`,
  source: "Ghostdesk",
  operationType,
  isSuccessful: true,
  cmdlets: [cmdlet],
});

describeWithPowerShell("what the bridge does through the stand-in", 7, (executable) => {
  it("logs off: taken at once, and later it is gone", async () => {
    const site = await practiceBridge(executable);
    const { id } = findSession(site, "Shared");
    expect(await act(site, { verb: "log-off", sessionKey: id })).toEqual(ACCEPTED);
    expect(await site.sdk.session(id)).toMatchObject({ logoffInProgress: true });
    await site.pass(MINUTE);
    expect(await site.sdk.session(id)).toBeNull();
    expect(lastInLog(site)).toEqual(logged("log off a session", "Stop-BrokerSession"));
    expect(await act(site, { verb: "log-off", sessionKey: id })).toMatchObject({
      kind: "failed",
      errorId: "SessionNotFound",
    });
  });

  it("disconnects, hides and shows again, but hides no private desktop", async () => {
    const site = await practiceBridge(executable);
    const { id } = findSession(site, "Shared");
    expect(await act(site, { verb: "hide", sessionKey: id })).toEqual(ACCEPTED);
    expect(await site.sdk.session(id)).toMatchObject({ hidden: true });
    expect(lastInLog(site)).toEqual(logged("hide a session", "Set-BrokerSession"));
    expect(await act(site, { verb: "unhide", sessionKey: id })).toEqual(ACCEPTED);
    expect(await site.sdk.session(id)).toMatchObject({ hidden: false });
    expect(await act(site, { verb: "disconnect", sessionKey: id })).toEqual(ACCEPTED);
    await site.pass(5_000);
    expect(await site.sdk.session(id)).toMatchObject({ sessionState: "Disconnected" });
    const own = findSession(site, "Private");
    const refused = await act(site, { verb: "hide", sessionKey: own.id });
    expect(refused).toMatchObject({ kind: "failed", errorId: "SessionNotShared" });
    expect(own.hidden).toBe(false);
  });

  it("gives texts and names to the site as they are, whatever they hold", async () => {
    const site = await practiceBridge(executable);
    await site.warm();
    const session = findSession(site, "Shared");
    const texts = [LONGEST, ...HOSTILE];
    // Each write starts a process, so each carries two of the texts, and both as a name.
    for (let index = 0; index < texts.length; index += 2) {
      const text = texts[index] ?? "";
      const title = texts[index + 1] ?? "Title";
      const actor = `${title} ${text}`.slice(0, 256);
      expect(await act(site, { verb: "message", sessionKey: session.id, title, text }, actor)).toEqual(ACCEPTED);
      expect(session.message).toMatchObject({ title, text });
      // Control characters and line separators would forge lines of a log.
      const name = actor.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
      expect(lastInLog(site).text).toBe(`Ghostdesk: message to a session, for ${name}, operation ${OPERATION}`);
    }
    expect(site.world.sessions.get(session.id)?.loggingOff).toBeUndefined();
  });

  it("restarts the agent of a server, which leaves and comes back", async () => {
    const site = await practiceBridge(executable);
    const { machineId } = findSession(site, "Shared");
    const before = await site.sdk.agentService(machineId);
    expect(await act(site, { verb: "restart-agent", machineKey: machineId })).toEqual(ACCEPTED);
    expect(await site.sdk.machine(machineId)).toMatchObject({ registration: "Unregistered" });
    await site.pass(2 * MINUTE);
    expect(await site.sdk.machine(machineId)).toMatchObject({ registration: "Registered" });
    expect((await site.sdk.agentService(machineId)).startedAt).toBeGreaterThan(before.startedAt ?? 0);
    // Windows does not know of the site's log: no cmdlet stands below the entry.
    expect(lastInLog(site)).toEqual({ ...logged("restart the broker agent of a machine", ""), cmdlets: [] });
  });

  it("sets maintenance mode and queues power actions", async () => {
    const site = await practiceBridge(executable);
    const { machineId: machineKey } = findSession(site, "Private");
    expect(await act(site, { verb: "maintenance-on", machineKey })).toEqual(ACCEPTED);
    expect(await site.sdk.machine(machineKey)).toMatchObject({ maintenance: true });
    const cmdlet = "Set-BrokerMachineMaintenanceMode";
    expect(lastInLog(site)).toEqual(logged("maintenance mode on", cmdlet, "ConfigurationChange"));
    expect(await act(site, { verb: "maintenance-off", machineKey })).toEqual(ACCEPTED);
    expect(await site.sdk.machine(machineKey)).toMatchObject({ maintenance: false });
    const queued = await act(site, { verb: "power", machineKey, action: "Restart" });
    const [action] = await site.sdk.powerActions(machineKey);
    expect(queued).toEqual({ kind: "accepted", powerActionUid: action?.uid });
    expect(action).toMatchObject({ action: "Restart", state: "Pending" });
    expect(lastInLog(site)).toEqual(logged("power action Restart", "New-BrokerHostingPowerAction"));
    await site.pass(10 * MINUTE);
    expect(await site.sdk.powerActions(machineKey)).toMatchObject([{ state: "Completed" }]);
  });

  it("removes a lease, empties a controller's cache and switches leasing", async () => {
    const site = await practiceBridge(executable, { era: "both" });
    const [controller] = site.world.site.controllers;
    const lease = (await site.direct.leases()[Symbol.asyncIterator]().next()).value?.[0];
    const leaseKey = String(lease?.key);
    expect(await act(site, { verb: "remove-lease", leaseKey })).toEqual(ACCEPTED);
    expect(await site.sdk.lease(leaseKey)).toBeNull();
    expect(lastInLog(site)).toEqual(logged("remove a connection lease", "Remove-BrokerLease", "ConfigurationChange"));
    expect(await act(site, { verb: "refresh-leases", controller: String(controller?.dns) })).toEqual(ACCEPTED);
    expect(Object.keys(site.world.site.leaseCaches ?? {})).toEqual([controller?.dns]);
    expect(await act(site, { verb: "refresh-leases", controller: "ddc9.example" })).toMatchObject({ kind: "failed" });
    expect(await act(site, { verb: "set-leasing", enabled: false })).toEqual(ACCEPTED);
    expect(await site.sdk.site()).toMatchObject({ connectionLeasingEnabled: false });
  });

  it("says for certain what the site refused, and writes it down as failed", async () => {
    const site = await practiceBridge(executable);
    const session = findSession(site, "Shared");
    const machine = site.world.machineById(session.machineId);
    machine.registered = false;
    const failed = await act(site, { verb: "log-off", sessionKey: session.id });
    expect(failed).toMatchObject({
      kind: "failed",
      errorId: expect.stringMatching(/^Citrix\.XDPowerShell\.Broker\.SessionOperationFailed,/),
      message: expect.stringContaining("attempted:1, failed:1, succeeded:0"),
    });
    expect(lastInLog(site)).toMatchObject({ isSuccessful: false, cmdlets: [] });
    machine.power = "Off";
    expect(await act(site, { verb: "restart-agent", machineKey: machine.id })).toMatchObject({ kind: "failed" });
    site.site.startScenario("site-database-down", { forMs: 10 * MINUTE });
    expect(await act(site, { verb: "maintenance-on", machineKey: machine.id })).toMatchObject({ kind: "failed" });
  });
});
