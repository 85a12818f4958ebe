import type { DeliveryGroup, Machine, Person, Session } from "@/lib/domain/site";
import { composeGroup, composeMachine, composeSession, isSameRecord } from "./compose";
import type { Changes, DeltaPart } from "./protocol";
import type { SiteRows } from "./site-rows";

/** Turns changed rows into changed records: composes what may differ, compares, and keeps only what really does. */

const PART_RECORDS_MAX = 500;

export class Composer {
  readonly sessions = new Map<string, Session>();
  readonly machines = new Map<string, Machine>();
  #groups = new Map<string, DeliveryGroup>();
  readonly #rows: SiteRows;

  constructor(rows: SiteRows) {
    this.#rows = rows;
  }

  /** What changed since the last call, in parts small enough to receive in a few milliseconds. Clears the dirty marks. */
  *takeDelta(): Generator<DeltaPart> {
    const { dirty } = this.#rows;
    const all = dirty.all;
    if (all) yield { groups: this.#composeGroups() };
    const people = this.#takePeople();
    const machineKeys = all ? this.#rows.machines.keys() : [...dirty.machines];
    const machines = compare(machineKeys, this.machines, (key) => this.#composeMachine(key));
    this.#markSessionsOf(people.upserts, machines.upserts);
    const sessionKeys = all ? new Set([...this.#rows.sessions.keys(), ...dirty.sessions]) : [...dirty.sessions];
    const sessions = compare(sessionKeys, this.sessions, (key) => this.#composeSession(key));
    dirty.sessions.clear();
    dirty.machines.clear();
    dirty.all = false;
    for (const part of inParts(people)) yield { people: part };
    for (const part of inParts(machines)) yield { machines: part };
    for (const part of inParts(sessions)) yield { sessions: part };
  }

  #composeGroups(): DeliveryGroup[] {
    const groups = this.#rows.names.groups.filter((row) => row.LifecycleState !== 1).map(composeGroup);
    this.#groups = new Map(groups.map((group) => [group.key, group]));
    return groups;
  }

  #takePeople(): Changes<Person> {
    const { dirty, people } = this.#rows;
    const upserts = [...dirty.people].flatMap((id) => people.get(id) ?? []);
    dirty.people.clear();
    return { upserts, removals: [] };
  }

  #composeMachine(key: string): Machine | null {
    const rows = this.#rows;
    const row = rows.machines.get(key);
    if (!row) return null;
    return composeMachine(row, {
      group: this.#groups.get(row.DesktopGroupId ?? ""),
      catalog: rows.names.catalogs.get(row.CatalogId ?? ""),
      hypervisor: rows.names.hypervisors.get(row.HypervisorId ?? ""),
      registration: rows.registrations.get(key),
      sdk: rows.sdkMachines.get(key),
    });
  }

  #composeSession(key: string): Session | null {
    const rows = this.#rows;
    const row = rows.sessions.get(key);
    if (!row) return null;
    const running = [...(rows.instances.get(key)?.values() ?? [])].sort((a, b) => a.Id - b.Id);
    return composeSession(row, {
      person: row.UserId === null ? undefined : rows.people.get(row.UserId),
      machine: this.machines.get(row.MachineId ?? ""),
      sdk: rows.sdkSessions.get(key),
      applications: running.map(({ ApplicationId }) => rows.names.applications.get(ApplicationId) ?? ApplicationId),
      personOf: (account) => rows.personOf(account),
    });
  }

  /** A new name of a person or machine is also a new text on each of its sessions. */
  #markSessionsOf(people: readonly Person[], machines: readonly Machine[]): void {
    if (people.length + machines.length === 0) return;
    const machineKeys = new Set(machines.map((machine) => machine.key));
    const accounts = new Set(people.map((person) => person.account.toLowerCase()));
    const userKeys = new Set(people.map((person) => person.key));
    for (const session of this.sessions.values()) {
      const isNamed = session.userKey !== null && userKeys.has(session.userKey);
      const isMeant = session.user !== null && accounts.has(session.user.toLowerCase());
      const isThere = session.machineKey !== null && machineKeys.has(session.machineKey);
      if (isNamed || isMeant || isThere) this.#rows.dirty.sessions.add(session.key);
    }
  }
}

/** Composes each key anew and keeps it in `known`; answers only what came, changed or went. */
function compare<TRecord extends object>(
  keys: Iterable<string>,
  known: Map<string, TRecord>,
  compose: (key: string) => TRecord | null,
): Changes<TRecord> {
  const upserts: TRecord[] = [];
  const removals: string[] = [];
  for (const key of keys) {
    const before = known.get(key);
    const after = compose(key);
    if (after === null) {
      if (known.delete(key)) removals.push(key);
    } else if (!before || !isSameRecord(before, after)) {
      known.set(key, after);
      upserts.push(after);
    }
  }
  return { upserts, removals };
}

function* inParts<TRecord>({ upserts, removals }: Changes<TRecord>): Generator<Changes<TRecord>> {
  if (removals.length > 0) yield { upserts: [], removals };
  for (let start = 0; start < upserts.length; start += PART_RECORDS_MAX) {
    yield { upserts: upserts.slice(start, start + PART_RECORDS_MAX), removals: [] };
  }
}
