import { isOpen } from "@/lib/domain/ghost/classes";
import { awaitsConfirmation } from "@/lib/domain/ghost/confirm-incident";
import { isOver } from "@/lib/domain/ghost/find-incident";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { Instant } from "@/lib/domain/site";
import type { GhostBook } from "@/lib/domain/snapshot";
import { makeGhostBook } from "./ghost-book";
import { subjectId } from "./incident-changes";
import type { StoredIncidents } from "./incident-store";

/** The last incident of each subject, as the process holds it: open, dismissed while its subject stands, or ended within a day. */
export class IncidentMemory {
  readonly #bySubject = new Map<string, Incident>();
  readonly #byId = new Map<string, Incident>();
  readonly #suspects = new Set<string>();
  #openCount = 0;
  #lastEndedAt: Instant | null;
  #judgedSince: Instant | null = null;
  #book: GhostBook | null = null;

  constructor({ incidents, lastEndedAt }: StoredIncidents) {
    this.#lastEndedAt = lastEndedAt;
    for (const incident of incidents) this.put(incident);
  }

  get(id: string): Incident | undefined {
    return this.#byId.get(id);
  }

  /** By {@link subjectId}. */
  ofSubject(id: string): Incident | undefined {
    return this.#bySubject.get(id);
  }

  /** Those that a second read may confirm: where only a server could, every further read says the same. */
  suspects(): readonly Incident[] {
    return this.#among(this.#suspects);
  }

  /** Those whose subject, as far as is known, still is what was found: open ones and dismissed ones. */
  standing(): readonly Incident[] {
    return [...this.#bySubject.values()].filter(({ clearedAt }) => clearedAt === null);
  }

  put(incident: Incident): void {
    const id = subjectId(incident.subject);
    const before = this.#bySubject.get(id);
    if (before) this.#forgetMarks(id, before);
    this.#bySubject.set(id, incident);
    this.#byId.set(incident.id, incident);
    if (awaitsConfirmation(incident) && incident.confirmedBy === "second-read") this.#suspects.add(id);
    if (isOpen(incident.state)) this.#openCount += 1;
    else this.#lastEndedAt = Math.max(this.#lastEndedAt ?? 0, endOf(incident));
    this.#book = null;
  }

  /** Lets go of what ended more than a day before. */
  forget(now: Instant): void {
    for (const [id, incident] of this.#bySubject) if (isOver(incident, now)) this.#remove(id, incident);
  }

  /** A first complete read was judged: from now on it is known that nothing is open where nothing is. */
  judged(at: Instant): void {
    if (this.#judgedSince !== null) return;
    this.#judgedSince = at;
    this.#book = null;
  }

  get book(): GhostBook {
    const emptySince = this.#judgedSince === null ? null : (this.#lastEndedAt ?? this.#judgedSince);
    this.#book ??= makeGhostBook(this.#openCount === 0 ? [] : this.#bySubject.values(), emptySince);
    return this.#book;
  }

  #remove(id: string, incident: Incident): void {
    this.#bySubject.delete(id);
    this.#forgetMarks(id, incident);
  }

  #forgetMarks(id: string, incident: Incident): void {
    this.#byId.delete(incident.id);
    this.#suspects.delete(id);
    if (isOpen(incident.state)) this.#openCount -= 1;
  }

  #among(ids: ReadonlySet<string>): Incident[] {
    return [...ids].flatMap((id) => this.#bySubject.get(id) ?? []);
  }
}

/** When it stopped being open: a dismissed one with its dismissal, whatever became of its subject later. */
function endOf({ dismissed, clearedAt, state, lastSeenAt }: Incident): Instant {
  return (state === "dismissed" ? dismissed?.at : clearedAt) ?? lastSeenAt;
}
