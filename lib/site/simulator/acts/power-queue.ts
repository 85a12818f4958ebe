import type { PowerAction } from "@/lib/domain/operation/verbs";
import { drawsFor } from "../engine/draws";
import { HOUR, MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { PowerActionRecord } from "../entities/power-action";
import { launchesAgain } from "../model/coming-back";
import { restartMachine } from "../model/machines";
import { resume, suspend, turnOff, wake } from "../model/power";

/** The queue of one hypervisor connection and how it is throttled (SDK: about_Broker_PowerManagement). */

const RETRY_MS = 5 * SECOND;
const FIRST_TRY_MS = SECOND;
/** Defaults of a host connection. */
const ACTIVE_MOST = 100;
const ACTIVE_SHARE_MOST = 0.2;
const NEW_PER_MINUTE_MOST = 10;
/** A machine that has not come to its state by then did not obey. */
const OBEYS_WITHIN_MS = 20 * MINUTE;
const KEPT_MS = HOUR;

/** Where each action can begin, and where it leads. */
const RULES: Readonly<Record<PowerAction, { from: readonly Machine["power"][]; to: Machine["power"] }>> = {
  TurnOn: { from: ["Off", "Suspended"], to: "On" },
  TurnOff: { from: ["On", "TurningOn", "Suspended"], to: "Off" },
  Shutdown: { from: ["On"], to: "Off" },
  Reset: { from: ["On", "TurningOn"], to: "On" },
  Restart: { from: ["On"], to: "On" },
  Suspend: { from: ["On"], to: "Suspended" },
  Resume: { from: ["Suspended"], to: "On" },
};

/** States that a machine leaves by itself. */
const PASSING: readonly Machine["power"][] = ["TurningOn", "TurningOff", "Suspending", "Resuming"];

export function enqueue(world: World, machine: Machine, action: PowerAction): PowerActionRecord {
  const record: PowerActionRecord = {
    kind: "power-action",
    id: world.nextId("powerAction"),
    machineId: machine.id,
    hypervisorId: machine.hypervisorId,
    action,
    state: "Pending",
    requestedAt: world.now,
    startedAt: null,
    completedAt: null,
    failureReason: null,
    timers: {},
  };
  world.admit(record);
  world.setTimer(record, "start", world.now + FIRST_TRY_MS);
  return record;
}

export function startPowerAction(world: World, record: PowerActionRecord): void {
  const machine = world.machineById(record.machineId);
  const { from } = RULES[record.action];
  if (mustWait(world, record, machine)) {
    world.setTimer(record, "start", Math.floor(world.now / RETRY_MS + 1) * RETRY_MS);
    return;
  }
  record.startedAt = world.now;
  if (!from.includes(machine.power)) {
    close(world, record, `${record.action} is not possible while the power state is ${machine.power}.`);
    return;
  }
  record.state = "Started";
  begin(world, record, machine);
  world.setTimer(record, "watch", world.now + RETRY_MS);
}

function mustWait(world: World, record: PowerActionRecord, machine: Machine): boolean {
  if (world.site.outageSince !== null || isBusy(world, record, machine)) return true;
  const queue = [...world.powerActions.values()].filter(({ hypervisorId }) => hypervisorId === record.hypervisorId);
  const active = queue.filter(({ state }) => state === "Started").length;
  const recent = queue.filter(({ startedAt }) => startedAt !== null && startedAt > world.now - MINUTE).length;
  if (active >= activeMost(world, record.hypervisorId) || recent >= NEW_PER_MINUTE_MOST) return true;
  return queue.some(
    (other) =>
      other.id < record.id && other.state === "Pending" && !isBusy(world, other, world.machineById(other.machineId)),
  );
}

/** Another action is under way with this machine, or it is on its way to another state. */
function isBusy(world: World, record: PowerActionRecord, machine: Machine): boolean {
  if (PASSING.includes(machine.power) && !RULES[record.action].from.includes(machine.power)) return true;
  return powerActionsOfMachine(world, machine).some(
    ({ id, state }) => state === "Started" || (state === "Pending" && id < record.id),
  );
}

function activeMost(world: World, hypervisorId: string): number {
  let machines = 0;
  for (const each of world.machines.values()) if (each.hypervisorId === hypervisorId) machines += 1;
  return Math.max(1, Math.min(ACTIVE_MOST, Math.floor(machines * ACTIVE_SHARE_MOST)));
}

function begin(world: World, { action, id }: PowerActionRecord, machine: Machine): void {
  const there = [...world.census.sessionsOn(machine.id)];
  const draws = drawsFor(world, `power ${id}`);
  switch (action) {
    case "TurnOn":
      wake(world, machine);
      return;
    case "Resume":
      resume(world, machine);
      return;
    case "Suspend":
      suspend(world, machine);
      return;
    case "TurnOff":
      turnOff(world, machine, draws.whole(2, 5) * SECOND);
      break;
    case "Shutdown":
      turnOff(world, machine, draws.whole(12, 40) * SECOND);
      break;
    case "Reset":
    case "Restart":
      restartMachine(world, machine);
      break;
  }
  for (const session of there) launchesAgain(world, session);
}

export function watchPowerAction(world: World, record: PowerActionRecord): void {
  const machine = world.machineById(record.machineId);
  const started = record.startedAt ?? world.now;
  if (machine.power === RULES[record.action].to && machine.powerSince >= started) close(world, record, null);
  else if (world.now - started >= OBEYS_WITHIN_MS) close(world, record, "The machine did not get there in time.");
  else world.setTimer(record, "watch", world.now + RETRY_MS);
}

function close(world: World, record: PowerActionRecord, failureReason: string | null): void {
  record.state = failureReason === null ? "Completed" : "Failed";
  record.failureReason = failureReason;
  record.completedAt = world.now;
  world.setTimer(record, "forget", world.now + KEPT_MS);
}

export function forgetPowerAction(world: World, record: PowerActionRecord): void {
  world.powerActions.delete(record.id);
  world.changes.remove(record);
}

export function powerActionsOfMachine(world: World, machine: Machine): PowerActionRecord[] {
  return [...world.powerActions.values()].filter(({ machineId }) => machineId === machine.id);
}
