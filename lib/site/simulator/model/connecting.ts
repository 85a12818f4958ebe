import type { LifeEvent } from "@/lib/domain/session/life";
import { SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Device } from "../entities/person";
import type { Session } from "../entities/session";
import { AUTO_RECONNECT } from "../store/session-tables";
import { launchesAgain } from "./coming-back";
import { clearTimers } from "./kept-timers";
import { happen, lifeOf, ranOut } from "./life";
import { changeState } from "./logon";
import { newConnection, newLogEntry } from "./new-session";
import { awaitPowerAction } from "./power-policy";
import { connectionChanged, connectionLogChanged, sessionChanged } from "./rows";
import { beginWork, startApplication } from "./work";

/** How a session is parted from its client, and comes back to it. */

/** Values of Connection.DisconnectCode are not published; these only have to differ. */
const DISCONNECT_CODES = { user: 2, limit: 3, standby: 4, administrator: 5, network: 12 } as const;
export type DisconnectReason = keyof typeof DISCONNECT_CODES;

/** Timers of someone at work; they stop when nobody is connected. */
const WORK_TIMERS = ["idle", "resume", "lunch", "leave", "application", "drop", "idleLimit"] as const;

export function disconnect(world: World, session: Session, reason: DisconnectReason): void {
  closeConnection(world, session, reason);
  happen(world, session, partedBy(session, reason), () => {
    changeState(world, session, "Disconnected");
    session.idleSince = null;
  });
  if (session.windows) session.windows.state = "Disconnected";
  for (const timer of WORK_TIMERS) delete session.timers[timer];
  // The site does not always keep the last connection of a disconnected session.
  if (session.uid % 3 === 0) session.connection = null;
  sessionChanged(world, session);
  const { disconnectedMs } = world.groupById(session.groupId).limits;
  if (disconnectedMs !== null) world.setTimer(session, "disconnectedLimit", world.now + disconnectedMs);
  awaitPowerAction(world, session);
}

function partedBy({ appState }: Session, reason: DisconnectReason): LifeEvent {
  if (reason === "limit") return ranOut("idle");
  if (reason === "standby" && appState === "PreLaunched") return ranOut("pre-launch-disconnect");
  if (reason === "standby" && appState === "Lingering") return ranOut("linger-disconnect");
  return { kind: "disconnected" };
}

function closeConnection(world: World, session: Session, reason: DisconnectReason): void {
  if (session.connection) {
    session.connection.disconnectedAt = world.now;
    session.connection.disconnectCode = DISCONNECT_CODES[reason];
    connectionChanged(world, session);
  }
  if (session.log && session.log.endedAt === null) {
    session.log.endedAt = world.now;
    session.log.disconnected = true;
    connectionLogChanged(world, session);
  }
}

/** The user comes back to a session, from the same device or another one, and goes on working. */
export function reconnect(world: World, session: Session, device: Device | null): void {
  if (session.state === "Active") closeConnection(world, session, "user");
  const machine = world.machineById(session.machineId);
  const person = session.personId === null ? null : world.personById(session.personId);
  const connection = newConnection(world, session, device, true);
  connection.brokeringMs = connection.brokeredAt === null ? null : world.random.whole(80, 400);
  connection.establishedAt = world.now;
  connection.authenticationMs = world.random.whole(200, 1_500);
  session.connection = connection;
  if (session.log) {
    session.log = newLogEntry(world, machine, person);
    session.log.establishedAt = world.now;
    session.log.failure = 0;
    connectionLogChanged(world, session);
  }
  // Who comes from another device is parted from the first one.
  const parted: LifeEvent[] = lifeOf(session).endsWith("-disconnected") ? [] : [{ kind: "disconnected" }];
  happen(world, session, [...parted, { kind: "reconnected" }], () => {
    changeState(world, session, "Active");
    session.idleSince = null;
  });
  clearTimers(session);
  if (session.windows) session.windows.state = "Active";
  connectionChanged(world, session);
  if (!session.desktop && session.applications.length === 0) startApplication(world, session);
  sessionChanged(world, session);
  beginWork(world, session);
}

/** Sessions that outlive a drop without being disconnected: session reliability keeps them. */
const HELD_BY_RELIABILITY = 0.7;

/** The client lost its network for a moment. */
export function dropClient(world: World, session: Session): void {
  if (world.random.chance(HELD_BY_RELIABILITY)) {
    noteAutoReconnect(world, session, 1);
    world.setTimer(session, "drop", world.now + world.random.wait(30 * 60 * 60 * SECOND));
    return;
  }
  loseClient(world, session, "Disconnected", world.random.whole(20, 240) * SECOND);
}

/** The network is gone for longer; the client goes on trying, and the broker may list the session as waiting for it. */
export function loseClient(world: World, session: Session, shown: "Disconnected" | "Connected", ms: number): void {
  noteAutoReconnect(world, session, 2);
  disconnect(world, session, "network");
  delete session.timers.disconnectedLimit;
  delete session.timers.powerPolicy;
  if (shown === "Connected") {
    happen(world, session, { kind: "reconnected" }, () => changeState(world, session, "Connected"));
  }
  sessionChanged(world, session);
  world.setTimer(session, "autoReconnect", world.now + ms);
}

/** The client came back by itself, without the broker. */
export function autoReconnect(world: World, session: Session): void {
  const device = session.connection?.device ?? deviceOfUser(world, session);
  reconnect(world, session, device);
  noteAutoReconnect(world, session, 2);
}

/** A hidden session cannot be reconnected to (SDK: Set-BrokerSession): its user starts anew. */
export function comeBack(world: World, session: Session): void {
  if (session.hidden) {
    launchesAgain(world, session);
    return;
  }
  reconnect(world, session, deviceOfUser(world, session) ?? session.connection?.device ?? null);
}

function deviceOfUser(world: World, session: Session): Device | null {
  return session.personId === null ? null : world.personById(session.personId).device;
}

function noteAutoReconnect(world: World, session: Session, type: 1 | 2): void {
  world.batch.put(AUTO_RECONNECT, {
    id: world.nextId("autoReconnect"),
    sessionKey: session.id,
    connectionId: session.connection?.id ?? null,
    count: 1,
    type,
    at: world.now,
  });
}
