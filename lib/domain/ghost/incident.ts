import type { Instant } from "../site";
import type { ClearReason, Confidence, GhostClass, IncidentState, NextStep, OPEN_STATES } from "./classes";
import type { Claim } from "./evidence";
import type { Finding, GhostIdentity, Hurt, Subject } from "./finding";

/** What an incident is again when an action is over that did not end it. */
export type RestingState = Exclude<(typeof OPEN_STATES)[number], "acting">;

/** One ghost's life as it is known: found by the rules, worked on by people, ended by the site. Times are site times. */
export interface Incident extends GhostIdentity {
  readonly id: string;
  readonly subject: Subject;
  readonly class: GhostClass;
  readonly state: IncidentState;
  readonly confidence: Confidence;
  /** Since when the condition holds, by the site's own rows. */
  readonly since: Instant;
  readonly graceMs: number;
  readonly firstSeenAt: Instant;
  /** The last read known to have held it; of an open one it may be a minute behind the snapshot. */
  readonly lastSeenAt: Instant;
  /** Since when it has been suspected: first seen, seen as another class, or reopened. A second read is counted from here. */
  readonly suspectedAt: Instant;
  readonly confirmedBy: Finding["confirmedBy"];
  readonly confirmedAt: Instant | null;
  readonly firstActionAt: Instant | null;
  /** When its subject stopped being one; of a dismissed one as well, whose outcome stays null. */
  readonly clearedAt: Instant | null;
  /** Why it ended; null while it is open or dismissed. */
  readonly outcome: ClearReason | null;
  /** How often it came back within a day of being cleared. */
  readonly returns: number;
  /** Set while it is acting: what it was before. */
  readonly resting: RestingState | null;
  readonly taken: { readonly by: string; readonly at: Instant } | null;
  readonly dismissed: { readonly by: string; readonly reason: string; readonly at: Instant } | null;
  readonly next: NextStep | null;
  readonly evidence: readonly Claim[];
  readonly hurt: Hurt;
}

export const INCIDENT_EVENTS = [
  "suspected",
  "confirmed",
  "class-changed",
  "taken",
  "released",
  "acting",
  "acted",
  "cleared",
  "returned",
  "dismissed",
  "reopened",
] as const;

/** One line of an incident's history. */
export interface IncidentEntry {
  readonly at: Instant;
  readonly event: (typeof INCIDENT_EVENTS)[number];
  /** Who did it; null: Ghostdesk itself. */
  readonly by: string | null;
  /** A person's reason, a ClearReason, the class before a change, an action's verb or outcome; null where there is none. */
  readonly detail: string | null;
}
