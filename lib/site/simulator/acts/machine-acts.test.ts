import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Session } from "../entities/session";
import { disconnect } from "../model/connecting";
import { launch } from "../model/launching";
import { chooseMachine } from "../model/placement";
import { openSite, practiceSite } from "../practice.fixture";
import { act, brokenSite, healthySession, machineWhere } from "./acts.fixture";
import { agentServiceOf } from "./machine-acts";

/** What restarting an agent and maintenance mode do. */

const machineOf = (world: World, session: Session | undefined) => world.machineById(session?.machineId ?? "");

async function restarted(kind: "nameless" | "gone" | "hung", count: number) {
  const broken = await brokenSite(kind, count);
  const { opened, world, ghosts } = broken;
  for (const id of new Set(ghosts.map(({ machineId }) => machineId))) {
    const support = world.groupById(world.machineById(id).groupId).sessionSupport;
    if (support === "MultiSession") act(opened, { verb: "restart-agent", machineKey: id });
  }
  await opened.pass(2 * MINUTE);
  const onServers = ghosts.filter((each) => world.groupById(each.groupId).sessionSupport === "MultiSession");
  return { ...broken, onServers };
}

describe("restarting an agent", () => {
  it("takes the machine away and brings it back within a minute and a half; people go on working", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const machine = machineOf(world, healthySession(world, "Office desktops"));
    const there = [...world.census.sessionsOn(machine.id)].filter(({ pending }) => !pending);
    const before = agentServiceOf(world, machine);
    act(opened, { verb: "restart-agent", machineKey: machine.id });
    expect(machine).toMatchObject({ registered: false, lastDeregistration: { code: 0, at: world.now } });
    const after = agentServiceOf(world, machine);
    expect(after).toMatchObject({ status: "Running", startedAt: world.now });
    expect(after.processId).not.toBe(before.processId);
    await opened.pass(15 * SECOND);
    expect(machine.registered).toBe(false);
    await opened.pass(75 * SECOND);
    expect(machine.registered).toBe(true);
    expect(there.filter(({ exitCode }) => exitCode === 21)).toEqual([]);
    for (const session of there) if (session.end === null) expect(session.windows).not.toBeNull();
  });

  it("drops nameless sessions and hung logons", async () => {
    for (const kind of ["nameless", "hung"] as const) {
      const { onServers, world } = await restarted(kind, 4);
      expect(onServers.length).toBeGreaterThan(0);
      for (const ghost of onServers) expect(ghost).toMatchObject({ exitCode: 21 });
      for (const ghost of onServers) expect(world.census.pendingOn(ghost.machineId)).toBeLessThan(3);
    }
  });

  it("drops most named ones that are gone, and never the others however often it is done", async () => {
    const { opened, onServers, world } = await restarted("gone", 12);
    const left = onServers.filter(({ end }) => end === null);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(onServers.length / 2);
    for (const id of new Set(left.map(({ machineId }) => machineId))) {
      act(opened, { verb: "restart-agent", machineKey: id });
    }
    await opened.pass(2 * MINUTE);
    expect(left.filter(({ end }) => end !== null)).toEqual([]);
    for (const ghost of left) expect(world.machineById(ghost.machineId).registered).toBe(true);
  });

  it("leaves a desktop that is stuck as it is; a restart of the machine clears it", async () => {
    const { opened, ghosts } = await brokenSite("stuck", 1);
    const machineKey = ghosts[0]?.machineId ?? "";
    act(opened, { verb: "restart-agent", machineKey });
    await opened.pass(2 * MINUTE);
    expect(ghosts[0]?.end).toBeNull();
    act(opened, { verb: "power", machineKey, action: "Restart" });
    await opened.pass(10 * MINUTE);
    expect(ghosts[0]?.exitCode).toBe(7);
  });

  it("cures a server that refuses people", async () => {
    const opened = practiceSite();
    opened.site.startScenario("failure-trace", { count: 1 });
    await opened.pass(10 * MINUTE);
    const machine = machineWhere(opened.site.world, ({ sick }) => sick);
    act(opened, { verb: "restart-agent", machineKey: machine.id });
    await opened.pass(2 * MINUTE);
    expect(machine).toMatchObject({ sick: false, registered: true });
    expect(opened.tables.count(`SELECT 1 FROM "SimTruth" WHERE "ClearedAt" IS NULL`)).toBe(0);
  });

  it("is refused while the server cannot be reached", async () => {
    const opened = practiceSite();
    const machine = machineOf(opened.site.world, healthySession(opened.site.world, "Office desktops"));
    const restart = { verb: "restart-agent", machineKey: machine.id } as const;
    act(opened, restart);
    expect(() => act(opened, restart)).toThrowError(
      expect.objectContaining({ message: expect.stringContaining("reached") }),
    );
    expect(() => act(opened, { ...restart, machineKey: "nowhere" })).toThrowError(
      expect.objectContaining({ errorId: "UnknownObject" }),
    );
  });

  it("goes on where the program is closed meanwhile", async () => {
    const first = practiceSite();
    const { id } = machineOf(first.site.world, healthySession(first.site.world, "Office desktops"));
    act(first, { verb: "restart-agent", machineKey: id });
    first.site.close();
    const again = openSite(first.file);
    expect(again.site.world.machineById(id).registered).toBe(false);
    await again.pass(90 * SECOND);
    expect(again.site.world.machineById(id).registered).toBe(true);
  });
});

describe("maintenance mode", () => {
  it("keeps new sessions away from a server, and lets people back into theirs", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = healthySession(world, "Business applications");
    const machine = machineOf(world, session);
    act(opened, { verb: "maintenance-on", machineKey: machine.id });
    expect(
      opened.tables.count(`SELECT 1 FROM "Machine" WHERE "Id" = ? AND "IsInMaintenanceMode" = 1`, machine.id),
    ).toBe(1);
    const placed = chooseMachine(world, world.groupById(machine.groupId), null);
    expect("machine" in placed && placed.machine === machine).toBe(false);
    disconnect(world, session, "user");
    const person = world.personById(session.personId ?? 0);
    expect(launch(world, { person, group: world.groupById(session.groupId), device: person.device })).toBe(session);
    expect(session.state).toBe("Active");
    act(opened, { verb: "maintenance-off", machineKey: machine.id });
    expect(machine.maintenance).toBe(false);
  });

  it("lets nobody back into a desktop of their own, which stays on", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = healthySession(world, "Engineering desktops");
    const machine = machineOf(world, session);
    act(opened, { verb: "maintenance-on", machineKey: machine.id });
    disconnect(world, session, "user");
    const person = world.personById(session.personId ?? 0);
    expect(launch(world, { person, group: world.groupById(session.groupId), device: person.device })).toBeNull();
    act(opened, { verb: "log-off", sessionKey: session.id });
    await opened.pass(HOUR);
    expect(machine).toMatchObject({ power: "On", maintenance: true });
    expect(world.census.sessionsOn(machine.id).size).toBe(0);
  });
});
