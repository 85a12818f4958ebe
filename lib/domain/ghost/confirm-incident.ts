import { isOpen } from "./classes";
import type { Incident } from "./incident";
import { type Reduction, unchanged } from "./incident-event";

/** A second read confirms from here on: one read may fall between two writes of the site. */
export const CONFIRM_AFTER_MS = 10_000;

/** How sure an open incident is, whether or not somebody acts on it just now; null where it is not open. */
export function certaintyOf({ state, resting }: Incident): Incident["resting"] {
  if (state === "acting") return resting;
  return state === "suspect" || state === "confirmed" || state === "returned" ? state : null;
}

/** The incident with that certainty, still acting where somebody acts on it. */
export function withCertainty(incident: Incident, certainty: NonNullable<Incident["resting"]>): Incident {
  return incident.state === "acting" ? { ...incident, resting: certainty } : { ...incident, state: certainty };
}

/** A suspect, or one that came back and was read only once since: `returned` stays its state, and `confirmedAt` says the rest. */
export function awaitsConfirmation(incident: Incident): boolean {
  const certainty = certaintyOf(incident);
  return certainty === "suspect" || (certainty === "returned" && incident.confirmedAt === null);
}

/** A read that was judged at `at` still holds it: what the read confirms, and that it was seen. */
export function seeAgain(incident: Incident, at: number): Reduction {
  if (!isOpen(incident.state)) return unchanged(incident);
  const seen = at > incident.lastSeenAt ? { ...incident, lastSeenAt: at } : incident;
  const isDue = seen.confirmedBy === "second-read" && at - seen.suspectedAt >= CONFIRM_AFTER_MS;
  if (!isDue || !awaitsConfirmation(seen)) return unchanged(seen);
  const confirmed = { ...seen, confirmedAt: at };
  return {
    incident: certaintyOf(seen) === "suspect" ? withCertainty(confirmed, "confirmed") : confirmed,
    entries: [{ at, event: "confirmed", by: null, detail: null }],
  };
}
