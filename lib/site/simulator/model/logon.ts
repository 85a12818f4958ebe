import { MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Session, WindowsSession } from "../entities/session";
import { failSession } from "./ending";
import { FAILURE } from "./failures";
import { renewLeases } from "./leases";
import {
  brokerSessionChanged,
  connectionChanged,
  connectionLogChanged,
  machineDiagnosed,
  personSeen,
  sessionChanged,
} from "./rows";
import { recordSessionTruth } from "./truth";
import { beginWork } from "./work";

/** How long the broker waits for a machine that it had to start. */
const REGISTRATION_WAIT_MS = 5 * MINUTE;
/** Launches whose client never comes, out of all. */
const CLIENT_NEVER_CAME = 0.002;

/** Launches that a sick server takes and then refuses. */
const SICK_REFUSES = 0.7;

/** A launch is under way: the client will be there once the machine is, `prepareMs` from now at the earliest. */
export function awaitClient(world: World, session: Session, prepareMs: number): void {
  world.setTimer(session, "establish", world.now + prepareMs);
}

/** The client connects: from now on the session stands in the tables. */
export function establish(world: World, session: Session): void {
  const machine = world.machineById(session.machineId);
  const waited = world.now - session.start;
  if (!machine.registered) {
    if (waited > REGISTRATION_WAIT_MS) failSession(world, session, FAILURE.registrationTimeout);
    else world.setTimer(session, "establish", world.now + 5 * SECOND);
    return;
  }
  if (session.broken === null && world.random.chance(CLIENT_NEVER_CAME)) {
    failSession(world, session, FAILURE.connectionTimeout);
    return;
  }
  openConnection(world, session, machine);
  session.established = true;
  session.start = world.now;
  session.state = "Connected";
  session.stateSince = world.now;
  session.unresolved = session.connection?.brokeredAt !== null && world.random.chance(0.3);
  session.windows = newWindowsSession(world, machine, "Connected");
  sessionChanged(world, session);
  connectionChanged(world, session);
  brokerSessionChanged(world, session);
  if (session.unresolved) world.setTimer(session, "resolve", world.now + world.random.whole(20, 90) * SECOND);
  if (session.broken === null && session.cause !== null) noteTruth(world, session);
  if (machine.sick && session.broken === null && world.random.chance(SICK_REFUSES)) {
    world.setTimer(session, "fails", world.now + world.random.whole(6, 40) * SECOND);
  } else continueLogon(world, session);
}

function openConnection(world: World, session: Session, machine: Machine): void {
  const { connection } = session;
  if (!connection) return;
  const waited = world.now - connection.created;
  connection.establishedAt = world.now;
  connection.steps.hdx = [world.now, world.now + Math.round(world.random.duration(700, 0.4))];
  if (connection.brokeredAt !== null) connection.brokeringMs = Math.round(Math.min(waited, 900));
  const bootedSince = machine.poweredOnAt ?? 0;
  if (bootedSince > connection.created) connection.vmStart = [connection.created, machine.registrationSince];
  if (session.log) {
    session.log.establishedAt = world.now;
    session.log.failure = 0;
    connectionLogChanged(world, session);
  }
  machine.lastConnection = { at: world.now, personId: session.brokeredFor, failure: 0 };
  machineDiagnosed(world, machine);
}

export function newWindowsSession(world: World, machine: Machine, state: WindowsSession["state"]): WindowsSession {
  const id = machine.nextWindowsId;
  machine.nextWindowsId += 1;
  world.changes.changed.add(machine);
  return { id, user: null, state };
}

/** What comes next, unless this logon is one that breaks off here. */
function continueLogon(world: World, session: Session): void {
  if (session.broken === "nameless" || session.broken === "stuck") {
    breakOff(world, session);
    return;
  }
  const crowd = 1 + world.census.pendingOn(session.machineId) * 0.08;
  const authentication = world.random.duration(1_800, 0.5) * crowd + session.delays.authentication;
  world.setTimer(session, "authenticate", world.now + 800 + authentication);
}

/** The site heard that a client connected, and never hears anything else: mostly nothing is left on the server. */
function breakOff(world: World, session: Session): void {
  const person = session.brokeredFor === null ? null : world.personById(session.brokeredFor);
  if (session.broken === "nameless") {
    if (person && world.random.chance(0.5)) session.untrustedUser = `${person.domain}\\${person.account}`;
    if (world.random.chance(0.8)) session.windows = null;
  } else if (person && world.random.chance(0.7)) {
    session.personId = person.id;
    session.untrustedUser = `${person.domain}\\${person.account}`;
    personSeen(world, person);
  }
  session.timers = {};
  session.unresolved = false;
  sessionChanged(world, session);
  brokerSessionChanged(world, session);
  noteTruth(world, session);
}

function noteTruth(world: World, session: Session): void {
  if (session.cause !== null) recordSessionTruth(world, session.cause, session);
}

/** The user is verified; on a single-session machine the session counts as active from here. */
export function authenticate(world: World, session: Session): void {
  const { connection, windows } = session;
  const machine = world.machineById(session.machineId);
  const started = connection?.steps.hdx?.[1] ?? world.now;
  if (connection) {
    connection.logOnStartedAt = started;
    connection.authenticationMs = Math.max(1, world.now - started);
  }
  const account = verify(world, session, machine);
  if (windows) {
    windows.user = account;
    windows.state = "Active";
  }
  if (world.groupById(session.groupId).sessionSupport === "SingleSession") changeState(world, session, "Active");
  sessionChanged(world, session);
  connectionChanged(world, session);
  brokerSessionChanged(world, session);
  const policies = world.random.duration(6_000, 0.4);
  world.setTimer(session, "profile", world.now + policies);
}

function verify(world: World, session: Session, machine: Machine): string {
  if (session.anonymous) return `${machine.name}\\Anon${String(session.uid % 100).padStart(3, "0")}`;
  const person = session.brokeredFor === null ? null : world.personById(session.brokeredFor);
  if (!person) return session.untrustedUser ?? `${machine.name}\\Administrator`;
  const account = `${person.domain}\\${person.account}`;
  personSeen(world, person);
  session.personId = person.id;
  session.untrustedUser = account;
  session.unresolved = false;
  person.refusals = 0;
  world.changes.changed.add(person);
  return account;
}

export function changeState(world: World, session: Session, state: Session["state"]): void {
  if (session.state === state) return;
  session.state = state;
  session.stateSince = world.now;
}

export function changeAppState(world: World, session: Session, appState: Session["appState"]): void {
  if (session.appState === appState) return;
  session.appState = appState;
  session.appStateSince = world.now;
}

/** Group policies and scripts are done, the profile begins to load: here hung logons stay. */
export function loadProfile(world: World, session: Session): void {
  const { connection } = session;
  if (connection) {
    const begun = (connection.logOnStartedAt ?? world.now) + (connection.authenticationMs ?? 0);
    const scripts = Math.round(begun + (world.now - begun) * 0.7);
    connection.steps.gpo = [begun, scripts];
    connection.steps.scripts = [scripts, world.now];
    connection.steps.profile = [world.now, null];
    connectionChanged(world, session);
  }
  if (session.broken === "hung") {
    session.timers = {};
    sessionChanged(world, session);
    noteTruth(world, session);
    return;
  }
  world.setTimer(session, "logOnEnd", world.now + world.random.duration(11_000, 0.5) + session.delays.profile);
}

/** The shell or the first application is up: the logon is over. */
export function endLogon(world: World, session: Session): void {
  const { connection } = session;
  if (connection) {
    const begun = connection.steps.profile?.[0] ?? world.now;
    const loaded = Math.round(begun + (world.now - begun) * 0.55);
    connection.steps.profile = [begun, loaded];
    connection.steps.interactive = [loaded, world.now];
    connection.logOnEndedAt = world.now;
    session.logOnMs = world.now - (connection.brokeredAt ?? session.start);
    connectionChanged(world, session);
  }
  session.logOnTime = world.now;
  world.census.setPending(session, false);
  changeState(world, session, "Active");
  if (session.desktop) renewLeases(world, session, null);
  sessionChanged(world, session);
  brokerSessionChanged(world, session);
  beginWork(world, session);
}

/** The Monitor service fills in what the row lacked. */
export function resolve(world: World, session: Session): void {
  if (!session.unresolved) return;
  session.unresolved = false;
  sessionChanged(world, session);
}
