import type { ConnectionMode } from "@/lib/domain/states";
import type { ScenarioName } from "../catalogue";
import { MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Device, Person } from "../entities/person";
import type { Breakage, LogonDelays, Session } from "../entities/session";
import type { Group } from "../entities/site";
import { reconnect } from "./connecting";
import { FAILURE, type FailureCode, recordFailedLaunch } from "./failures";
import { isEnding } from "./kept-timers";
import { holdsLeases, isLeasable, leasedMachine, usesLeases } from "./leases";
import { awaitClient } from "./logon";
import { addSession } from "./new-session";
import { chooseMachine } from "./placement";
import { isAsleep, wake } from "./power";
import { sessionChanged } from "./rows";
import { beginWork, startApplication } from "./work";

export interface LaunchRequest {
  readonly person: Person | null;
  readonly group: Group;
  readonly device: Device;
  readonly prelaunch?: boolean;
  readonly breakage?: Breakage;
  readonly cause?: ScenarioName;
  readonly delays?: LogonDelays;
}

/** No brokering for two minutes after the database went, until leases are used (domain facts, leasing). */
const LEASES_AFTER_MS = 2 * MINUTE;

/** Somebody starts a desktop or an application: an own session is reused, else a machine is looked for. */
export function launch(world: World, request: LaunchRequest): Session | null {
  const own = ownSession(world, request);
  if (own) return reuse(world, own, request);
  const chosen = world.site.outageSince === null ? choose(world, request) : chooseInOutage(world, request);
  if ("failure" in chosen) {
    refuse(world, request, chosen.failure, chosen.machine ?? null);
    return null;
  }
  const { machine, mode } = chosen;
  return launchOn(world, machine, { ...request, mode });
}

/** The rest of a launch once the machine is chosen. */
export function launchOn(world: World, machine: Machine, request: LaunchRequest & { mode?: ConnectionMode }): Session {
  const session = addSession(world, { ...request, machine });
  wake(world, machine);
  const brokering = world.random.duration(450, 0.4);
  awaitClient(world, session, brokering + world.random.duration(2_600, 0.4));
  return session;
}

type Choice =
  | { readonly machine: Machine; readonly mode: ConnectionMode }
  | { readonly failure: FailureCode; readonly machine?: Machine };

function choose(world: World, request: LaunchRequest): Choice {
  const found = chooseMachine(world, request.group, request.person);
  if ("failure" in found) return found;
  return { machine: found.machine, mode: "Brokered" };
}

/** Without their database the controllers follow leases, or hold elections and broker as usual (local host cache). */
function chooseInOutage(world: World, request: LaunchRequest): Choice {
  const { site, now } = world;
  const { person, group } = request;
  if (site.outageSince === null || now - site.outageSince < LEASES_AFTER_MS || !person || !isLeasable(group)) {
    return { failure: FAILURE.noDesktopAvailable };
  }
  if (site.era !== "leases" && !usesLeases(site)) return choose(world, request);
  if (!usesLeases(site) || !holdsLeases(world, person)) return { failure: FAILURE.noDesktopAvailable };
  const machine = leasedMachine(world, person, group);
  if (!machine?.registered || machine.maintenance) return { failure: FAILURE.noDesktopAvailable };
  return { machine, mode: "LeasedConnection" };
}

/** The user's own session of that group; hidden ones do not exist for brokering, and one that is ending cannot be had. */
function ownSession(world: World, { person, group }: LaunchRequest): Session | undefined {
  if (!person) return undefined;
  const own = world.census.sessionsOf(person.id);
  return own.find((session) => session.groupId === group.id && !session.hidden && !isEnding(session));
}

function reuse(world: World, session: Session, request: LaunchRequest): Session | null {
  if (session.broken !== null) return launchIntoBroken(world, session, request);
  if (session.pending) return session;
  const machine = world.machineById(session.machineId);
  const closed = closedToReturn(world, machine, request.group);
  if (closed !== null) {
    refuse(world, request, closed, machine);
    return null;
  }
  if (session.state === "Disconnected") {
    reconnect(world, session, request.device);
  } else if (!session.desktop && session.state === "Active") {
    const stoodBy = session.applications.length === 0;
    if (session.applications.length < 4) startApplication(world, session);
    if (stoodBy) beginWork(world, session);
    sessionChanged(world, session);
  }
  return session;
}

/** In maintenance mode only servers take people back (SDK: Set-BrokerMachineMaintenanceMode); one asleep has to wake first. */
function closedToReturn(world: World, machine: Machine, group: Group): FailureCode | null {
  if (machine.maintenance && group.sessionSupport === "SingleSession") return FAILURE.maintenanceMode;
  if (!isAsleep(machine)) return null;
  wake(world, machine);
  return FAILURE.registrationTimeout;
}

/** The site sends the user back to a session that is none: the launch fails, and people try again for a while. */
function launchIntoBroken(world: World, session: Session, request: LaunchRequest): null {
  const single = request.group.sessionSupport === "SingleSession";
  const code = single ? FAILURE.sessionLimitReached : FAILURE.sessionPreparation;
  refuse(world, request, code, world.machineById(session.machineId));
  return null;
}

function refuse(world: World, request: LaunchRequest, code: FailureCode, machine: Machine | null): void {
  const { person, group } = request;
  recordFailedLaunch(world, code, { person, group, machine });
  if (!person) return;
  person.refusals += 1;
  world.changes.changed.add(person);
  // Three tries at once, then people call somebody or do something else for an hour.
  const wait = person.refusals % 3 === 0 ? world.random.whole(40, 120) * MINUTE : world.random.whole(40, 200) * SECOND;
  if (person.leaveAt !== null && world.now + wait < person.leaveAt) world.setTimer(person, "retry", world.now + wait);
}
