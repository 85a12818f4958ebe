import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Session } from "../entities/session";
import { launch } from "../model/launching";
import { openSite, practiceSite } from "../practice.fixture";
import { act, healthySession, nobodyComes } from "./acts.fixture";
import { powerActionsOf } from "./machine-acts";

/** Power actions: queued, throttled, and what they do to a machine and to the people on it. */

const machineOf = (world: World, session: Session) => world.machineById(session.machineId);

function atWork(group: string) {
  const opened = practiceSite();
  const { world } = opened.site;
  const session = healthySession(world, group);
  return { opened, world, session, machine: machineOf(world, session) };
}

describe("power actions", () => {
  it("restart: queued, started, completed when the machine is on again; everybody on it loses the session", async () => {
    const { opened, world, machine } = atWork("Office desktops");
    const there = [...world.census.sessionsOn(machine.id)];
    const answer = act(opened, { verb: "power", machineKey: machine.id, action: "Restart" });
    const [record] = powerActionsOf(world, machine);
    expect(answer).toEqual({ kind: "accepted", powerActionUid: record?.id });
    expect(record).toMatchObject({ state: "Pending", startedAt: null });
    expect(machine.power).toBe("On");
    await opened.pass(2 * SECOND);
    expect(record).toMatchObject({ state: "Started", completedAt: null });
    for (const session of there) expect(session).toMatchObject({ exitCode: 7 });
    await opened.pass(12 * MINUTE);
    expect(record).toMatchObject({ state: "Completed", failureReason: null });
    expect(machine).toMatchObject({ power: "On", registered: true });
    await opened.pass(HOUR);
    expect(powerActionsOf(world, machine)).toEqual([]);
  });

  it("shutdown and turn on: a server stays off until somebody starts it, and takes no launches", async () => {
    const { opened, world, machine } = atWork("Office desktops");
    act(opened, { verb: "power", machineKey: machine.id, action: "Shutdown" });
    await opened.pass(2 * MINUTE);
    expect(machine).toMatchObject({
      power: "Off",
      registered: false,
      poweredOnAt: null,
      lastDeregistration: { code: 200 },
    });
    await opened.pass(20 * HOUR);
    expect(machine.power).toBe("Off");
    expect(world.census.sessionsOn(machine.id).size).toBe(0);
    act(opened, { verb: "power", machineKey: machine.id, action: "TurnOn" });
    await opened.pass(12 * MINUTE);
    expect(machine).toMatchObject({ power: "On", registered: true });
    expect(powerActionsOf(world, machine)).toMatchObject([{ state: "Completed", action: "TurnOn" }]);
  });

  it("turning off a person's desktop: the next launch starts it again", async () => {
    const { opened, world, session, machine } = atWork("Engineering desktops");
    nobodyComes(world);
    act(opened, { verb: "power", machineKey: machine.id, action: "TurnOff" });
    await opened.pass(12 * SECOND);
    expect(machine.power).toBe("Off");
    const person = world.personById(session.personId ?? 0);
    const fresh = launch(world, { person, group: world.groupById(machine.groupId), device: person.device });
    expect(machine.power).toBe("TurningOn");
    await opened.pass(15 * MINUTE);
    expect(fresh?.machineId).toBe(machine.id);
    expect(fresh?.established).toBe(true);
  });

  it("suspend and resume: the session stands still, and is the same afterwards", async () => {
    const { opened, world, session, machine } = atWork("Engineering desktops");
    nobodyComes(world);
    act(opened, { verb: "power", machineKey: machine.id, action: "Suspend" });
    await opened.pass(MINUTE);
    expect(machine).toMatchObject({ power: "Suspended", registered: false, lastDeregistration: { code: 1 } });
    expect(session).toMatchObject({ state: "Disconnected", end: null, timers: {} });
    await opened.pass(30 * HOUR);
    expect(session).toMatchObject({ state: "Disconnected", end: null });
    act(opened, { verb: "power", machineKey: machine.id, action: "Resume" });
    await opened.pass(2 * MINUTE);
    expect(machine).toMatchObject({ power: "On", registered: true });
    expect(session.timers.disconnectedLimit).toBeGreaterThan(world.now + 11 * HOUR);
    await opened.pass(13 * HOUR);
    expect(session.exitCode).toBe(4);
  });

  it("a person's launch wakes a desktop that sleeps", async () => {
    const { opened, world, session, machine } = atWork("Engineering desktops");
    act(opened, { verb: "power", machineKey: machine.id, action: "Suspend" });
    await opened.pass(30 * SECOND);
    const person = world.personById(session.personId ?? 0);
    const request = { person, group: world.groupById(machine.groupId), device: person.device };
    expect(launch(world, request)).toBeNull();
    await opened.pass(40 * SECOND);
    expect(machine).toMatchObject({ power: "On", registered: true });
    expect(launch(world, request)).toBe(session);
    expect(session.state).toBe("Active");
  });

  it("what makes no sense fails with its reason, what a machine cannot do is refused", async () => {
    const { opened, world, machine } = atWork("Office desktops");
    act(opened, { verb: "power", machineKey: machine.id, action: "TurnOn" });
    await opened.pass(5 * SECOND);
    const [record] = powerActionsOf(world, machine);
    expect(record).toMatchObject({ state: "Failed", failureReason: expect.stringContaining("On") });
    expect(world.census.sessionsOn(machine.id).size).toBeGreaterThan(0);
    expect(() => act(opened, { verb: "power", machineKey: machine.id, action: "Suspend" })).toThrowError(
      expect.objectContaining({ errorId: "InvalidOperation" }),
    );
  });

  it("one after the other on one machine, and only so many at once on one connection, in their order", async () => {
    const { opened, world } = atWork("Office desktops");
    const machines = [...world.machines.values()].filter(({ power }) => power === "On");
    for (const { id } of machines) act(opened, { verb: "power", machineKey: id, action: "Reset" });
    const most = Math.floor(world.machines.size * 0.2);
    const records = [...world.powerActions.values()];
    let busiest = 0;
    for (let step = 0; step < 240; step++) {
      await opened.pass(5 * SECOND);
      busiest = Math.max(busiest, records.filter(({ state }) => state === "Started").length);
    }
    expect(busiest).toBe(most);
    expect(records.filter(({ state }) => state !== "Completed")).toEqual([]);
    const starts = records.map(({ startedAt }) => startedAt ?? 0);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it("waits its turn behind another action on the same machine", async () => {
    const { opened, world, machine } = atWork("Office desktops");
    for (const action of ["Restart", "Shutdown", "TurnOn"] as const) {
      act(opened, { verb: "power", machineKey: machine.id, action });
    }
    await opened.pass(5 * SECOND);
    expect(powerActionsOf(world, machine).map(({ state }) => state)).toEqual(["Started", "Pending", "Pending"]);
    await opened.pass(30 * MINUTE);
    expect(powerActionsOf(world, machine).map(({ state }) => state)).toEqual(["Completed", "Completed", "Completed"]);
    expect(machine.power).toBe("On");
  });

  it("goes on where the program is closed meanwhile", async () => {
    const { opened, machine } = atWork("Office desktops");
    act(opened, { verb: "power", machineKey: machine.id, action: "Restart" });
    opened.site.close();
    const again = openSite(opened.file);
    const { world } = again.site;
    expect(powerActionsOf(world, world.machineById(machine.id))).toMatchObject([{ state: "Pending" }]);
    await again.pass(12 * MINUTE);
    expect(powerActionsOf(world, world.machineById(machine.id))).toMatchObject([{ state: "Completed" }]);
    act(again, { verb: "power", machineKey: machine.id, action: "Reset" });
    const uids = powerActionsOf(world, world.machineById(machine.id)).map(({ id }) => id);
    expect(new Set(uids).size).toBe(2);
  });
});
