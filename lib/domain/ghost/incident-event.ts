import type { OVER_STATES } from "../operation/states";
import type { Verb } from "../operation/verbs";
import type { Instant } from "../site";
import type { ClearReason } from "./classes";
import type { Finding } from "./finding";
import type { Incident, IncidentEntry } from "./incident";

/** What an operation on the ghost came to. */
export type ActionOutcome = (typeof OVER_STATES)[number] | "unknown";

/** What can happen to an incident. `at` is site time; `by` a person's name, null for Ghostdesk itself. */
export type IncidentEvent =
  /** The rules say so for the first time, or say something new. `id` is that of the incident which begins with it, if one does. */
  | { readonly type: "found"; readonly finding: Finding; readonly at: Instant; readonly id: string }
  /** A later read was judged and the finding still held in it. */
  | { readonly type: "seen-again"; readonly at: Instant }
  | { readonly type: "withdrawn"; readonly reason: ClearReason; readonly at: Instant }
  | { readonly type: "taken"; readonly by: string; readonly at: Instant }
  | { readonly type: "released"; readonly by: string | null; readonly at: Instant }
  | { readonly type: "acting"; readonly by: string | null; readonly verb: Verb; readonly at: Instant }
  | { readonly type: "acted"; readonly by: string | null; readonly outcome: ActionOutcome; readonly at: Instant }
  | { readonly type: "dismissed"; readonly by: string; readonly reason: string; readonly at: Instant }
  | { readonly type: "reopened"; readonly by: string; readonly at: Instant };

export type FoundEvent = Extract<IncidentEvent, { readonly type: "found" }>;

/** The incident after an event, and the lines that its history gains. The same object where the event changed nothing. */
export interface Reduction<TIncident extends Incident | null = Incident> {
  readonly incident: TIncident;
  readonly entries: readonly IncidentEntry[];
}

export function unchanged<TIncident extends Incident | null>(incident: TIncident): Reduction<TIncident> {
  return { incident, entries: [] };
}
