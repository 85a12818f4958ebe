import type { GhostMark, SessionRow } from "@/lib/api/contract/sessions";
import type { Instant, Session } from "@/lib/domain/site";
import type { GhostBook, Snapshot } from "@/lib/domain/snapshot";
import { isoOf, isoOrNull } from "./envelope";
import { dueOf, endsAnswer } from "./session-due";

/** A session as it travels: instants as ISO text, unknown as null, with what ends it next, marked where it has an open incident. */
export function sessionRow(
  session: Session,
  { timers, ghosts }: Pick<Snapshot, "timers" | "ghosts">,
  now: Instant,
): SessionRow {
  const { life, ends } = dueOf(session, { timers, now });
  return {
    key: session.key,
    user: session.user,
    userFullName: session.userFullName,
    userKey: session.userKey,
    userSource: session.userSource,
    machine: session.machine,
    machineKey: session.machineKey,
    deliveryGroup: session.deliveryGroup,
    sessionSupport: session.sessionSupport,
    sessionType: session.sessionType,
    state: session.state,
    appState: session.appState,
    life,
    ends: endsAnswer(ends),
    since: isoOf(session.since),
    idleSince: isoOrNull(session.idleSince),
    startedAt: isoOrNull(session.startedAt),
    logOnDurationMs: session.logOnDurationMs,
    client: session.client,
    clientAddress: session.clientAddress,
    clientVersion: session.clientVersion,
    clientPlatform: session.clientPlatform,
    protocol: session.protocol,
    connectionMode: session.connectionMode,
    hidden: session.hidden,
    anonymous: session.anonymous,
    applications: [...session.applications],
    ghost: ghostMark(session.key, ghosts),
  };
}

function ghostMark(sessionKey: string, ghosts: Pick<GhostBook, "ofSession">): GhostMark | null {
  const incident = ghosts.ofSession(sessionKey);
  if (!incident) return null;
  return { id: incident.id, class: incident.class, state: incident.state, confidence: incident.confidence };
}
