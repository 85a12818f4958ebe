import type { LifeEvent } from "@/lib/domain/session/life";
import type { World } from "../engine/world";
import type { Session } from "../entities/session";
import { BROKER_SESSIONS } from "../store/broker-tables";
import { CONNECTION_FAILURE } from "../store/session-tables";
import { brokerReason, categoryIdOf, type FailureCode, noteFailedConnection } from "./failures";
import { happen, ranOut } from "./life";
import { sessionEndedOnMachine } from "./machines";
import { applicationChanged, connectionChanged, connectionLogChanged, personSeen, sessionChanged } from "./rows";
import { closeTruth } from "./truth";

/** Why a session ended; the exit codes are samples seen in the wild, their meaning is not published. */
export const END_CAUSES = {
  "log-off": 1,
  limit: 4,
  "machine-restart": 7,
  "machine-off": 7,
  "agent-restart": 21,
  failed: null,
} as const;
export type EndCause = keyof typeof END_CAUSES;

/** What it is in the session's life, unless something else brought it about. */
const EVENTS: Readonly<Record<EndCause, LifeEvent>> = {
  "log-off": { kind: "logged-off" },
  limit: ranOut("disconnected"),
  "machine-restart": { kind: "lost" },
  "machine-off": { kind: "lost" },
  "agent-restart": { kind: "lost" },
  failed: { kind: "lost" },
};

/** Ends a session for good: its rows are completed, the broker forgets it. */
export function endSession(world: World, session: Session, cause: EndCause, event: LifeEvent = EVENTS[cause]): void {
  if (session.end !== null) return;
  happen(world, session, event, () => {
    session.end = world.now;
  });
  session.exitCode = END_CAUSES[cause];
  session.idleSince = null;
  session.unresolved = false;
  session.windows = null;
  session.timers = {};
  session.loggingOff = undefined;
  world.census.removeSession(session);
  world.sessions.delete(session.id);
  endApplications(world, session);
  if (session.log && session.log.endedAt === null) {
    session.log.endedAt = world.now;
    session.log.disconnected = false;
    connectionLogChanged(world, session);
  }
  if (session.established) {
    sessionChanged(world, session);
    world.batch.remove(BROKER_SESSIONS, session.uid);
  }
  world.changes.remove(session);
  closeTruth(world, "session", session.id, cause);
  sessionEndedOnMachine(world, session, cause);
}

function endApplications(world: World, session: Session): void {
  for (const running of session.applications) {
    running.end = world.now;
    applicationChanged(world, session, running);
  }
}

/** A launch that a machine had taken and that came to nothing: the session's row ends with its failure. */
export function failSession(world: World, session: Session, code: FailureCode): void {
  session.failure = { at: world.now, categoryId: categoryIdOf(code) };
  const person = session.brokeredFor === null ? null : world.personById(session.brokeredFor);
  if (person && session.personId === null) session.personId = person.id;
  if (person) personSeen(world, person);
  session.established = true;
  if (session.log) {
    session.log.failure = brokerReason(code);
    session.log.endedAt = world.now;
    session.log.disconnected = false;
    connectionLogChanged(world, session);
  }
  connectionChanged(world, session);
  world.batch.put(CONNECTION_FAILURE, {
    sessionKey: session.id,
    at: world.now,
    personId: session.personId,
    machineId: session.machineId,
    categoryId: session.failure.categoryId,
    code,
    desktop: session.desktop,
    logId: world.nextId("failureLog"),
  });
  noteFailedConnection(world, world.machineById(session.machineId), session.brokeredFor, code);
  endSession(world, session, "failed");
  if (person) {
    person.refusals += 1;
    world.setTimer(person, "retry", world.now + world.random.whole(30_000, 120_000));
  }
}
