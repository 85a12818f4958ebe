import type { DeliveryGroup, Instant, Machine, Person, Session } from "@/lib/domain/site";
import type { Snapshot, Source } from "@/lib/domain/snapshot";
import type { Changes, DeltaPart } from "./protocol";
import type { SnapshotChange } from "./runtime";
import { ShardedMap, type ShardedMapDraft } from "./sharded-map";

/** Builds one immutable snapshot after another out of the parts that the reading thread sends. */

type KeySets = ShardedMap<ReadonlySet<string>>;
type KeySetsDraft = ShardedMapDraft<ReadonlySet<string>>;
const NO_KEYS: ReadonlySet<string> = new Set();

interface Content {
  readonly sessions: ShardedMap<Session>;
  readonly machines: ShardedMap<Machine>;
  readonly people: ShardedMap<Person>;
  readonly groups: ReadonlyMap<string, DeliveryGroup>;
  readonly byUser: KeySets;
  readonly byMachine: KeySets;
}

const emptyContent = (): Content => ({
  sessions: ShardedMap.empty(),
  machines: ShardedMap.empty(),
  people: ShardedMap.empty(),
  groups: new Map(),
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
  for (const record of changes.upserts) draft.set(record.key, record);
  for (const key of changes.removals) draft.delete(key);
  for (const record of changes.upserts) touched.add(record.key);
  for (const key of changes.removals) touched.add(key);
  return draft.done();
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

/** What a snapshot carries beside its records. */
export interface SnapshotFacts {
  readonly asOf: Instant;
  readonly siteName: string;
  readonly sources: readonly Source[];
  readonly clockSkewMs: number | null;
}

export class SnapshotStore {
  #content = emptyContent();
  #version = 0;
  #touched = { sessions: new Set<string>(), machines: new Set<string>(), people: new Set<string>(), groups: false };

  /** Forgets everything: the parts that follow are the whole site. */
  reset(): void {
    for (const name of ["sessions", "machines", "people"] as const) {
      for (const record of this.#content[name].values()) this.#touched[name].add(record.key);
    }
    this.#content = emptyContent();
    this.#touched.groups = true;
  }

  add(part: DeltaPart): void {
    const content = this.#content;
    const owners = applyToOwners(content, part.sessions);
    this.#content = {
      ...owners,
      sessions: applyChanges(content.sessions, part.sessions, this.#touched.sessions),
      machines: applyChanges(content.machines, part.machines, this.#touched.machines),
      people: applyChanges(content.people, part.people, this.#touched.people),
      groups: part.groups ? new Map(part.groups.map((group) => [group.key, group])) : content.groups,
    };
    if (part.groups) this.#touched.groups = true;
  }

  /** Whether anything was added since the last {@link publish}. */
  get isChanged(): boolean {
    const { sessions, machines, people, groups } = this.#touched;
    return groups || sessions.size + machines.size + people.size > 0;
  }

  /** The next version, and what it changed against the one before. */
  publish(facts: SnapshotFacts, sourcesChanged: boolean): { snapshot: Snapshot; change: SnapshotChange } {
    const { byUser, byMachine, ...records } = this.#content;
    this.#version += 1;
    const snapshot: Snapshot = {
      version: this.#version,
      ...facts,
      ...records,
      sessionKeysOfUser: (key) => byUser.get(key) ?? NO_KEYS,
      sessionKeysOnMachine: (key) => byMachine.get(key) ?? NO_KEYS,
    };
    const touched = this.#touched;
    this.#touched = { sessions: new Set(), machines: new Set(), people: new Set(), groups: false };
    const change = {
      version: this.#version,
      asOf: facts.asOf,
      sessions: [...touched.sessions],
      machines: [...touched.machines],
      people: [...touched.people],
      groups: touched.groups,
      sources: sourcesChanged,
    };
    return { snapshot, change };
  }
}
