import { DAY, HOUR, MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import { WORKER_REGISTRATIONS } from "../store/broker-tables";
import { iso } from "../store/table";
import { fillKiosks, visitAdministrators } from "./guests";
import { removeExpiredLeases } from "./leases";
import { sampleLoad } from "./load";
import { loseContact } from "./machines";
import { machineChanged } from "./rows";

/** What the site does by itself: heartbeats, counting, load samples, nightly restarts, grooming. */

/** Machines take turns, so that no moment writes about all of them. */
const TURN_MS = 5 * SECOND;
/** Agents report every five minutes, the Monitor service counts sessions every minute: so many turns each. */
const HEARTBEAT_TURNS = 60;
const COUNT_TURNS = 12;
/** Local minutes since midnight. */
const NIGHTLY_AT = 3 * 60;
const RESTART_WINDOW_MS = 30 * MINUTE;
/** Single-session machines that nobody uses and that stay off until a launch needs them. */
const POWERED_OFF_AT_NIGHT = 0.4;

/** Chance for one machine within a day. */
const CONTACT_LOST_PER_DAY = 0.006;

const SESSION_RETENTION_MS = 14 * DAY;
const LOAD_RETENTION_MS = DAY;
const CONNECTION_LOG_RETENTION_MS = 2 * DAY;

export function startTasks(world: World): void {
  world.setTimer(world.site, "minute", Math.ceil((world.now + 1) / MINUTE) * MINUTE);
  world.setTimer(world.site, "turn", Math.ceil((world.now + 1) / TURN_MS) * TURN_MS);
  world.setTimer(world.site, "grooming", Math.ceil((world.now + 1) / HOUR) * HOUR);
  world.setTimer(world.site, "nightly", world.time.next(world.now, NIGHTLY_AT));
}

export function eachMinute(world: World): void {
  world.setTimer(world.site, "minute", world.now + MINUTE);
  fillKiosks(world);
  visitAdministrators(world);
  loseSomeContact(world);
}

/** Now and then an agent is not heard of for a few minutes. */
function loseSomeContact(world: World): void {
  const machines = world.census.machines;
  if (!world.random.chance((machines.length * CONTACT_LOST_PER_DAY * MINUTE) / DAY)) return;
  const machine = world.random.pick(machines);
  if (machine.registered && machine.power === "On") loseContact(world, machine, world.random.whole(2, 9) * MINUTE);
}

export function takeTurn(world: World): void {
  world.setTimer(world.site, "turn", world.now + TURN_MS);
  const turn = Math.floor(world.now / TURN_MS);
  const machines = world.census.machines;
  for (let index = turn % COUNT_TURNS; index < machines.length; index += COUNT_TURNS) {
    const machine = machines[index];
    if (!machine) continue;
    if (index % HEARTBEAT_TURNS === turn % HEARTBEAT_TURNS && machine.registered) heartbeat(world, machine);
    countSessions(world, machine);
  }
}

function heartbeat(world: World, machine: Machine): void {
  machine.lastContact = world.now;
  world.changes.changed.add(machine);
  world.batch.put(WORKER_REGISTRATIONS, machine);
  if (world.groupById(machine.groupId).sessionSupport === "MultiSession") sampleLoad(world, machine);
}

/** The Monitor service counts the sessions of each machine once a minute. */
function countSessions(world: World, machine: Machine): void {
  const count = world.census.sessionsOn(machine.id).size;
  if (machine.reportedSessions === count) return;
  machine.reportedSessions = count;
  machineChanged(world, machine);
}

/** All servers restart at night, one after the other; single-session machines only where nobody has work open. */
export function restartNightly(world: World): void {
  world.setTimer(world.site, "nightly", world.time.next(world.now, NIGHTLY_AT));
  removeExpiredLeases(world);
  const count = world.machines.size;
  for (const machine of world.machines.values()) {
    if (machine.power !== "On") continue;
    const server = world.groupById(machine.groupId).sessionSupport === "MultiSession";
    const sessions = [...world.census.sessionsOn(machine.id)];
    if (!server && sessions.some((session) => session.broken === null)) continue;
    const at = world.now + (machine.index / count) * RESTART_WINDOW_MS;
    const saves = !server && sessions.length === 0 && world.random.chance(POWERED_OFF_AT_NIGHT);
    world.setTimer(machine, saves ? "off" : "restart", at);
  }
}

/** Old rows go, as the site's own grooming has it. */
export function groom(world: World): void {
  world.setTimer(world.site, "grooming", world.now + HOUR);
  const { batch, now } = world;
  batch.groom(`DELETE FROM "LoadIndex" WHERE "CreatedDate" < ?`, iso(now - LOAD_RETENTION_MS));
  batch.groom(`DELETE FROM "ConnectionLog" WHERE "BrokeringTime" < ?`, iso(now - CONNECTION_LOG_RETENTION_MS));
  const before = iso(now - SESSION_RETENTION_MS);
  const ended = `SELECT "SessionKey" FROM "Session" WHERE "EndDate" < ?`;
  for (const table of ["Connection", "ApplicationInstance", "SessionAutoReconnect", "ConnectionFailureLog"]) {
    batch.groom(`DELETE FROM "${table}" WHERE "SessionKey" IN (${ended})`, before);
  }
  batch.groom(`DELETE FROM "Session" WHERE "EndDate" < ?`, before);
  batch.groom(`DELETE FROM "MachineFailureLog" WHERE "FailureEndDate" < ?`, before);
}
