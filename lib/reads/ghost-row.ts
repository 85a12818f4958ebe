import type { GhostRow } from "@/lib/api/contract/ghosts";
import type { Incident } from "@/lib/domain/ghost/incident";
import { isoOf, isoOrNull } from "./envelope";

/** What a row needs of an incident: all but its evidence. */
export type ListedIncident = Omit<Incident, "evidence">;

/** An incident as it travels: instants as ISO text. */
export function ghostRow(incident: ListedIncident): GhostRow {
  const { subject, taken, hurt } = incident;
  return {
    id: incident.id,
    subject: subject.kind,
    sessionKey: subject.kind === "session" ? subject.key : null,
    class: incident.class,
    state: incident.state,
    confidence: incident.confidence,
    since: isoOf(incident.since),
    graceMs: incident.graceMs,
    firstSeenAt: isoOf(incident.firstSeenAt),
    confirmedAt: isoOrNull(incident.confirmedAt),
    firstActionAt: isoOrNull(incident.firstActionAt),
    clearedAt: isoOrNull(incident.clearedAt),
    outcome: incident.outcome,
    returns: incident.returns,
    user: incident.user,
    userKey: incident.userKey,
    userFullName: incident.userFullName,
    userSource: incident.userSource,
    machine: incident.machine,
    machineKey: incident.machineKey,
    deliveryGroup: incident.deliveryGroup,
    sessionSupport: incident.sessionSupport,
    takenBy: taken?.by ?? null,
    takenAt: isoOrNull(taken?.at ?? null),
    failedLaunches: hurt.launches,
    next: incident.next,
  };
}
