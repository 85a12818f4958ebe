import { isOpen } from "./classes";
import { certaintyOf } from "./confirm-incident";
import type { Incident } from "./incident";
import { type IncidentEvent, type Reduction, unchanged } from "./incident-event";

/** What people do with an incident. An event that does not fit its state changes nothing. */

type Event<TType extends IncidentEvent["type"]> = Extract<IncidentEvent, { readonly type: TType }>;

/** Says who works on it; whether one may take what another has is asked before. */
export function take(incident: Incident, { by, at }: Event<"taken">): Reduction {
  if (!isOpen(incident.state) || incident.taken?.by === by) return unchanged(incident);
  return { incident: { ...incident, taken: { by, at } }, entries: [{ at, event: "taken", by, detail: null }] };
}

export function release(incident: Incident, { by, at }: Event<"released">): Reduction {
  if (!isOpen(incident.state) || incident.taken === null) return unchanged(incident);
  return { incident: { ...incident, taken: null }, entries: [{ at, event: "released", by, detail: null }] };
}

export function act(incident: Incident, { by, verb, at }: Event<"acting">): Reduction {
  const resting = certaintyOf(incident);
  if (resting === null) return unchanged(incident);
  return {
    incident: { ...incident, state: "acting", resting, firstActionAt: incident.firstActionAt ?? at },
    entries: [{ at, event: "acting", by, detail: verb }],
  };
}

/** The action was answered. Its line is kept also where the ghost was gone before the answer came. */
export function endAct(incident: Incident, { by, outcome, at }: Event<"acted">): Reduction {
  const rested = incident.resting === null ? incident : { ...incident, state: incident.resting, resting: null };
  return { incident: rested, entries: [{ at, event: "acted", by, detail: outcome }] };
}

export function dismiss(incident: Incident, { by, reason, at }: Event<"dismissed">): Reduction {
  if (!isOpen(incident.state)) return unchanged(incident);
  return {
    incident: { ...incident, state: "dismissed", dismissed: { by, reason, at }, resting: null, taken: null },
    entries: [{ at, event: "dismissed", by, detail: reason }],
  };
}

/** Looked at again as a suspect. Where its subject is gone, the next judged read says so. */
export function reopen(incident: Incident, { by, at }: Event<"reopened">): Reduction {
  if (incident.state !== "dismissed") return unchanged(incident);
  const suspect = { state: "suspect", suspectedAt: at, confirmedAt: null, clearedAt: null, dismissed: null } as const;
  return { incident: { ...incident, ...suspect }, entries: [{ at, event: "reopened", by, detail: null }] };
}
