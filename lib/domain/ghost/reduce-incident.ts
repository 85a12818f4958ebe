import { isOpen } from "./classes";
import { seeAgain } from "./confirm-incident";
import { findIncident } from "./find-incident";
import type { Incident } from "./incident";
import { type IncidentEvent, type Reduction, unchanged } from "./incident-event";
import { act, dismiss, endAct, release, reopen, take } from "./work-on-incident";

/**
 * The life of one ghost, suspect → confirmed → acting → cleared | returned | dismissed, as a reducer over what happens to it.
 * `incident` is the last one of the subject, null where there is none; only a finding begins one. An event that says nothing
 * new gives back the same object and no line of history, so that reading the same site twice changes nothing.
 */
export function reduceIncident(incident: Incident, event: IncidentEvent): Reduction;
export function reduceIncident(incident: Incident | null, event: IncidentEvent): Reduction<Incident | null>;
export function reduceIncident(incident: Incident | null, event: IncidentEvent): Reduction<Incident | null> {
  if (event.type === "found") return findIncident(incident, event);
  return incident ? goOn(incident, event) : unchanged(incident);
}

function goOn(incident: Incident, event: Exclude<IncidentEvent, { readonly type: "found" }>): Reduction {
  switch (event.type) {
    case "seen-again":
      return seeAgain(incident, event.at);
    case "withdrawn":
      return withdraw(incident, event);
    case "taken":
      return take(incident, event);
    case "released":
      return release(incident, event);
    case "acting":
      return act(incident, event);
    case "acted":
      return endAct(incident, event);
    case "dismissed":
      return dismiss(incident, event);
    case "reopened":
      return reopen(incident, event);
  }
}

function withdraw(incident: Incident, event: Extract<IncidentEvent, { readonly type: "withdrawn" }>): Reduction {
  const { at, reason } = event;
  // A dismissed one was ended by a person; that its subject went is kept, so that a later ghost there is another one.
  if (incident.state === "dismissed" && incident.clearedAt === null) {
    return unchanged({ ...incident, clearedAt: at });
  }
  if (!isOpen(incident.state)) return unchanged(incident);
  return {
    incident: { ...incident, state: "cleared", clearedAt: at, outcome: reason, resting: null },
    entries: [{ at, event: "cleared", by: null, detail: reason }],
  };
}
