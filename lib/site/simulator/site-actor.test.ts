import { MessageChannel } from "node:worker_threads";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ActContext, SiteActor, SiteCommand } from "@/lib/site/command";
import type { SdkSource } from "@/lib/site/port";
import { brokenSite, healthySession } from "./acts/acts.fixture";
import { MINUTE, SECOND } from "./engine/site-time";
import { launch } from "./model/launching";
import { type OpenedSite, openSite, practiceSite } from "./practice.fixture";
import { SdkAnswers } from "./sdk-answers";
import { createSdkSource, createSiteActor } from "./sdk-port";

/** Acts over a real port, and what reading the site again shows of them. */

const CONTEXT: ActContext = { operationId: "6f1d2c1e-0000-4000-8000-000000000001", actor: "desk", deadlineMs: 5_000 };

/** Both ends of one port, as the product holds them. */
function connect({ site }: OpenedSite): { sdk: SdkSource; actor: SiteActor } {
  const { port1, port2 } = new MessageChannel();
  new SdkAnswers(site).serve(port2);
  onTestFinished(() => port1.close());
  return { sdk: createSdkSource(port1), actor: createSiteActor(port1) };
}

describe("the practice site's actor", () => {
  it("logs somebody off: asked, accepted, under way, gone; source and actor share the port", async () => {
    const opened = practiceSite();
    const { sdk, actor } = connect(opened);
    const { id } = healthySession(opened.site.world, "Office desktops");
    const [before, answer] = await Promise.all([
      sdk.session(id),
      actor.act({ verb: "log-off", sessionKey: id }, CONTEXT),
    ]);
    expect(answer).toEqual({ kind: "accepted", powerActionUid: null });
    expect(before).toMatchObject({ sessionKey: id, sessionState: "Active", logoffInProgress: false });
    expect(await sdk.session(id)).toMatchObject({ logoffInProgress: true });
    await opened.pass(26 * SECOND);
    expect(await sdk.session(id)).toBeNull();
  });

  it("gives the number of a power action, which can be followed", async () => {
    const opened = practiceSite();
    const { sdk, actor } = connect(opened);
    const { machineId } = healthySession(opened.site.world, "Office desktops");
    const answer = await actor.act({ verb: "power", machineKey: machineId, action: "Restart" }, CONTEXT);
    const [action] = await sdk.powerActions(machineId);
    expect(answer).toEqual({ kind: "accepted", powerActionUid: action?.uid });
    expect(await sdk.machine(machineId)).toMatchObject({ powerActionPending: true, power: "On" });
    await opened.pass(12 * MINUTE);
    expect(await sdk.powerActions(machineId)).toMatchObject([{ state: "Completed", failureReason: null }]);
    expect(await sdk.machine(machineId)).toMatchObject({ powerActionPending: false, registration: "Registered" });
  });

  it("has an act in the site's file before it answers", async () => {
    const opened = practiceSite();
    const { actor } = connect(opened);
    const { id } = healthySession(opened.site.world, "Office desktops");
    await actor.act({ verb: "hide", sessionKey: id }, CONTEXT);
    expect(openSite(opened.file).site.world.sessions.get(id)?.hidden).toBe(true);
  });

  it("tells a refusal of the site with the SDK's own name for it", async () => {
    const opened = practiceSite();
    const { actor } = connect(opened);
    const { id } = healthySession(opened.site.world, "Engineering desktops");
    const answer = await actor.act({ verb: "hide", sessionKey: id }, CONTEXT);
    expect(answer).toMatchObject({ kind: "failed", errorId: "InvalidOperation" });
    const unknown = await actor.act({ verb: "log-off", sessionKey: "none" }, CONTEXT);
    expect(unknown).toMatchObject({ kind: "failed", errorId: "UnknownObject" });
  });

  it("refuses everything for certain while the database is away; the site and its servers still answer", async () => {
    const opened = practiceSite();
    const { sdk, actor } = connect(opened);
    const { id, machineId } = healthySession(opened.site.world, "Office desktops");
    opened.site.startScenario("site-database-down", { forMs: 10 * MINUTE });
    const commands: SiteCommand[] = [
      { verb: "log-off", sessionKey: id },
      { verb: "restart-agent", machineKey: machineId },
      { verb: "power", machineKey: machineId, action: "Restart" },
      { verb: "refresh-leases", controller: "ddc1.nordwerk.example" },
    ];
    for (const command of commands) {
      expect(await actor.act(command, CONTEXT)).toMatchObject({ kind: "failed", errorId: "DatabaseError" });
    }
    await expect(sdk.session(id)).rejects.toMatchObject({ code: "unavailable" });
    await expect(sdk.connectionLog(0)[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: "unavailable" });
    expect((await sdk.windowsSessions(machineId)).length).toBeGreaterThan(0);
    expect(await sdk.agentService(machineId)).toMatchObject({ status: "Running" });
    expect((await sdk.site()).controllers[0]?.serviceStatus).toBe("PendingFailure");
  });

  it("does not know what was done where the port closes, and says so at once afterwards", async () => {
    const { port1, port2 } = new MessageChannel();
    const actor = createSiteActor(port1);
    const waiting = actor.act({ verb: "set-leasing", enabled: true }, CONTEXT);
    port2.close();
    expect(await waiting).toMatchObject({ kind: "unknown" });
    expect(await actor.act({ verb: "set-leasing", enabled: true }, CONTEXT)).toMatchObject({ kind: "unknown" });
  });

  it("does not know what was done where no answer comes in time", async () => {
    const { port1 } = new MessageChannel();
    onTestFinished(() => port1.close());
    const answer = await createSiteActor(port1).act(
      { verb: "set-leasing", enabled: true },
      { ...CONTEXT, deadlineMs: 1 },
    );
    expect(answer).toEqual({ kind: "unknown", why: expect.stringContaining("did not answer") });
  });

  it("does not know what was done where the simulation itself fails", async () => {
    const opened = practiceSite();
    const { actor } = connect(opened);
    const { id } = healthySession(opened.site.world, "Office desktops");
    opened.site.world.machines.clear();
    expect(await actor.act({ verb: "log-off", sessionKey: id }, CONTEXT)).toMatchObject({ kind: "unknown" });
  });

  it("clears a ghost whose caller then gets in", async () => {
    const { opened, world, ghosts } = await brokenSite("nameless", 6);
    const { sdk, actor } = connect(opened);
    const ghost = ghosts.find(({ brokeredFor }) => brokeredFor !== null);
    const person = world.personById(ghost?.brokeredFor ?? 0);
    const tryAgain = () => launch(world, { person, group: world.groupById(person.groupId), device: person.device });
    expect(tryAgain()).toBeNull();
    const machineKey = ghost?.machineId ?? "";
    expect(await sdk.session(ghost?.id ?? "")).toMatchObject({ userName: null, logonInProgress: true });
    const before = await sdk.machine(machineKey);
    expect(before?.sessionsPending).toBeGreaterThan(0);
    expect(await actor.act({ verb: "restart-agent", machineKey }, CONTEXT)).toMatchObject({ kind: "accepted" });
    expect(await sdk.machine(machineKey)).toMatchObject({
      registration: "Unregistered",
      lastDeregistrationReason: "AgentShutdown",
    });
    await opened.pass(60 * SECOND);
    expect(await sdk.machine(machineKey)).toMatchObject({ registration: "Registered" });
    expect(await sdk.session(ghost?.id ?? "")).toBeNull();
    const fresh = tryAgain();
    await opened.pass(3 * MINUTE);
    expect(fresh).toMatchObject({ state: "Active", personId: person.id, broken: null });
  });
});
