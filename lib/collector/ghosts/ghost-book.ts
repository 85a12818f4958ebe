import { isOpen } from "@/lib/domain/ghost/classes";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { Instant } from "@/lib/domain/site";
import type { GhostBook } from "@/lib/domain/snapshot";

type Index = ReadonlyMap<string, readonly Incident[]>;

const NONE: readonly Incident[] = [];

/** The open incidents of one version. It never changes, so its indexes are made at the first question and kept. */
class OpenIncidents implements GhostBook {
  readonly emptySince: Instant | null;
  readonly #incidents: ReadonlyMap<string, Incident>;
  #bySession: ReadonlyMap<string, Incident> | null = null;
  #byMachine: Index | null = null;
  #byUser: Index | null = null;

  constructor(incidents: ReadonlyMap<string, Incident>, emptySince: Instant | null) {
    this.#incidents = incidents;
    this.emptySince = emptySince;
  }

  get size(): number {
    return this.#incidents.size;
  }

  get(id: string): Incident | undefined {
    return this.#incidents.get(id);
  }

  values(): IterableIterator<Incident> {
    return this.#incidents.values();
  }

  ofSession(sessionKey: string): Incident | undefined {
    this.#bySession ??= new Map(
      [...this.#incidents.values()]
        .filter(({ subject }) => subject.kind === "session")
        .map((incident) => [incident.subject.key, incident]),
    );
    return this.#bySession.get(sessionKey);
  }

  onMachine(machineKey: string): readonly Incident[] {
    this.#byMachine ??= this.#indexBy(({ machineKey: key }) => key);
    return this.#byMachine.get(machineKey) ?? NONE;
  }

  ofUser(userKey: string): readonly Incident[] {
    this.#byUser ??= this.#indexBy(({ userKey: key }) => key);
    return this.#byUser.get(userKey) ?? NONE;
  }

  #indexBy(keyOf: (incident: Incident) => string | null): Index {
    const index = new Map<string, Incident[]>();
    for (const incident of this.#incidents.values()) {
      const key = keyOf(incident);
      if (key === null) continue;
      const there = index.get(key);
      if (there) there.push(incident);
      else index.set(key, [incident]);
    }
    return index;
  }
}

/**
 * The book of these incidents; those that are not open stay out of it. `emptySince`: site time since when none has been
 * open, ignored where one is.
 */
export function makeGhostBook(incidents: Iterable<Incident>, emptySince: Instant | null): GhostBook {
  const open = new Map([...incidents].filter(({ state }) => isOpen(state)).map((incident) => [incident.id, incident]));
  return new OpenIncidents(open, open.size === 0 ? emptySince : null);
}

export const EMPTY_GHOST_BOOK: GhostBook = makeGhostBook([], null);
