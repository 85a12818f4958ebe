import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Person } from "../entities/person";
import type { Session } from "../entities/session";
import type { Group } from "../entities/site";

/** Whom a scenario meets: picked at random among those that fit, null where nobody does. */

/** Somebody without a session whose first group fits; rather somebody who is expected at work. */
export function idlePerson(world: World, fits: (group: Group) => boolean): Person | null {
  const candidates = [...world.people.values()].filter(
    (person) =>
      !person.administrator &&
      fits(world.groupById(person.groupId)) &&
      world.census.sessionsOf(person.id).length === 0 &&
      canBeLaunched(world, person),
  );
  const atWork = candidates.filter((person) => person.leaveAt !== null && person.leaveAt > world.now);
  const pool = atWork.length > 0 ? atWork : candidates;
  return pool.length > 0 ? world.random.pick(pool) : null;
}

/** An own machine that is in use by someone else, or no free one, would refuse the launch. */
function canBeLaunched(world: World, person: Person): boolean {
  const group = world.groupById(person.groupId);
  if (group.sessionSupport === "MultiSession") return true;
  const own = world.census.assignedMachine(group.id, person.id);
  const machines = own ? [own] : world.census.machinesOf(group.id);
  return machines.some((each) => !each.maintenance && world.census.sessionsOn(each.id).size === 0);
}

export function soundSession(world: World, fits: (session: Session, group: Group) => boolean): Session | null {
  const candidates = [...world.sessions.values()].filter(
    (session) =>
      session.broken === null &&
      session.established &&
      !session.pending &&
      session.windows !== null &&
      !session.loggingOff &&
      session.cause === null &&
      fits(session, world.groupById(session.groupId)),
  );
  return candidates.length > 0 ? world.random.pick(candidates) : null;
}

export function runningServer(world: World, fits: (machine: Machine) => boolean): Machine | null {
  const candidates = [...world.machines.values()].filter(
    (machine) =>
      machine.registered &&
      !machine.maintenance &&
      world.groupById(machine.groupId).sessionSupport === "MultiSession" &&
      fits(machine),
  );
  return candidates.length > 0 ? world.random.pick(candidates) : null;
}
