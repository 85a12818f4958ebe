import { drawsFor } from "../engine/draws";
import { SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Session, SessionTimer } from "../entities/session";
import { disconnect } from "./connecting";
import { changePower, DEREGISTERED, endFault, endSessionsOn, powerOn, unregister } from "./machines";
import { machineChanged } from "./rows";
import { closeTruth } from "./truth";

/** What a hypervisor does to a machine beyond starting it: off, asleep and awake again. */

/** Everybody on it loses what is not saved. It stays off until somebody, or a launch, starts it. */
export function turnOff(world: World, machine: Machine, tookMs: number): void {
  endSessionsOn(world, machine, "machine-off");
  stopRunning(world, machine, DEREGISTERED.powerOff);
  closeTruth(world, "machine", machine.id, "machine-off");
  changePower(world, machine, "TurningOff");
  machineChanged(world, machine);
  world.setTimer(machine, "turnedOff", world.now + tookMs);
}

function stopRunning(world: World, machine: Machine, code: number): void {
  unregister(world, machine, code);
  machine.timers = {};
  if (machine.failureLogId !== null) endFault(world, machine);
}

export function turnedOff(world: World, machine: Machine): void {
  changePower(world, machine, "Off");
  machine.poweredOnAt = null;
  machineChanged(world, machine);
  if (isAwaited(world, machine)) powerOn(world, machine);
}

/** A launch chose it meanwhile. */
function isAwaited(world: World, machine: Machine): boolean {
  return [...world.census.sessionsOn(machine.id)].some(({ established }) => !established);
}

/** Its sessions stand still as they are: clients lose them, and nothing in them goes on. */
export function suspend(world: World, machine: Machine): void {
  for (const session of world.census.sessionsOn(machine.id)) if (session.established) freeze(world, session);
  stopRunning(world, machine, DEREGISTERED.agentSuspended);
  changePower(world, machine, "Suspending");
  machineChanged(world, machine);
  world.setTimer(machine, "suspended", world.now + drawsFor(world, `suspend ${machine.uid}`).whole(4, 12) * SECOND);
}

function freeze(world: World, session: Session): void {
  if (session.state === "Active" && !session.pending) disconnect(world, session, "network");
  const left: Partial<Record<SessionTimer, number>> = {};
  for (const [name, at] of timersOf(session)) left[name] = Math.max(0, at - world.now);
  session.frozen = left;
  session.timers = {};
  world.changes.changed.add(session);
}

/** Names of timers are those that the session's type lists. */
function timersOf(session: Session): [SessionTimer, number][] {
  return Object.entries(session.timers).filter(([, at]) => at !== undefined) as [SessionTimer, number][];
}

export function suspended(world: World, machine: Machine): void {
  changePower(world, machine, "Suspended");
  machineChanged(world, machine);
  if (isAwaited(world, machine)) resume(world, machine);
}

export function resume(world: World, machine: Machine): void {
  if (machine.power !== "Suspended") return;
  changePower(world, machine, "Resuming");
  machineChanged(world, machine);
  world.setTimer(machine, "resumed", world.now + drawsFor(world, `resume ${machine.uid}`).whole(5, 15) * SECOND);
}

export function resumed(world: World, machine: Machine): void {
  changePower(world, machine, "On");
  machineChanged(world, machine);
  for (const session of world.census.sessionsOn(machine.id)) thaw(world, session);
  world.setTimer(machine, "registered", world.now + drawsFor(world, `awake ${machine.uid}`).whole(8, 20) * SECOND);
}

function thaw(world: World, session: Session): void {
  const left = session.frozen ?? {};
  session.frozen = undefined;
  for (const [name, ms] of Object.entries(left) as [SessionTimer, number][]) {
    world.setTimer(session, name, world.now + ms);
  }
  world.changes.changed.add(session);
}

/** A launch needs it: a machine that is off or asleep starts. */
export function wake(world: World, machine: Machine): void {
  powerOn(world, machine);
  resume(world, machine);
}

export function isAsleep({ power }: Machine): boolean {
  return power === "Suspending" || power === "Suspended" || power === "Resuming";
}
