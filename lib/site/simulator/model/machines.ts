import { drawsFor } from "../engine/draws";
import { MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Session } from "../entities/session";
import { WORKER_REGISTRATIONS } from "../store/broker-tables";
import { MACHINE_FAILURE } from "../store/site-tables";
import { launchesAgain } from "./coming-back";
import { type EndCause, endSession } from "./ending";
import { machineChanged } from "./rows";
import { closeTruth } from "./truth";

/** Numbers of Monitoring's DeregistrationReasonCode that the practice site uses. */
export const DEREGISTERED = {
  agentShutdown: 0,
  agentSuspended: 1,
  powerOff: 200,
  desktopRestart: 201,
  contactLost: 207,
} as const;

/** Single-session machines stay on this long after their user logged off. */
const OFF_AFTER_MS = 10 * MINUTE;
/** Director lists a machine as failed when it has been away this long. */
const FAULT_AFTER_MS = 2 * MINUTE;
/** Machines that need a second try to start. */
const SLOW_BOOT = 0.004;

export function powerOn(world: World, machine: Machine): void {
  if (machine.power !== "Off") return;
  boot(world, machine, 0);
}

function boot(world: World, machine: Machine, afterMs: number): void {
  const isSlow = world.random.chance(SLOW_BOOT);
  const bootMs = isSlow ? 8 * MINUTE : world.random.duration(50 * SECOND, 0.25);
  changePower(world, machine, "TurningOn");
  machineChanged(world, machine);
  world.setTimer(machine, "booted", world.now + afterMs + bootMs);
  if (isSlow) world.setTimer(machine, "fault", world.now + afterMs + 4 * MINUTE);
}

export function booted(world: World, machine: Machine): void {
  changePower(world, machine, "On");
  machine.poweredOnAt = world.now;
  machine.nextWindowsId = 2;
  machineChanged(world, machine);
  world.setTimer(machine, "registered", world.now + world.random.duration(25 * SECOND, 0.3));
}

export function changePower(world: World, machine: Machine, power: Machine["power"]): void {
  machine.power = power;
  machine.powerSince = world.now;
}

export function register(world: World, machine: Machine): void {
  machine.registered = true;
  machine.registrationSince = world.now;
  machine.registrationKey = world.random.guid();
  machine.controller = world.random.whole(0, world.site.controllers.length - 1);
  machine.lastContact = world.now;
  delete machine.timers.fault;
  if (machine.failureLogId !== null) endFault(world, machine);
  machineChanged(world, machine);
  world.batch.put(WORKER_REGISTRATIONS, machine);
  closeTruth(world, "machine", machine.id, "registered");
}

export function unregister(world: World, machine: Machine, code: number): void {
  if (code !== DEREGISTERED.contactLost) machine.sick = false;
  if (!machine.registered) return;
  machine.registered = false;
  machine.registrationSince = world.now;
  machine.registrationKey = null;
  machine.lastDeregistration = { code, at: world.now };
  machineChanged(world, machine);
  world.batch.remove(WORKER_REGISTRATIONS, machine.uid);
}

/** Not registered although it runs, or still not up: what Director lists as a failed machine. */
export function beginFault(world: World, machine: Machine): void {
  machine.fault = machine.power === "On" ? "Unregistered" : "StuckOnBoot";
  machine.faultSince = world.now;
  machine.failureLogId = world.nextId("machineFailure");
  writeFault(world, machine, null);
  machineChanged(world, machine);
}

export function endFault(world: World, machine: Machine): void {
  writeFault(world, machine, world.now);
  machine.fault = "None";
  machine.faultSince = null;
  machine.failureLogId = null;
}

function writeFault(world: World, machine: Machine, end: number | null): void {
  if (machine.failureLogId === null) return;
  world.batch.put(MACHINE_FAILURE, {
    id: machine.failureLogId,
    machineId: machine.id,
    start: machine.faultSince ?? world.now,
    end,
    fault: machine.fault,
    code: machine.lastDeregistration?.code ?? null,
  });
}

/** The controllers do not hear from the agent for some minutes; people go on working. */
export function loseContact(world: World, machine: Machine, lastsMs: number): void {
  unregister(world, machine, DEREGISTERED.contactLost);
  world.setTimer(machine, "registered", world.now + lastsMs);
  if (lastsMs > FAULT_AFTER_MS) world.setTimer(machine, "fault", world.now + FAULT_AFTER_MS);
}

/** Everything in memory on the machine is gone, ghosts included; it comes back after a minute or two. */
export function restartMachine(world: World, machine: Machine): void {
  endSessionsOn(world, machine, "machine-restart");
  unregister(world, machine, DEREGISTERED.desktopRestart);
  machine.timers = {};
  boot(world, machine, 20 * SECOND);
}

/** Power management leaves machines in maintenance mode alone. */
export function powerOff(world: World, machine: Machine): void {
  if (machine.power !== "On" || machine.maintenance || world.census.sessionsOn(machine.id).size > 0) return;
  unregister(world, machine, DEREGISTERED.powerOff);
  changePower(world, machine, "Off");
  machine.poweredOnAt = null;
  machineChanged(world, machine);
}

export function endSessionsOn(world: World, machine: Machine, cause: EndCause): void {
  for (const session of [...world.census.sessionsOn(machine.id)]) endSession(world, session, cause);
}

function isMachineGone(cause: EndCause): boolean {
  return cause === "machine-restart" || cause === "machine-off";
}

/** Pooled machines start afresh after each use, private ones are shut down to save power. */
export function sessionEndedOnMachine(world: World, session: Session, cause: EndCause): void {
  const group = world.groupById(session.groupId);
  if (group.sessionSupport !== "SingleSession" || isMachineGone(cause)) return;
  const machine = world.machineById(session.machineId);
  if (group.desktopKind === "Shared") world.setTimer(machine, "restart", world.now + 5 * SECOND);
  else world.setTimer(machine, "off", world.now + OFF_AFTER_MS);
}

/** An agent takes this long to be back with a controller, in seconds. */
const AGENT_RETURNS_S = { from: 20, to: 58 };
/** Sources disagree whether the audit drops a named session that no server has (domain facts, ghosts): mostly it does. */
const NAMED_CLEARED_BY_AUDIT = 0.75;

/**
 * The broker agent restarts: the machine leaves and returns, people go on working, and the sessions are audited. What
 * never came through its logon is dropped; a named one that is gone survives the audit now and then.
 */
export function restartAgent(world: World, machine: Machine): void {
  unregister(world, machine, DEREGISTERED.agentShutdown);
  machine.agentStartedAt = world.now;
  const { from, to } = AGENT_RETURNS_S;
  const seconds = drawsFor(world, `agent ${machine.uid} ${world.now}`).whole(from, to);
  world.setTimer(machine, "agentBack", world.now + seconds * SECOND);
}

export function agentReturned(world: World, machine: Machine): void {
  register(world, machine);
  for (const session of [...world.census.sessionsOn(machine.id)]) {
    if (!session.established || session.broken === null || session.broken === "stuck") continue;
    if (session.broken === "gone" && survivesAudit(world, session)) continue;
    endSession(world, session, "agent-restart");
    launchesAgain(world, session);
  }
}

function survivesAudit(world: World, session: Session): boolean {
  return !drawsFor(world, `audit ${session.uid}`).chance(NAMED_CLEARED_BY_AUDIT);
}
