import type { Lease } from "@/lib/domain/lease/lease";
import type { MachineTimers } from "@/lib/domain/session/limits";
import type { DeliveryGroup, Instant, Machine, Person, Session } from "@/lib/domain/site";
import type { GhostBook, Snapshot, Source } from "@/lib/domain/snapshot";
import { isSameRecord } from "./compose";
import type { Changes, DeltaPart, Surroundings } from "./protocol";
import type { SnapshotChange } from "./runtime";
import { ShardedMap, type ShardedMapDraft } from "./sharded-map";
import { shareTexts } from "./shared-texts";
import { leaseBook, timerBook } from "./standing-books";

/** Builds one immutable snapshot after another out of the parts that the reading thread sends. */

type KeySets = ShardedMap<ReadonlySet<string>>;
type KeySetsDraft = ShardedMapDraft<ReadonlySet<string>>;
const NO_KEYS: ReadonlySet<string> = new Set();

interface Content {
  readonly sessions: ShardedMap<Session>;
  readonly machines: ShardedMap<Machine>;
  readonly people: ShardedMap<Person>;
  readonly groups: ReadonlyMap<string, DeliveryGroup>;
  readonly leases: ShardedMap<Lease>;
  readonly timers: ShardedMap<MachineTimers>;
  readonly byUser: KeySets;
  readonly byMachine: KeySets;
}

const emptyContent = (): Content => ({
  sessions: ShardedMap.empty(),
  machines: ShardedMap.empty(),
  people: ShardedMap.empty(),
  groups: new Map(),
  leases: ShardedMap.empty(),
  timers: ShardedMap.empty(),
  byUser: ShardedMap.empty(),
  byMachine: ShardedMap.empty(),
});

function addKey(sets: KeySetsDraft, owner: string | null, key: string): void {
  if (owner !== null) sets.set(owner, new Set(sets.get(owner)).add(key));
}

function removeKey(sets: KeySetsDraft, owner: string | null, key: string): void {
  if (owner === null) return;
  const rest = new Set(sets.get(owner));
  rest.delete(key);
  if (rest.size === 0) sets.delete(owner);
  else sets.set(owner, rest);
}

function applyChanges<TRecord extends { readonly key: string }>(
  map: ShardedMap<TRecord>,
  changes: Changes<TRecord> | undefined,
  touched: Set<string>,
): ShardedMap<TRecord> {
  if (!changes) return map;
  const draft = map.draft();
  for (const record of changes.upserts) {
    draft.set(record.key, record);
    touched.add(record.key);
  }
  for (const key of changes.removals) {
    draft.delete(key);
    touched.add(key);
  }
  return draft.done();
}

/**
 * What of these changes the snapshot does not say already. Records crossed a thread and every text in them is a copy of its own: the
 * texts that thousands of records share are made one again.
 */
function realChanges<TRecord extends { readonly key: string }>(
  known: ShardedMap<TRecord>,
  changes: Changes<TRecord> | undefined,
): Changes<TRecord> | undefined {
  if (!changes) return undefined;
  const upserts = changes.upserts.filter((record) => {
    const before = known.get(record.key);
    return !before || !isSameRecord(before, record);
  });
  return { upserts: upserts.map(shareTexts), removals: changes.removals.filter((key) => known.has(key)) };
}

function applyToOwners(content: Content, changes: Changes<Session> | undefined): Pick<Content, "byUser" | "byMachine"> {
  if (!changes) return content;
  const byUser = content.byUser.draft();
  const byMachine = content.byMachine.draft();
  const forget = (session: Session | undefined) => {
    if (!session) return;
    removeKey(byUser, session.userKey, session.key);
    removeKey(byMachine, session.machineKey, session.key);
  };
  for (const session of changes.upserts) {
    const before = content.sessions.get(session.key);
    if (before?.userKey === session.userKey && before.machineKey === session.machineKey) continue;
    forget(before);
    addKey(byUser, session.userKey, session.key);
    addKey(byMachine, session.machineKey, session.key);
  }
  for (const key of changes.removals) forget(content.sessions.get(key));
  return { byUser: byUser.done(), byMachine: byMachine.done() };
}

/** Keys of what was added since the last version. */
interface Touched {
  readonly sessions: Set<string>;
  readonly machines: Set<string>;
  readonly people: Set<string>;
  readonly leases: Set<string>;
  readonly timers: Set<string>;
  groups: boolean;
}

const TOUCHED = ["sessions", "machines", "people", "leases", "timers"] as const;
const nothingTouched = (): Touched => ({
  ...{ sessions: new Set(), machines: new Set(), people: new Set(), leases: new Set(), timers: new Set() },
  groups: false,
});

/** What a snapshot carries beside its records. */
export interface SnapshotFacts {
  readonly asOf: Instant;
  readonly siteName: string;
  readonly sources: readonly Source[];
  readonly clockSkewMs: number | null;
  readonly ghosts: GhostBook;
  readonly surroundings: Surroundings;
}

/** What moved beside the records: what is said of the sources, and the ids of incidents and operations that came, changed or ended. */
export interface Moved {
  readonly sources: boolean;
  readonly ghosts: readonly string[];
  /** Ids of operations that began, went on or ended. */
  readonly operations?: readonly string[];
  /** What surrounds the leases, or the limits of groups. */
  readonly surroundings?: boolean;
  readonly readings?: boolean;
}

export class SnapshotStore {
  #content = emptyContent();
  #published = this.#content;
  #version: number;
  #touched = nothingTouched();

  /** The first version published is `firstVersion`. */
  constructor(firstVersion = 1) {
    this.#version = firstVersion - 1;
  }

  /** The parts that follow are the whole site. Leases stand: in an outage a new reader cannot read them, and they are needed then. */
  reset(): void {
    const { leases } = this.#content;
    for (const name of TOUCHED) {
      if (name !== "leases") this.#touchAll(name);
    }
    this.#content = { ...emptyContent(), leases };
    this.#touched.groups = true;
  }

  #touchAll(name: (typeof TOUCHED)[number]): void {
    for (const { key } of this.#content[name].values()) this.#touched[name].add(key);
  }

  add(part: DeltaPart): void {
    const content = this.#content;
    const sessions = realChanges(content.sessions, part.sessions);
    const machines = realChanges(content.machines, part.machines);
    const people = realChanges(content.people, part.people);
    const owners = applyToOwners(content, sessions);
    const { leases, timers } = part;
    if (part.leasesAnew) this.#touchAll("leases");
    const knownLeases = part.leasesAnew ? emptyContent().leases : content.leases;
    this.#content = {
      ...owners,
      sessions: applyChanges(content.sessions, sessions, this.#touched.sessions),
      machines: applyChanges(content.machines, machines, this.#touched.machines),
      people: applyChanges(content.people, people, this.#touched.people),
      leases: applyChanges(knownLeases, leases, this.#touched.leases),
      timers: applyChanges(content.timers, timers, this.#touched.timers),
      groups: part.groups ? new Map(part.groups.map((group) => [group.key, group])) : content.groups,
    };
    if (part.groups) this.#touched.groups = true;
  }

  /** Whether anything was added since the last {@link publish}. */
  get isChanged(): boolean {
    return this.#touched.groups || TOUCHED.some((name) => this.#touched[name].size > 0);
  }

  /** The next version, and what it changed against the one before. */
  publish(facts: SnapshotFacts, moved: Moved): { snapshot: Snapshot; change: SnapshotChange } {
    const touched = this.#touched;
    this.#touched = nothingTouched();
    this.#published = this.#content;
    return this.#nextVersion(facts, touched, moved);
  }

  /** The same records under new facts: what was added since the last {@link publish} may be half of a site, and waits. */
  repeat(facts: SnapshotFacts, moved: Moved): { snapshot: Snapshot; change: SnapshotChange } {
    return this.#nextVersion(facts, nothingTouched(), moved);
  }

  #nextVersion(facts: SnapshotFacts, touched: Touched, moved: Moved) {
    const { byUser, byMachine, leases, timers, ...records } = this.#published;
    const { surroundings, ...others } = facts;
    this.#version += 1;
    const snapshot: Snapshot = {
      version: this.#version,
      ...others,
      ...records,
      timers: timerBook(surroundings, timers),
      leases: leaseBook(surroundings, leases),
      sessionKeysOfUser: (key) => byUser.get(key) ?? NO_KEYS,
      sessionKeysOnMachine: (key) => byMachine.get(key) ?? NO_KEYS,
    };
    const change: SnapshotChange = {
      version: this.#version,
      asOf: facts.asOf,
      sessions: [...touched.sessions],
      machines: [...touched.machines],
      people: [...touched.people],
      ghosts: moved.ghosts,
      operations: moved.operations ?? [],
      leases: [...touched.leases],
      timers: [...touched.timers],
      surroundings: moved.surroundings ?? false,
      readings: moved.readings ?? false,
      groups: touched.groups,
      sources: moved.sources,
    };
    return { snapshot, change };
  }
}
