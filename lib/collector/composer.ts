import type { DeliveryGroup, Machine, Person, Session } from "@/lib/domain/site";
import type { MachineCells } from "@/lib/site/tables/read-machines";
import type { SessionCells } from "@/lib/site/tables/read-sessions";
import { composeGroup, composeMachine, composeSession, isSameRecord } from "./compose";
import type { SiteRecords } from "./ghosts/witnesses";
import type { Changes, DeltaPart } from "./protocol";
import type { SiteRows } from "./site-rows";

/** Turns changed rows into records. Where a record then reads as before, the receiver drops it. */

const PART_RECORDS_MAX = 500;

export class Composer implements SiteRecords {
  readonly machines = new Map<string, Machine>();
  #groups = new Map<string, DeliveryGroup>();
  readonly #rows: SiteRows;

  constructor(rows: SiteRows) {
    this.#rows = rows;
  }

  /** What may have changed since the last call, in parts small enough to receive in a few milliseconds. Clears the marks. */
  *takeDelta(): Generator<DeltaPart> {
    const { dirty } = this.#rows;
    const all = dirty.all;
    if (all) yield { groups: this.#composeGroups() };
    const people = this.#takePeople();
    const machines = this.#takeMachines(
      all ? new Set([...this.#rows.machines.keys(), ...dirty.machines]) : dirty.machines,
    );
    this.#markSessionsOf(people.upserts, [...machines.upserts.map(({ key }) => key), ...machines.removals]);
    const sessionKeys = all ? new Set([...this.#rows.sessions.keys(), ...dirty.sessions]) : new Set(dirty.sessions);
    dirty.sessions.clear();
    dirty.machines.clear();
    dirty.all = false;
    for (const part of inParts(people)) yield { people: part };
    for (const part of inParts(machines)) yield { machines: part };
    for (const part of this.#sessionsInParts(sessionKeys)) yield { sessions: part };
  }

  /** Every session as it is now, one at a time: this thread keeps rows, the records live where they are shown. */
  *sessions(): Generator<Session> {
    for (const row of this.#rows.sessions.values()) yield this.#composeSession(row);
  }

  session(key: string): Session | undefined {
    const row = this.#rows.sessions.get(key);
    return row && this.#composeSession(row);
  }

  machine(key: string): Machine | undefined {
    return this.machines.get(key);
  }

  group(key: string): DeliveryGroup | undefined {
    return this.#groups.get(key);
  }

  /** Composes as it goes, so that a whole site never stands here in records. */
  *#sessionsInParts(keys: Iterable<string>): Generator<Changes<Session>> {
    let [upserts, removals]: [Session[], string[]] = [[], []];
    for (const key of keys) {
      const row = this.#rows.sessions.get(key);
      if (row) upserts.push(this.#composeSession(row));
      else removals.push(key);
      if (upserts.length + removals.length < PART_RECORDS_MAX) continue;
      yield { upserts, removals };
      [upserts, removals] = [[], []];
    }
    if (upserts.length + removals.length > 0) yield { upserts, removals };
  }

  #takeMachines(keys: Iterable<string>): Changes<Machine> {
    const upserts: Machine[] = [];
    const removals: string[] = [];
    for (const key of keys) {
      const row = this.#rows.machines.get(key);
      const [before, after] = [this.machines.get(key), row && this.#composeMachine(row)];
      if (!after) {
        if (this.machines.delete(key)) removals.push(key);
      } else if (!before || !isSameRecord(before, after)) {
        this.machines.set(key, after);
        upserts.push(after);
      }
    }
    return { upserts, removals };
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

  #composeMachine(row: MachineCells): Machine {
    const rows = this.#rows;
    return composeMachine(row, {
      group: this.#groups.get(row.DesktopGroupId ?? ""),
      catalog: rows.names.catalogs.get(row.CatalogId ?? ""),
      hypervisor: rows.names.hypervisors.get(row.HypervisorId ?? ""),
      registration: rows.registrations.get(row.Id),
      sdk: rows.sdkMachines.get(row.Id),
    });
  }

  #composeSession(row: SessionCells): Session {
    const rows = this.#rows;
    const running = [...(rows.instances.get(row.SessionKey)?.values() ?? [])].sort((a, b) => a.Id - b.Id);
    return composeSession(row, {
      person: row.UserId === null ? undefined : rows.people.get(row.UserId),
      machine: this.machines.get(row.MachineId ?? ""),
      sdk: rows.sdkSessions.get(row.SessionKey),
      applications: running.map(({ ApplicationId }) => rows.names.applications.get(ApplicationId) ?? ApplicationId),
      personOf: (account) => rows.personOf(account),
    });
  }

  /** A new name of a person or machine is also a new text on each of its sessions, and so is a machine that left the site. */
  #markSessionsOf(people: readonly Person[], machines: readonly string[]): void {
    if (people.length + machines.length === 0) return;
    const { sessions, sdkSessions, people: known, dirty } = this.#rows;
    const machineKeys = new Set(machines);
    const changed = new Set(people);
    const accounts = new Set(people.map(({ account }) => account.toLowerCase()));
    const isMeant = (name: string | null | undefined) => Boolean(name && accounts.has(name.toLowerCase()));
    for (const row of sessions.values()) {
      const person = row.UserId === null ? undefined : known.get(row.UserId);
      const sdk = row.UserId === null ? sdkSessions.get(row.SessionKey) : undefined;
      const isNamed = person ? changed.has(person) : isMeant(sdk?.untrustedUserName) || isMeant(sdk?.brokeringUserName);
      if (isNamed || (row.MachineId !== null && machineKeys.has(row.MachineId))) dirty.sessions.add(row.SessionKey);
    }
  }
}

function* inParts<TRecord>({ upserts, removals }: Changes<TRecord>): Generator<Changes<TRecord>> {
  if (removals.length > 0) yield { upserts: [], removals };
  for (let start = 0; start < upserts.length; start += PART_RECORDS_MAX) {
    yield { upserts: upserts.slice(start, start + PART_RECORDS_MAX), removals: [] };
  }
}
