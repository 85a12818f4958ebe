import type { LifeEvent } from "@/lib/domain/session/life";
import { HOUR, MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { RunningApplication } from "../entities/connection";
import type { Session } from "../entities/session";
import { disconnect } from "./connecting";
import { endSession } from "./ending";
import { clearTimers } from "./kept-timers";
import { renewLeases } from "./leases";
import { happen, lifeOf, ranOut } from "./life";
import { changeAppState } from "./logon";
import { applicationChanged, sessionChanged } from "./rows";

/** What people do between logon and the end of their day: pauses, lunch, applications, leaving. */

const ACTIVE_STRETCH_MS = 38 * MINUTE;
const PAUSE_MS = 9 * MINUTE;
const APPLICATION_CHANGE_MS = 45 * MINUTE;
/** Local minutes within which people go to lunch. */
const LUNCH = { from: 11 * 60 + 20, to: 13 * 60 + 10 };
const DISCONNECTS_FOR_LUNCH = 0.14;
const DISCONNECTS_FOR_PAUSE = 0.05;
const GOES_TO_LUNCH = 0.85;

const LOGGED_ON: LifeEvent = { kind: "logged-on", ahead: false };

/** The logon is over, or the user came back: the day goes on. */
export function beginWork(world: World, session: Session): void {
  if (!session.desktop && session.applications.length === 0) {
    if (session.prelaunched && session.appState === "PreLogon") {
      stand(world, session, "PreLaunched", { kind: "logged-on", ahead: true });
      return;
    }
    startApplication(world, session);
  } else if (session.appState === "PreLogon") {
    happen(world, session, LOGGED_ON, () => changeAppState(world, session, "Desktop"));
  }
  schedulePause(world, session);
  scheduleLunch(world, session);
  scheduleLeaving(world, session);
  if (!session.desktop && !session.anonymous) {
    world.setTimer(session, "application", world.now + world.random.wait(APPLICATION_CHANGE_MS));
  }
  if (session.connection?.device?.remote) world.setTimer(session, "drop", world.now + world.random.wait(30 * HOUR));
}

function schedulePause(world: World, session: Session): void {
  world.setTimer(session, "idle", world.now + world.random.wait(ACTIVE_STRETCH_MS) + MINUTE);
}

function scheduleLunch(world: World, session: Session): void {
  const { day, minute } = world.time.localOf(world.now);
  if (minute > LUNCH.from || session.anonymous || !world.random.chance(GOES_TO_LUNCH)) return;
  world.setTimer(session, "lunch", world.time.instantOf(day, world.random.between(LUNCH.from, LUNCH.to)));
}

function scheduleLeaving(world: World, session: Session): void {
  const person = session.personId === null ? null : world.personById(session.personId);
  if (session.anonymous)
    world.setTimer(session, "leave", world.now + world.random.wait(35 * MINUTE) + kioskStayMs(session));
  else if (person?.leaveAt && person.leaveAt > world.now) world.setTimer(session, "leave", person.leaveAt);
  else world.setTimer(session, "leave", world.now + world.random.wait(40 * MINUTE) + MINUTE);
}

/** At least. */
function kioskStayMs(session: Session): number {
  return session.cause === "anonymous-users" ? 90 * MINUTE : MINUTE;
}

/** A pause, or a meeting somewhere else: some disconnect for it. */
export function pause(world: World, session: Session): void {
  if (session.desktop && !session.anonymous && world.random.chance(DISCONNECTS_FOR_PAUSE)) {
    disconnect(world, session, "user");
    world.setTimer(session, "reconnect", world.now + world.random.whole(15, 80) * MINUTE);
    return;
  }
  goIdle(world, session);
  world.setTimer(session, "resume", world.now + world.random.wait(PAUSE_MS) + MINUTE);
}

/** Who walks away from an idle session worked in it for a last moment. */
function goIdle(world: World, session: Session): void {
  const before: LifeEvent[] = session.idleSince === null ? [] : [{ kind: "resumed" }];
  happen(world, session, [...before, { kind: "went-idle" }], () => {
    session.idleSince = world.now;
  });
  sessionChanged(world, session);
  const { idleMs } = world.groupById(session.groupId).limits;
  if (idleMs !== null) world.setTimer(session, "idleLimit", world.now + idleMs);
}

export function resumeWork(world: World, session: Session): void {
  endIdle(world, session);
  delete session.timers.idleLimit;
  sessionChanged(world, session);
  schedulePause(world, session);
}

/** Somebody is at it again; nothing happens where somebody was. */
export function endIdle(world: World, session: Session): void {
  if (session.idleSince === null) return;
  happen(world, session, { kind: "resumed" }, () => {
    session.idleSince = null;
  });
}

export function goToLunch(world: World, session: Session): void {
  const backAt = world.now + world.random.whole(25, 65) * MINUTE;
  if (world.random.chance(DISCONNECTS_FOR_LUNCH)) {
    disconnect(world, session, "user");
    world.setTimer(session, "reconnect", backAt);
    return;
  }
  delete session.timers.idle;
  if (session.idleSince === null) goIdle(world, session);
  world.setTimer(session, "resume", backAt);
}

/** The day is over: most log off, some walk away or close the lid, a few leave everything open. */
export function leave(world: World, session: Session): void {
  const person = session.personId === null ? null : world.personById(session.personId);
  const logsOff = person?.habit.logsOff ?? 1;
  if (world.random.chance(logsOff)) {
    if (session.desktop || !world.groupById(session.groupId).linger) endSession(world, session, "log-off");
    else closeApplications(world, session);
    return;
  }
  clearTimers(session);
  if (world.random.chance(0.75)) disconnect(world, session, "user");
  else goIdle(world, session);
}

/** Somebody opens another application, or closes one. */
export function changeApplications(world: World, session: Session): void {
  world.setTimer(session, "application", world.now + world.random.wait(APPLICATION_CHANGE_MS) + SECOND);
  if (session.idleSince !== null) return;
  const open = session.applications.length;
  if (open < 3 && world.random.chance(open === 1 ? 0.55 : 0.4)) startApplication(world, session);
  else closeApplication(world, session);
}

export function startApplication(world: World, session: Session): void {
  const { applicationIds } = world.groupById(session.groupId);
  if (applicationIds.length === 0) return;
  const running: RunningApplication = {
    id: world.nextId("applicationInstance"),
    applicationId: world.random.pick(applicationIds),
    sessionKey: session.id,
    start: world.now,
    end: null,
    modified: world.now,
  };
  session.applications.push(running);
  renewLeases(world, session, running.applicationId);
  const event: LifeEvent = lifeOf(session) === "starting" ? LOGGED_ON : { kind: "application-started" };
  happen(world, session, event, () => changeAppState(world, session, "Active"));
  delete session.timers.standbyDisconnect;
  delete session.timers.standbyTerminate;
  applicationChanged(world, session, running);
}

function closeApplication(world: World, session: Session): void {
  const closing = session.applications[0];
  if (!closing) return;
  closing.end = world.now;
  applicationChanged(world, session, closing);
  session.applications = session.applications.slice(1);
  if (session.applications.length > 0) return;
  const lingers = world.groupById(session.groupId).linger !== null;
  const event: LifeEvent = { kind: "last-application-closed", lingers };
  if (lingers) stand(world, session, "Lingering", event);
  else endSession(world, session, "log-off", event);
}

export function closeApplications(world: World, session: Session): void {
  while (session.applications.length > 0 && session.end === null) closeApplication(world, session);
}

/** Pre-launched or lingering: nobody works in it; its group's two timers decide how long it is kept. */
export function stand(world: World, session: Session, appState: "PreLaunched" | "Lingering", event: LifeEvent): void {
  const group = world.groupById(session.groupId);
  const limits = appState === "PreLaunched" ? group.prelaunch : group.linger;
  happen(world, session, event, () => {
    changeAppState(world, session, appState);
    session.idleSince = null;
  });
  const { disconnectedLimit } = session.timers;
  clearTimers(session);
  if (session.state === "Disconnected") session.timers.disconnectedLimit = disconnectedLimit;
  sessionChanged(world, session);
  if (!limits) {
    endSession(world, session, "limit", terminated(appState));
    return;
  }
  const { disconnectMs, terminateMs } = limits;
  if (disconnectMs > 0 && (terminateMs === 0 || disconnectMs < terminateMs)) {
    world.setTimer(session, "standbyDisconnect", world.now + disconnectMs);
  }
  if (terminateMs > 0) world.setTimer(session, "standbyTerminate", world.now + terminateMs);
}

/** The terminate timer ran out. A pre-launched session lingers where that is configured, else it ends. */
export function endStandby(world: World, session: Session): void {
  const lingers = world.groupById(session.groupId).linger !== null;
  const event = terminated(session.appState, lingers);
  if (session.appState === "PreLaunched" && lingers) stand(world, session, "Lingering", event);
  else endSession(world, session, "limit", event);
}

function terminated(appState: Session["appState"], lingers = false): LifeEvent {
  return ranOut(appState === "PreLaunched" ? "pre-launch-terminate" : "linger-terminate", lingers);
}
