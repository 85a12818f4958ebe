import type { World } from "../engine/world";
import type { RunningApplication } from "../entities/connection";
import type { Machine } from "../entities/machine";
import type { Person } from "../entities/person";
import type { Session } from "../entities/session";
import { ACCOUNT_NAMES, BROKER_SESSIONS, CONNECTION_LOG, WORKER_DIAGS, WORKERS } from "../store/broker-tables";
import { APPLICATION_INSTANCE, CONNECTION, SESSION } from "../store/session-tables";
import { MACHINE, USER } from "../store/site-tables";

/** Marks what changed: the rows to be written with the next commit, and when they were modified. */

export function sessionChanged(world: World, session: Session): void {
  session.modified = world.now;
  world.changes.changed.add(session);
  if (session.established) world.batch.put(SESSION, session);
}

/** The broker's own row: written when a client is connected, when the user is verified and when the logon is over. */
export function brokerSessionChanged(world: World, session: Session): void {
  world.changes.changed.add(session);
  world.batch.put(BROKER_SESSIONS, session);
}

export function connectionChanged(world: World, session: Session): void {
  if (!session.connection) return;
  session.connection.modified = world.now;
  world.changes.changed.add(session);
  world.batch.put(CONNECTION, session.connection);
}

export function connectionLogChanged(world: World, session: Session): void {
  if (!session.log) return;
  world.changes.changed.add(session);
  world.batch.put(CONNECTION_LOG, session.log);
}

/** An application was started, or ended just now. */
export function applicationChanged(world: World, session: Session, running: RunningApplication): void {
  running.modified = world.now;
  world.changes.changed.add(session);
  world.batch.put(APPLICATION_INSTANCE, running);
}

export function machineChanged(world: World, machine: Machine): void {
  machine.modified = world.now;
  world.changes.changed.add(machine);
  world.batch.put(MACHINE, machine);
  world.batch.put(WORKER_DIAGS, machine);
}

/** What only the broker notes about a machine: Monitoring has no column for it. */
export function machineDiagnosed(world: World, machine: Machine): void {
  world.changes.changed.add(machine);
  world.batch.put(WORKER_DIAGS, machine);
}

export function machineConfigured(world: World, machine: Machine): void {
  machineChanged(world, machine);
  world.batch.put(WORKERS, machine);
}

/** The site writes about a person at the first logon. */
export function personSeen(world: World, person: Person): void {
  if (person.known) return;
  person.known = true;
  person.created = world.now;
  world.changes.changed.add(person);
  world.batch.put(USER, person);
  world.batch.put(ACCOUNT_NAMES, person);
}
