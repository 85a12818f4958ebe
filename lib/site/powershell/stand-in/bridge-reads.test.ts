import { expect, it } from "vitest";
import type { SdkSession, SdkSource } from "@/lib/site/port";
import { MINUTE } from "@/lib/site/simulator/engine/site-time";
import type { Session } from "@/lib/site/simulator/entities/session";
import type { Group } from "@/lib/site/simulator/entities/site";
import { describeWithPowerShell } from "../find-powershell.fixture";
import { HOSTILE } from "./hostile.fixture";
import { all, type PracticeBridge, practiceBridge } from "./practice-bridge.fixture";

/** A session with an id of its own, like one that is there. */
function copyOf(session: Session, number: number): Session {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  return { ...structuredClone(session), id, uid: 1_000_000 + number, timers: {} };
}

/** A group of its own number, like one that is there. */
function groupLike(group: Group, round: number): Group {
  const uid = 10 * round + group.uid;
  const id = `00000000-0000-4000-8000-${String(uid).padStart(12, "0")}`;
  return { ...group, id, uid, name: `${group.name} ${round}` };
}

/** On a server: only there are all limits read from names that are published. */
function anySession({ world }: PracticeBridge): Session {
  const onServer = ({ groupId }: Session) => world.groupById(groupId).sessionSupport === "MultiSession";
  const found = [...world.sessions.values()].find(
    (each) => each.established && each.windows !== null && onServer(each),
  );
  if (!found) throw new Error("Nobody is at work");
  return found;
}

/** Everything that the port can be asked for, in an order that does not depend on who answers. */
async function everything(sdk: SdkSource, session: Session, since: number) {
  return {
    site: await sdk.site(),
    sessions: (await all(sdk.sessions())).sort((a, b) => (a.sessionKey < b.sessionKey ? -1 : 1)),
    machines: (await all(sdk.machines())).sort((a, b) => (a.machineId < b.machineId ? -1 : 1)),
    leases: await all(sdk.leases()),
    groups: [...(await sdk.groups())].sort((a, b) => a.uid - b.uid),
    standby: [...(await sdk.standby())].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    rules: [...(await sdk.accessRules())].sort((a, b) => (`${a.kind} ${a.uid}` < `${b.kind} ${b.uid}` ? -1 : 1)),
    log: await all(sdk.connectionLog(since)),
    session: await sdk.session(session.id),
    machine: await sdk.machine(session.machineId),
    lease: await sdk.lease("0000000000000000000000000000000000000000"),
    powerActions: await sdk.powerActions(session.machineId),
    windowsSessions: await sdk.windowsSessions(session.machineId),
    agent: await sdk.agentService(session.machineId),
    timers: await sdk.serverTimers(session.machineId),
  };
}

describeWithPowerShell("what the bridge reads through the stand-in", 6, (executable) => {
  it("is what the practice site says by itself", async () => {
    const site = await practiceBridge(executable, { era: "both" });
    site.site.startScenario("nameless-after-failed-logon", { count: 4 });
    await site.pass(15 * MINUTE);
    const session = anySession(site);
    const command = { verb: "power", machineKey: session.machineId, action: "Restart" } as const;
    await site.actor.act(command, { operationId: session.id, actor: "Anna", deadlineMs: 30_000 });
    const since = site.world.now - 60 * MINUTE;
    const said = await everything(site.sdk, session, since);
    expect(said).toEqual(await everything(site.direct, session, since));
    expect(said.sessions.length).toBeGreaterThan(30);
    expect(said.leases.length).toBeGreaterThan(20);
    expect(said.log.length).toBeGreaterThan(0);
    expect(said.sessions.every(({ appSince }) => appSince !== null && appSince <= site.world.now)).toBe(true);
    expect(said.groups.find(({ name }) => name === "Pooled desktops")?.peakHours?.[1]?.[7]).toBe(true);
    expect(said.rules.some(({ includedUsers }) => (includedUsers?.length ?? 0) > 5)).toBe(true);
    expect(said.powerActions).toHaveLength(1);
    expect(said.timers).toMatchObject({ timers: { length: 2 }, endsAtLimit: false });
    const [lease] = said.leases;
    expect(await site.sdk.lease(lease?.key ?? "")).toEqual(lease);
  });

  it("comes in pages of the SDK's own order where there are more than it gives at once", async () => {
    const site = await practiceBridge(executable);
    const template = anySession(site);
    for (let number = 2_300; number > 0; number--) {
      const copy = copyOf(template, number);
      site.world.sessions.set(copy.id, copy);
    }
    const pages: (readonly SdkSession[])[] = [];
    for await (const page of site.sdk.sessions()) pages.push(page);
    const keys = pages.flat().map(({ sessionKey }) => sessionKey);
    expect(keys.filter((key) => key.startsWith("00000000-"))).toHaveLength(2_300);
    expect(new Set(keys).size).toBe(keys.length);
    expect(pages.length).toBeGreaterThan(2);
    expect(keys.slice(-2_300)).toEqual([...keys.slice(-2_300)].sort());
    for (let number = 1; number <= 2_300; number++) site.world.sessions.delete(copyOf(template, number).id);
  });

  it("has all groups also where the SDK gives 250 at once, each with its own hours", async () => {
    const site = await practiceBridge(executable);
    const groups = [...site.world.groups.values()];
    const copies = Array.from({ length: 130 }, (_, round) => groups.map((group) => groupLike(group, round + 1))).flat();
    for (const copy of copies) site.world.groups.set(copy.id, copy);
    const said = await site.sdk.groups();
    expect(said.length).toBe(131 * groups.length);
    expect(said).toEqual(await site.direct.groups());
    const peaks = said.filter(({ peakHours }) => peakHours?.some((day) => day.includes(true)));
    expect(peaks.length).toBe(131 * groups.filter(({ sessionSupport }) => sessionSupport === "SingleSession").length);
    for (const { id } of copies) site.world.groups.delete(id);
  });

  it("is null where there is nothing, and refused where a server cannot be asked", async () => {
    const site = await practiceBridge(executable);
    const nobody = "00000000-0000-4000-8000-000000000000";
    expect(await site.sdk.session(nobody)).toBeNull();
    expect(await site.sdk.machine(nobody)).toBeNull();
    expect(await site.sdk.lease("nothing")).toBeNull();
    await expect(site.sdk.windowsSessions(nobody)).rejects.toMatchObject({ code: "not-found" });
    const machine = site.world.machineById(anySession(site).machineId);
    machine.power = "Off";
    await expect(site.sdk.agentService(machine.id)).rejects.toMatchObject({ code: "unavailable" });
    await expect(site.sdk.windowsSessions(machine.id)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("says that the controllers lost their database, and gives no list then", async () => {
    const site = await practiceBridge(executable);
    site.site.startScenario("site-database-down", { forMs: 10 * MINUTE });
    const { controllers } = await site.sdk.site();
    expect(controllers.map(({ serviceStatus }) => serviceStatus)).toEqual(["PendingFailure", "PendingFailure"]);
    await expect(all(site.sdk.sessions())).rejects.toMatchObject({ code: "unavailable" });
  });

  it("keeps names as they are, whatever they hold", async () => {
    const site = await practiceBridge(executable);
    const session = anySession(site);
    const held = HOSTILE.map((name, number) => {
      const copy = copyOf(session, number);
      copy.untrustedUser = `NORDWERK\\${name}`;
      site.world.sessions.set(copy.id, copy);
      return copy;
    });
    for (const copy of held) {
      expect((await site.sdk.session(copy.id))?.untrustedUserName).toBe(copy.untrustedUser);
      site.world.sessions.delete(copy.id);
    }
  });
});
