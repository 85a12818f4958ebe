import type { Instant } from "../site";
import { isOpen } from "./classes";
import { certaintyOf, seeAgain, withCertainty } from "./confirm-incident";
import type { Finding, GhostIdentity } from "./finding";
import type { Incident, IncidentEntry } from "./incident";
import { type FoundEvent, type Reduction, unchanged } from "./incident-event";
import { isSameValue } from "./same-value";

/** Who comes back within this time is the same ghost, with its history; later it is another one. */
export const RETURN_WITHIN_MS = 24 * 3_600_000;

/** What a finding makes of the last incident of its subject (null: there is none that counts). */
export function findIncident(incident: Incident | null, { finding, at, id }: FoundEvent): Reduction {
  if (!incident || isOver(incident, at)) return begin(finding, at, id);
  if (isOpen(incident.state)) return goOn(incident, finding, at);
  if (incident.state === "cleared") return comeBack(incident, finding, at);
  if (isAnotherMatter(incident, finding)) return suspectAnew(incident, finding, at);
  // Dismissed: a person's word stands for as long as its subject does, and a day longer.
  return unchanged(incident.clearedAt === null ? incident : { ...incident, clearedAt: null });
}

/** Ended for so long that a new finding of its subject has nothing to do with it. */
export function isOver({ clearedAt }: Incident, at: Instant): boolean {
  return clearedAt !== null && at - clearedAt > RETURN_WITHIN_MS;
}

function begin(finding: Finding, at: Instant, id: string): Reduction {
  const incident: Incident = {
    ...finding,
    id,
    state: "suspect",
    firstSeenAt: at,
    lastSeenAt: at,
    suspectedAt: at,
    confirmedAt: null,
    firstActionAt: null,
    clearedAt: null,
    outcome: null,
    returns: 0,
    resting: null,
    taken: null,
    dismissed: null,
  };
  return { incident, entries: [{ at, event: "suspected", by: null, detail: null }] };
}

function goOn(incident: Incident, finding: Finding, at: Instant): Reduction {
  const told = tell(incident, finding);
  const seen = seeAgain(told.class === incident.class ? told : doubt(told, at), at);
  return { incident: seen.incident, entries: [...classChange(incident, finding, at), ...seen.entries] };
}

function comeBack(incident: Incident, finding: Finding, at: Instant): Reduction {
  const back: Incident = {
    ...tell(incident, finding),
    state: "returned",
    lastSeenAt: at,
    suspectedAt: at,
    confirmedAt: null,
    clearedAt: null,
    outcome: null,
    returns: incident.returns + 1,
    // Whoever worked on it may have gone home since.
    taken: null,
  };
  const returned: IncidentEntry = { at, event: "returned", by: null, detail: null };
  return { incident: back, entries: [returned, ...classChange(incident, finding, at)] };
}

/** Who said that an old session is somebody's work did not say that it can never hang or be lost. */
function isAnotherMatter({ class: dismissed }: Incident, { class: found }: Finding): boolean {
  return dismissed === "just-old" && found !== "just-old";
}

function suspectAnew(incident: Incident, finding: Finding, at: Instant): Reduction {
  const begun = { state: "suspect", lastSeenAt: at, suspectedAt: at, confirmedAt: null } as const;
  const suspect = { ...tell(incident, finding), ...begun, clearedAt: null, dismissed: null };
  const suspected: IncidentEntry = { at, event: "suspected", by: null, detail: null };
  return { incident: suspect, entries: [suspected, ...classChange(incident, finding, at)] };
}

/** Of another class the first read is a first read; and what only its server could confirm is no longer proven. */
function doubt(incident: Incident, at: Instant): Incident {
  const certainty = certaintyOf(incident);
  const isUnproven = certainty === "confirmed" && incident.confirmedBy !== "second-read";
  if (isUnproven) return { ...withCertainty(incident, "suspect"), confirmedAt: null, suspectedAt: at };
  return certainty === "suspect" ? { ...incident, suspectedAt: at } : incident;
}

function classChange(incident: Incident, finding: Finding, at: Instant): IncidentEntry[] {
  if (incident.class === finding.class) return [];
  return [{ at, event: "class-changed", by: null, detail: incident.class }];
}

/** The incident with what the finding says; the same object where it says nothing new. */
function tell(incident: Incident, finding: Finding): Incident {
  const told: Incident = {
    ...incident,
    ...knownIdentity(incident, finding),
    class: finding.class,
    since: sinceOf(incident, finding),
    graceMs: finding.graceMs,
    confidence: finding.confidence,
    confirmedBy: finding.confirmedBy,
    next: finding.next,
    evidence: finding.evidence,
    // Who was hurt was hurt, also when the failed launches were groomed on the site's side.
    hurt: finding.hurt.launches >= incident.hurt.launches ? finding.hurt : incident.hurt,
  };
  return isSameValue(told, incident) ? incident : told;
}

/** A trace is counted over a window that moves on; the machine has been sick since its first failure. */
function sinceOf(incident: Incident, finding: Finding): Instant {
  const goesOn = isOpen(incident.state) && finding.class === "failure-trace";
  return goesOn ? Math.min(incident.since, finding.since) : finding.since;
}

/** A name once known stays, though a source that knew it is lost by now. */
function knownIdentity(incident: Incident, finding: Finding): GhostIdentity {
  const person = finding.userSource === "none" ? incident : finding;
  return {
    user: person.user,
    userKey: person.userKey,
    userSource: person.userSource,
    userFullName: person.userFullName,
    machine: finding.machine ?? incident.machine,
    machineKey: finding.machineKey ?? incident.machineKey,
    deliveryGroup: finding.deliveryGroup ?? incident.deliveryGroup,
    deliveryGroupKey: finding.deliveryGroupKey ?? incident.deliveryGroupKey,
    sessionSupport: finding.sessionSupport ?? incident.sessionSupport,
  };
}
