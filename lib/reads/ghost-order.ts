import { GHOST_SORTS, type GhostSort } from "@/lib/api/sort-fields";
import { CONFIDENCES, GHOST_CLASSES, type GhostClass, type IncidentState, isOpen } from "@/lib/domain/ghost/classes";
import { fold } from "./fold";
import type { ListedIncident } from "./ghost-row";
import type { SortValue } from "./sorting";
import { parseSort, type Sort } from "./window";

/** In which order ghosts stand. */

/** `urgency` is the order of the queue; it has no name of its own, as nobody sorts by it descending. */
type Field = GhostSort | "urgency";

/** Throws DeskError `invalid` naming the parameter. */
export function parseGhostSort(text: string | undefined): Sort<Field> {
  return parseSort<Field>(text, GHOST_SORTS, { field: "urgency", descending: false });
}

export function ghostSortValue(field: Field, incident: ListedIncident): SortValue {
  return SORT_VALUES[field](incident);
}

/** What needs a person stands first: a fault that is sure, then what may become one, then what somebody repairs already. */
const STATE_RANK: Record<IncidentState, number> = {
  returned: 0,
  confirmed: 1,
  suspect: 2,
  acting: 3,
  dismissed: 4,
  cleared: 5,
};

/** By precedence, but what is just old may be somebody's work and can wait. */
const CLASSES: readonly GhostClass[] = [...GHOST_CLASSES.filter((each) => each !== "just-old"), "just-old"];
const classRank = (each: GhostClass) => CLASSES.indexOf(each);

const text = (value: string | null): SortValue => (value === null ? null : fold(value));

const SORT_VALUES: Record<Field, (incident: ListedIncident) => SortValue> = {
  urgency: urgencyOf,
  since: ({ since }) => since,
  class: (incident) => classRank(incident.class),
  user: ({ user }) => text(user),
  machine: ({ machine }) => text(machine),
  deliveryGroup: ({ deliveryGroup }) => text(deliveryGroup),
  state: ({ state }) => STATE_RANK[state],
  confidence: ({ confidence }) => CONFIDENCES.indexOf(confidence),
  firstSeen: ({ firstSeenAt }) => firstSeenAt,
};

/**
 * One text that sorts as the queue stands: what is just old after all other open ghosts; each of the two by state (one that came
 * back is as urgent as a confirmed one), class and age, the oldest first. What ended follows, the newest end first.
 */
function urgencyOf(incident: ListedIncident): string {
  if (!isOpen(incident.state)) return `2 ${digits(LATEST - endedAt(incident))}`;
  const waits = incident.class === "just-old" ? 1 : 0;
  const state = Math.max(STATE_RANK[incident.state], STATE_RANK.confirmed);
  return `${waits} ${state} ${classRank(incident.class)} ${digits(incident.since)}`;
}

/** When it stopped being of concern, by a person's word or by the site's. */
export function endedAt({ dismissed, clearedAt, lastSeenAt }: ListedIncident): number {
  return dismissed?.at ?? clearedAt ?? lastSeenAt;
}

/** The latest instant that a date can hold. */
const LATEST = 8_640_000_000_000_000;

function digits(instant: number): string {
  return `${Math.max(0, instant)}`.padStart(16, "0");
}
