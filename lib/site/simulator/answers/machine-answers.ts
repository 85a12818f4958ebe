import type { WindowsSession } from "@/lib/domain/ghost/facts";
import { DeskError } from "@/lib/errors";
import { MONITOR, spell } from "@/lib/site/enumerations";
import type { SdkMachine } from "@/lib/site/port";
import type { AgentService, SdkMachineNow, SdkPowerAction, ServerTimer, ServerTimers } from "@/lib/site/sdk";
import {
  agentServiceOf,
  isPowerActionPending,
  powerActionsOf,
  requireRunning,
  supportedPowerActions,
} from "../acts/machine-acts";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { PowerActionRecord } from "../entities/power-action";

/** ConnectionFailureReason of the broker by its number. */
const FAILURE_REASONS = [
  "None",
  "SessionPreparation",
  "RegistrationTimeout",
  "ConnectionTimeout",
  "Licensing",
  "Ticketing",
  "Other",
] as const;

/** Null: the attempt is in progress. */
export function failureReason(number: number | null): string | null {
  return number === null ? null : (FAILURE_REASONS[number] ?? String(number));
}

const fullName = ({ domain, name }: Machine) => `${domain}\\${name}`;

export function machineAnswer(machine: Machine, world: World): SdkMachine {
  return { machineId: machine.id, sessionsPending: world.census.pendingOn(machine.id) };
}

export function machineNow(world: World, machineKey: string): SdkMachineNow | null {
  const machine = world.machines.get(machineKey);
  if (!machine) return null;
  const count = world.census.sessionsOn(machine.id).size;
  const pending = world.census.pendingOn(machine.id);
  return {
    machineKey: machine.id,
    machineName: fullName(machine),
    dnsName: machine.dns,
    maintenance: machine.maintenance,
    faultState: machine.fault,
    sessionCount: count,
    sessionsPending: pending,
    sessionsEstablished: count - pending,
    loadIndex: machine.load ?? null,
    // A setting of Windows, not of the site: nobody changes it here.
    windowsConnectionSetting: "LogonEnabled",
    ...registrationOf(machine),
    ...powerOf(world, machine),
    ...lastTroubleOf(machine),
  };
}

function registrationOf({ registered, lastDeregistration: last }: Machine) {
  return {
    registration: registered ? "Registered" : "Unregistered",
    lastDeregistrationReason: last === null ? null : spell(MONITOR.deregistrationReason, last.code),
    lastDeregistrationAt: last?.at ?? null,
  } as const;
}

function powerOf(world: World, machine: Machine) {
  return {
    power: machine.power,
    powerActionPending: isPowerActionPending(world, machine),
    supportedPowerActions: supportedPowerActions(world, machine),
  };
}

function lastTroubleOf({ faultSince, lastConnection }: Machine) {
  return {
    lastErrorReason: null,
    lastErrorAt: faultSince,
    lastConnectionFailure: lastConnection === null ? null : failureReason(lastConnection.failure),
    lastConnectionAt: lastConnection?.at ?? null,
  };
}

export function powerActionAnswer(world: World, record: PowerActionRecord): SdkPowerAction {
  const { id, machineId, action, state, requestedAt, startedAt, completedAt, failureReason: why } = record;
  const machineName = fullName(world.machineById(machineId));
  return { uid: id, machineName, action, state, requestedAt, startedAt, completedAt, failureReason: why };
}

/** Oldest first; a machine that the site does not have has none. */
export function powerActions(world: World, machineKey: string): readonly SdkPowerAction[] {
  const machine = world.machines.get(machineKey);
  return machine ? powerActionsOf(world, machine).map((record) => powerActionAnswer(world, record)) : [];
}

/** The machine that is asked itself. Throws `not-found` or `unavailable`. */
function askedMachine(world: World, machineKey: string): Machine {
  const machine = world.machines.get(machineKey);
  if (!machine) throw new DeskError("not-found", "The site has no such machine.");
  requireRunning(machine);
  return machine;
}

/** The server's own list: what really runs there, known to the site or not. */
export function windowsSessions(world: World, machineKey: string): WindowsSession[] {
  const { id } = askedMachine(world, machineKey);
  return [...world.census.sessionsOn(id)].flatMap(({ windows }) => (windows ? [{ ...windows }] : []));
}

export function agentService(world: World, machineKey: string): AgentService {
  return agentServiceOf(world, askedMachine(world, machineKey));
}

/**
 * What the simulation runs the sessions of its group by: servers obey Windows policies, machines of a person's own Citrix policies. An idle limit
 * always disconnects (engine/handlers.ts).
 */
export function serverTimers(world: World, machineKey: string): ServerTimers {
  const { limits, sessionSupport } = world.groupById(askedMachine(world, machineKey).groupId);
  const source = sessionSupport === "MultiSession" ? "group-policy" : "citrix-policy";
  const timers: ServerTimer[] = [];
  if (limits.idleMs !== null) timers.push({ timer: "idle", ms: limits.idleMs, source });
  if (limits.disconnectedMs !== null) timers.push({ timer: "disconnected", ms: limits.disconnectedMs, source });
  return { timers, endsAtLimit: false };
}
