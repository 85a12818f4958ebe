import { describe, expect, it } from "vitest";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Person } from "../entities/person";
import type { Group } from "../entities/site";
import { practiceSite } from "../practice.fixture";
import { addSession } from "./new-session";
import { chooseMachine, LOGONS_TOLERANCE } from "./placement";

function emptyWorld(): World {
  const { world } = practiceSite().site;
  for (const session of [...world.sessions.values()]) {
    world.census.removeSession(session);
    world.sessions.delete(session.id);
  }
  for (const machine of world.machines.values()) {
    machine.registered = true;
    machine.power = "On";
    machine.assignedTo = [];
    machine.timers = {};
  }
  return world;
}

const groupOf = (world: World, fits: (group: Group) => boolean): Group => {
  const group = [...world.groups.values()].find(fits);
  if (!group) throw new Error("No such group");
  return group;
};
const servers = (world: World) => groupOf(world, ({ name }) => name === "Office desktops");
const pooled = (world: World) => groupOf(world, ({ name }) => name === "Pooled desktops");
const privates = (world: World) => groupOf(world, ({ desktopKind }) => desktopKind === "Private");

/** Two people who have no machine of their own yet. */
function newcomers(world: World, group: Group): [Person, Person] {
  const without = [...world.people.values()].filter(({ id }) => !world.census.assignedMachine(group.id, id));
  const [one, two] = without;
  if (!one || !two) throw new Error("Everybody has a machine");
  return [one, two];
}

function occupy(world: World, machine: Machine, count: number, pending: boolean): void {
  const group = world.groupById(machine.groupId);
  for (let made = 0; made < count; made++) {
    const session = addSession(world, { machine, group, person: null, device: null });
    world.census.setPending(session, pending);
  }
}

function chosen(world: World, group: Group, who: Person | null = null): Machine {
  const found = chooseMachine(world, group, who);
  if ("failure" in found) throw new Error(`Refused with ${found.failure}`);
  return found.machine;
}

describe("choosing a machine", () => {
  it("takes the least loaded server of the group", () => {
    const world = emptyWorld();
    const [first, second] = world.census.machinesOf(servers(world).id);
    if (!first || !second) throw new Error("The group has two servers");
    occupy(world, first, 3, false);
    occupy(world, second, 2, false);
    expect(chosen(world, servers(world))).toBe(second);
    occupy(world, second, 2, false);
    expect(chosen(world, servers(world))).toBe(first);
  });

  it("passes over a server whose pending logons reach the tolerance, unless all do", () => {
    const world = emptyWorld();
    const [first, second] = world.census.machinesOf(servers(world).id);
    if (!first || !second) throw new Error("The group has two servers");
    occupy(world, first, 20, false);
    occupy(world, second, LOGONS_TOLERANCE - 1, true);
    expect(chosen(world, servers(world))).toBe(second);
    occupy(world, second, 1, true);
    expect(chosen(world, servers(world))).toBe(first);
    occupy(world, first, LOGONS_TOLERANCE + 1, true);
    expect(chosen(world, servers(world))).toBe(second);
  });

  it("never takes a server in maintenance or without registration", () => {
    const world = emptyWorld();
    const [first, second] = world.census.machinesOf(servers(world).id);
    if (!first || !second) throw new Error("The group has two servers");
    first.maintenance = true;
    expect(chosen(world, servers(world))).toBe(second);
    second.registered = false;
    expect(chooseMachine(world, servers(world), null)).toMatchObject({ failure: 100 });
  });

  it("prefers a pooled machine that runs, else one that can be started, never one in use", () => {
    const world = emptyWorld();
    const machines = world.census.machinesOf(pooled(world).id);
    const [running, ...others] = machines;
    if (!running) throw new Error("The group has machines");
    for (const machine of others) Object.assign(machine, { registered: false, power: "Off" });
    for (let draw = 0; draw < 10; draw++) expect(chosen(world, pooled(world))).toBe(running);
    occupy(world, running, 1, false);
    expect(others).toContain(chosen(world, pooled(world)));
    for (const machine of others) occupy(world, machine, 1, false);
    expect(chooseMachine(world, pooled(world), null)).toMatchObject({ failure: 100 });
  });

  it("assigns a private machine at the first use, for good, and refuses it while somebody else is on it", () => {
    const world = emptyWorld();
    const group = privates(world);
    const [one, two] = newcomers(world, group);
    const own = chosen(world, group, one);
    expect(own.assignedTo).toEqual([one.id]);
    expect(chosen(world, group, one)).toBe(own);
    expect(chosen(world, group, two)).not.toBe(own);
    occupy(world, own, 1, false);
    expect(chooseMachine(world, group, one)).toMatchObject({ failure: 13, machine: own });
  });
});
