import { type GhostClass, isOpen } from "@/lib/domain/ghost/classes";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { Instant } from "@/lib/domain/site";

/** What somebody held to be a ghost, of one class, without a break. */
export interface Sighting {
  readonly subjectKind: "session" | "machine";
  readonly subject: string;
  readonly machineKey: string | null;
  readonly class: GhostClass;
  readonly suspectedAt: Instant;
  confirmedAt: Instant | null;
  /** Null: until the end of the run. */
  endedAt: Instant | null;
}

/** Turns changes of incidents into sightings: one ends where its incident ends or becomes another class. */
export class SightingLog {
  readonly all: Sighting[] = [];
  readonly #open = new Map<string, Sighting>();

  note(incident: Incident, at: Instant): void {
    const key = `${incident.subject.kind} ${incident.subject.key}`;
    const known = this.#open.get(key);
    const stands = isOpen(incident.state);
    if (known && (!stands || known.class !== incident.class)) {
      known.endedAt = at;
      this.#open.delete(key);
    }
    if (!stands) return;
    const sighting = this.#open.get(key) ?? this.#begin(key, incident, at);
    if (sighting.confirmedAt === null && incident.confirmedAt !== null) sighting.confirmedAt = at;
  }

  #begin(key: string, { subject, machineKey, class: found }: Incident, at: Instant): Sighting {
    const sighting: Sighting = {
      subjectKind: subject.kind,
      subject: subject.key,
      machineKey,
      class: found,
      suspectedAt: at,
      confirmedAt: null,
      endedAt: null,
    };
    this.#open.set(key, sighting);
    this.all.push(sighting);
    return sighting;
  }
}
