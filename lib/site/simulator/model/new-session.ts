import type { ConnectionMode } from "@/lib/domain/states";
import type { ScenarioName } from "../catalogue";
import type { World } from "../engine/world";
import type { Connection, Protocol } from "../entities/connection";
import type { Machine } from "../entities/machine";
import type { Device, Person } from "../entities/person";
import type { Breakage, ConnectionLogEntry, LogonDelays, Session } from "../entities/session";
import type { Group } from "../entities/site";
import { CONNECTION_LOG } from "../store/broker-tables";

export interface SessionRequest {
  readonly machine: Machine;
  readonly group: Group;
  readonly person: Person | null;
  readonly device: Device | null;
  readonly mode?: ConnectionMode;
  readonly protocol?: Protocol;
  readonly prelaunch?: boolean;
  readonly breakage?: Breakage | null;
  readonly cause?: ScenarioName | null;
  readonly delays?: LogonDelays;
}

/** A session as the broker has it at first: a machine is chosen, no client has connected yet. */
export function addSession(world: World, request: SessionRequest): Session {
  const { machine, group, person } = request;
  const mode = request.mode ?? "Brokered";
  const brokered = mode === "Brokered" || mode === "LeasedConnection";
  const session: Session = {
    kind: "session",
    id: world.random.guid(),
    uid: world.nextId("session"),
    machineId: machine.id,
    groupId: group.id,
    desktop: group.deliveryType === "DesktopsOnly" || !brokered,
    anonymous: group.kiosk && brokered,
    mode,
    protocol: request.protocol ?? "HDX",
    brokeredFor: brokered && person ? person.id : null,
    prelaunched: request.prelaunch ?? false,
    ...AT_FIRST,
    stateSince: world.now,
    appStateSince: world.now,
    start: world.now,
    log: brokered ? newLogEntry(world, machine, person) : null,
    applications: [],
    broken: request.breakage ?? null,
    cause: request.cause ?? null,
    delays: request.delays ?? { authentication: 0, profile: 0 },
    modified: world.now,
    timers: {},
  };
  session.connection = newConnection(world, session, request.device, false);
  world.admit(session);
  world.changes.changed.add(session);
  return session;
}

const AT_FIRST = {
  personId: null,
  untrustedUser: null,
  established: false,
  pending: true,
  state: "PreparingSession",
  appState: "PreLogon",
  hidden: false,
  unresolved: false,
  end: null,
  exitCode: null,
  logOnMs: null,
  logOnTime: null,
  failure: null,
  idleSince: null,
  connection: null,
  windows: null,
} as const satisfies Partial<Session>;

export function newConnection(world: World, session: Session, device: Device | null, isReconnect: boolean): Connection {
  const brokered = session.mode === "Brokered" || session.mode === "LeasedConnection";
  return {
    id: world.nextId("connection"),
    sessionKey: session.id,
    device,
    isReconnect,
    protocol: session.protocol,
    brokeredAt: brokered ? world.now : null,
    brokeringMs: null,
    vmStart: null,
    establishedAt: null,
    authenticationMs: null,
    logOnStartedAt: null,
    logOnEndedAt: null,
    steps: {},
    disconnectedAt: null,
    disconnectCode: null,
    created: world.now,
    modified: world.now,
  };
}

export function newLogEntry(world: World, machine: Machine, person: Person | null): ConnectionLogEntry {
  const entry: ConnectionLogEntry = {
    id: world.nextId("connectionLog"),
    workerUid: machine.uid,
    brokeredAt: world.now,
    personId: person?.id ?? null,
    establishedAt: null,
    endedAt: null,
    failure: null,
    disconnected: null,
  };
  world.batch.put(CONNECTION_LOG, entry);
  return entry;
}
