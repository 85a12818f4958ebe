import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Person } from "../entities/person";
import type { Group } from "../entities/site";
import { FAILURE, type FailureCode } from "./failures";
import { machineConfigured } from "./rows";

/** Which machine takes a launch, as the broker decides it (domain facts, brokering 3.2). */

/** Default of the policy "Concurrent logons tolerance": more pending logons make a server look full. */
export const LOGONS_TOLERANCE = 2;

export type Placement = { readonly machine: Machine } | { readonly failure: FailureCode; readonly machine?: Machine };

export function chooseMachine(world: World, group: Group, person: Person | null): Placement {
  if (group.sessionSupport === "MultiSession") return leastLoaded(world, group);
  return group.desktopKind === "Shared" ? pooled(world, group) : assigned(world, group, person);
}

/** The least loaded server; one with too many pending logons is taken only where all have them (a soft limit). */
function leastLoaded(world: World, group: Group): Placement {
  let best: Machine | null = null;
  let bestLoad = Number.POSITIVE_INFINITY;
  for (const machine of world.census.machinesOf(group.id)) {
    if (!machine.registered || machine.maintenance) continue;
    const pending = world.census.pendingOn(machine.id);
    const load = world.census.sessionsOn(machine.id).size + (pending >= LOGONS_TOLERANCE ? 1_000 * pending : pending);
    if (load >= bestLoad) continue;
    best = machine;
    bestLoad = load;
  }
  return best ? { machine: best } : { failure: FAILURE.noMachineAvailable };
}

function isFree(world: World, machine: Machine): boolean {
  return !machine.maintenance && world.census.sessionsOn(machine.id).size === 0;
}

/** A random free machine, rather one that runs. */
function pooled(world: World, group: Group): Placement {
  const free = world.census
    .machinesOf(group.id)
    .filter((machine) => isFree(world, machine) && machine.timers.restart === undefined);
  const ready = free.filter((machine) => machine.registered);
  const startable = ready.length > 0 ? ready : free;
  return startable.length > 0 ? { machine: world.random.pick(startable) } : { failure: FAILURE.noMachineAvailable };
}

/** The person's own machine; at the first use a free one becomes it, for good. */
function assigned(world: World, group: Group, person: Person | null): Placement {
  if (!person) return { failure: FAILURE.noDesktopAvailable };
  const own = world.census.assignedMachine(group.id, person.id);
  if (own) {
    if (own.maintenance) return { failure: FAILURE.noDesktopAvailable, machine: own };
    return isFree(world, own) ? { machine: own } : { failure: FAILURE.sessionLimitReached, machine: own };
  }
  const free = world.census
    .machinesOf(group.id)
    .filter((machine) => machine.assignedTo.length === 0 && isFree(world, machine));
  if (free.length === 0) return { failure: FAILURE.noDesktopAvailable };
  const machine = world.random.pick(free);
  world.census.assign(machine, person);
  machineConfigured(world, machine);
  return { machine };
}
