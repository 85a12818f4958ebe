import { drawsFor } from "../engine/draws";
import { SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Session } from "../entities/session";
import { launchesAgain, reconnectsLater } from "../model/coming-back";
import { disconnect } from "../model/connecting";
import { endSession } from "../model/ending";
import { ActRefusal, REFUSALS } from "./refusal";

/** What the SDK lets people do to a session. A machine takes such a request, and it happens later, or never (domain facts, acting). */

/** Log-offs of a hung logon, or of a desktop stuck before it became active, that Windows brings to an end. */
const BROKEN_LOGS_OFF = 0.5;
/** Windows asks each program to end, in seconds. */
const LOG_OFF_S = { from: 5, to: 25 };

/** The agent passes the request on: there has to be one that is heard. */
function requireAgent(world: World, session: Session): void {
  const machine = world.machineById(session.machineId);
  if (machine.registered && machine.power === "On") return;
  const why = machine.power === "On" ? "is not registered with a controller" : `is ${machine.power}`;
  throw new ActRefusal(
    REFUSALS.sessionOperation,
    `Session operation error - attempted:1, failed:1, succeeded:0. ${machine.name} ${why}.`,
    {
      OperationsAttemptedCount: 1,
      OperationsFailedCount: 1,
      OperationsSucceededCount: 0,
      UnresolvedSessionFailuresCount: 0,
      OperationInvocationFailuresCount: 0,
      DesktopExecutionFailuresCount: 1,
    },
  );
}

/** Stop-BrokerSession: accepted at once. Where no Windows session is left nothing ever happens. */
export function logOff(world: World, session: Session): void {
  requireAgent(world, session);
  if (session.windows === null || session.timers.logOff !== undefined) return;
  session.loggingOff = true;
  world.changes.changed.add(session);
  const { broken } = session;
  const draws = drawsFor(world, `log-off ${session.uid}`);
  const obeys = draws.chance(BROKEN_LOGS_OFF);
  if ((broken === "hung" || broken === "stuck") && !obeys) return;
  session.timers = {};
  world.setTimer(session, "logOff", world.now + draws.whole(LOG_OFF_S.from, LOG_OFF_S.to) * SECOND);
}

/** Windows is done with it; the site hears of it as soon as the machine is with a controller. */
export function finishLogOff(world: World, session: Session): void {
  if (!world.machineById(session.machineId).registered) {
    world.setTimer(session, "logOff", world.now + 5 * SECOND);
    return;
  }
  endSession(world, session, "log-off");
  launchesAgain(world, session);
}

/** Disconnect-BrokerSession: without a warning, a moment later. A session without a client stays as it is. */
export function disconnectSession(world: World, session: Session): void {
  requireAgent(world, session);
  const isParted = session.windows === null || session.broken !== null || session.state === "Disconnected";
  if (isParted || session.loggingOff) return;
  const draws = drawsFor(world, `disconnect ${session.uid}`);
  world.setTimer(session, "disconnectAsked", world.now + draws.whole(1, 3) * SECOND);
}

/** A logon is finished first. */
export function askedDisconnect(world: World, session: Session): void {
  if (session.windows === null || session.broken !== null || session.state === "Disconnected") return;
  if (session.pending) {
    world.setTimer(session, "disconnectAsked", world.now + 5 * SECOND);
    return;
  }
  disconnect(world, session, "administrator");
  reconnectsLater(world, session);
}

/** Send-BrokerSessionMessage: shown where a Windows session is, and nobody says whether it was read. */
export function sendMessage(world: World, session: Session, message: { title: string; text: string }): void {
  requireAgent(world, session);
  if (session.windows === null) return;
  session.message = { title: message.title, text: message.text, at: world.now };
  world.changes.changed.add(session);
}

/** Set-BrokerSession -Hidden: for brokering a hidden session does not exist. Sessions of private desktops can never be hidden. */
export function setHidden(world: World, session: Session, hidden: boolean): void {
  if (world.groupById(session.groupId).desktopKind === "Private") {
    throw new ActRefusal(
      REFUSALS.invalid,
      "Only sessions of shared desktops or applications can be hidden or unhidden.",
    );
  }
  if (session.hidden === hidden) return;
  session.hidden = hidden;
  world.changes.changed.add(session);
  if (hidden && session.broken !== null) launchesAgain(world, session);
}
