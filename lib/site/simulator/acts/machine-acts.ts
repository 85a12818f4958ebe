import { POWER_ACTIONS, type PowerAction } from "@/lib/domain/operation/verbs";
import { DeskError } from "@/lib/errors";
import type { AgentService } from "@/lib/site/sdk";
import { SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { PowerActionRecord } from "../entities/power-action";
import { restartAgent } from "../model/machines";
import { machineConfigured } from "../model/rows";
import { enqueue, powerActionsOfMachine } from "./power-queue";
import { ActRefusal, REFUSALS } from "./refusal";

/** What can be done to a machine, and what it says of itself. */

/** Windows starts the agent this long after the machine is on. */
const AGENT_AFTER_BOOT_MS = 15 * SECOND;

/**
 * Restart-Service BrokerAgent: not the SDK's, so the server itself has to be reached. It leaves its controller and comes back
 * within a minute or so; people on it go on working.
 */
export function restartAgentOf(world: World, machine: Machine): void {
  if (machine.power !== "On" || !machine.registered) {
    throw new ActRefusal(REFUSALS.unreachable, `The server ${machine.dns} cannot be reached.`);
  }
  restartAgent(world, machine);
}

/** Set-BrokerMachineMaintenanceMode: no new sessions; on a server people may come back to theirs. */
export function setMaintenance(world: World, machine: Machine, on: boolean): void {
  if (machine.maintenance === on) return;
  machine.maintenance = on;
  machineConfigured(world, machine);
}

/** Servers are never suspended; every machine of the practice site is managed by a hypervisor. */
export function supportedPowerActions(world: World, machine: Machine): readonly PowerAction[] {
  const server = world.groupById(machine.groupId).sessionSupport === "MultiSession";
  return server ? POWER_ACTIONS.filter((action) => action !== "Suspend" && action !== "Resume") : POWER_ACTIONS;
}

/** New-BrokerHostingPowerAction: queued. What makes no sense in the machine's state fails in the queue, with its reason. */
export function queuePowerAction(world: World, machine: Machine, action: PowerAction): PowerActionRecord {
  if (!supportedPowerActions(world, machine).includes(action)) {
    throw new ActRefusal(REFUSALS.invalid, `${machine.name} does not support the power action ${action}.`);
  }
  return enqueue(world, machine, action);
}

/** Oldest first. */
export function powerActionsOf(world: World, machine: Machine): readonly PowerActionRecord[] {
  return powerActionsOfMachine(world, machine);
}

export function isPowerActionPending(world: World, machine: Machine): boolean {
  return powerActionsOfMachine(world, machine).some(({ state }) => state === "Pending" || state === "Started");
}

/** The service BrokerAgent. Throws `unavailable` where the machine does not run. */
export function agentServiceOf(world: World, machine: Machine): AgentService {
  requireRunning(machine);
  const startedAt = Math.max(machine.agentStartedAt ?? 0, (machine.poweredOnAt ?? 0) + AGENT_AFTER_BOOT_MS);
  if (startedAt > world.now) return { status: "StartPending", processId: null, startedAt: null };
  return { status: "Running", processId: processIdOf(machine, startedAt), startedAt };
}

/** A server that does not run cannot be asked. */
export function requireRunning(machine: Machine): void {
  if (machine.power === "On") return;
  throw new DeskError("unavailable", `${machine.name} cannot be asked: it is not running.`);
}

/** Windows gives multiples of four; another start gives another number. */
function processIdOf(machine: Machine, startedAt: number): number {
  return 1_000 + 4 * ((Math.floor(startedAt / 1_000) * 31 + machine.uid * 7) % 4_000);
}
