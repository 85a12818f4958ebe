import type { SiteView } from "@/lib/collector/runtime";
import type { Machine, Person, Session } from "@/lib/domain/site";
import type { Snapshot } from "@/lib/domain/snapshot";
import { DeskError } from "@/lib/errors";
import { DueKeeper } from "./due-keeper";
import { MachineEntry, PersonEntry, SessionEntry } from "./entries";
import { fold } from "./fold";
import { LeaseIndex } from "./lease-index";
import { OutageCover } from "./outage-cover";
import { RecordIndex, type Turnover } from "./record-index";
import { NO_SESSIONS, type ReadonlyTally, Tally } from "./tally";

/** What reading a site quickly needs beside its snapshot: orders, search texts, names. Follows the site's versions. */

export class SiteIndex {
  readonly #dues = new DueKeeper();
  readonly sessions = new RecordIndex<Session, SessionEntry>((record) => new SessionEntry(record, this.#dues));
  readonly people = new RecordIndex<Person, PersonEntry>((record) => new PersonEntry(record));
  readonly machines = new RecordIndex<Machine, MachineEntry>((record) => new MachineEntry(record));
  readonly leases = new LeaseIndex();
  readonly outage = new OutageCover(this);
  /** Sessions that only a name on the session row ties to somebody (untrusted, brokering, client), by the folded name. */
  readonly unverified = new Map<string, Set<SessionEntry>>();
  /** People and machines by folded bare name. */
  readonly peopleNamed = new Map<string, Set<PersonEntry>>();
  readonly machinesNamed = new Map<string, Set<MachineEntry>>();
  /** Machines by the folded account they are assigned to. */
  readonly machinesAssigned = new Map<string, Set<MachineEntry>>();
  readonly #tallies = new Map<string, Tally>();
  #building: Generator<void> | null = null;
  #snapshot: Snapshot | null = null;

  /** Throws DeskError `unavailable` before anything was read. */
  get snapshot(): Snapshot {
    if (this.#snapshot === null) throw new DeskError("unavailable", "The site has not been read yet.");
    return this.#snapshot;
  }

  /**
   * Moves on to a snapshot. The first time this takes about half a second for 50,000 sessions, unless {@link build} was
   * called before and has come far; afterwards it grows with what changed.
   */
  follow(snapshot: Snapshot, site: Pick<SiteView, "changesSince">): void {
    if (this.#snapshot === null) {
      const building = this.build(snapshot);
      while (!building.next().done);
    }
    if (snapshot === this.#snapshot) return;
    const before = this.#snapshot;
    const changes = before && site.changesSince(before.version);
    const keys = (name: "sessions" | "people" | "machines" | "ghosts" | "timers" | "leases") =>
      changes?.flatMap((change) => change[name]) ?? null;
    this.#snapshot = snapshot;
    const otherwiseDue = this.#dues.follow(snapshot, keys("timers"), (key) => this.sessions.get(key));
    const sessions = this.sessions.follow(snapshot.sessions, keys("sessions"), otherwiseDue);
    this.#keepSessions(sessions);
    const people = this.people.follow(snapshot.people, keys("people"));
    this.#keepPeople(people);
    const hauntedMachines = haunted(keys("ghosts"), before, snapshot);
    const renewed = new Set([...this.#recounted(sessions), ...hauntedMachines]);
    const machines = this.machines.follow(snapshot.machines, keys("machines"), renewed);
    this.#keepMachines(machines);
    const leases = this.leases.follow(snapshot.leases, keys("leases"));
    this.outage.note({ sessions, people, machines, leases, haunted: this.#namesOf(hauntedMachines) });
  }

  /** The first snapshot, in steps of a few milliseconds. A second caller goes on where the first one stands. */
  build(snapshot: Snapshot): Iterator<void> {
    this.#building ??= this.#buildInSteps(snapshot);
    return this.#building;
  }

  *#buildInSteps(snapshot: Snapshot): Generator<void> {
    this.#dues.start(snapshot);
    for (const step of inSteps(snapshot.machines.values())) yield this.#keepMachines(this.machines.takeIn(step));
    for (const step of inSteps(snapshot.people.values())) yield this.#keepPeople(this.people.takeIn(step));
    for (const step of inSteps(snapshot.sessions.values())) yield this.#keepSessions(this.sessions.takeIn(step));
    for (const step of inSteps(snapshot.leases.values())) yield this.leases.takeIn(step);
    // From here on a machine is sorted anew where its numbers are other than these.
    for (const tally of this.#tallies.values()) tally.wasRecounted();
    this.#snapshot = snapshot;
  }

  #keepSessions(turnover: Turnover<SessionEntry>): void {
    keepByName(this.unverified, turnover, ({ record }) =>
      record.userKey === null && record.user !== null ? [record.user] : [],
    );
    for (const { record } of turnover.died) this.#tallies.get(record.machineKey ?? "")?.remove(record);
    for (const { record } of turnover.born) this.#tallyOf(record.machineKey)?.add(record);
  }

  #keepPeople(turnover: Turnover<PersonEntry>): void {
    keepByName(this.peopleNamed, turnover, ({ record }) => [record.accountName]);
  }

  #keepMachines(turnover: Turnover<MachineEntry>): void {
    keepByName(this.machinesNamed, turnover, ({ record }) => [record.name]);
    keepByName(this.machinesAssigned, turnover, ({ record }) => record.assignedUsers);
  }

  #tallyOf(machineKey: string | null): Tally | null {
    if (machineKey === null) return null;
    const tally = this.#tallies.get(machineKey) ?? new Tally();
    this.#tallies.set(machineKey, tally);
    return tally;
  }

  #namesOf(machineKeys: readonly string[]): string[] {
    return machineKeys.flatMap((key) => this.machines.get(key)?.record.name ?? []);
  }

  /** Machines on which the number of sessions or people is another than when it was last asked. */
  #recounted(sessions: Turnover<SessionEntry>): Set<string> {
    const keys = new Set<string>();
    for (const { record } of [...sessions.died, ...sessions.born]) {
      const { machineKey } = record;
      if (machineKey !== null && this.#tallies.get(machineKey)?.wasRecounted()) keys.add(machineKey);
    }
    return keys;
  }

  sessionsOfUser(userKey: string): SessionEntry[] {
    return this.#entriesOf(this.snapshot.sessionKeysOfUser(userKey));
  }

  sessionsOnMachine(machineKey: string): SessionEntry[] {
    return this.#entriesOf(this.snapshot.sessionKeysOnMachine(machineKey));
  }

  /** The machine of that bare name; null where the site has none, or several. */
  machineCalled(name: string): Machine | null {
    const [entry, another] = this.machinesNamed.get(fold(name)) ?? [];
    return another ? null : (entry?.record ?? null);
  }

  tallyOnMachine(machineKey: string): ReadonlyTally {
    return this.#tallies.get(machineKey) ?? NO_SESSIONS;
  }

  #entriesOf(keys: Iterable<string>): SessionEntry[] {
    return Array.from(keys).flatMap((key) => this.sessions.get(key) ?? []);
  }
}

/** Machines on which incidents came, changed or ended: of these ids, or of all where nobody knows which. */
function haunted(ids: readonly string[] | null, before: Snapshot | null, after: Snapshot): string[] {
  const books = [before, after].flatMap((snapshot) => snapshot?.ghosts ?? []);
  const incidents = books.flatMap((book) => (ids ? ids.flatMap((id) => book.get(id) ?? []) : [...book.values()]));
  return incidents.flatMap(({ machineKey }) => machineKey ?? []);
}

function keepByName<TEntry>(
  named: Map<string, Set<TEntry>>,
  turnover: Turnover<TEntry>,
  namesOf: (entry: TEntry) => readonly string[],
): void {
  for (const entry of turnover.died) {
    for (const name of namesOf(entry).map(fold)) {
      const entries = named.get(name);
      if (entries?.delete(entry) && entries.size === 0) named.delete(name);
    }
  }
  for (const entry of turnover.born) {
    for (const name of namesOf(entry).map(fold)) {
      const entries = named.get(name);
      if (entries) entries.add(entry);
      else named.set(name, new Set([entry]));
    }
  }
}

const STEP_RECORDS = 500;

function* inSteps<TRecord>(records: Iterable<TRecord>): Generator<TRecord[]> {
  let step: TRecord[] = [];
  for (const record of records) {
    step.push(record);
    if (step.length < STEP_RECORDS) continue;
    yield step;
    step = [];
  }
  yield step;
}

const KEY = Symbol.for("ghostdesk.reads.indexes");

interface IndexHolder {
  [KEY]?: WeakMap<object, SiteIndex>;
}

/**
 * The index of a site, at its newest version. One for the whole process: Next.js may load this module once per bundle, and
 * each would hold the whole site again. Throws DeskError `unavailable`, to be tried again in 2 s, before the first read.
 */
export function siteIndex(site: SiteView): SiteIndex {
  const snapshot = site.current();
  if (!snapshot) {
    const problem = site.sourcesNow().find(({ name }) => name === "monitor")?.problem;
    const message = `The site has not been read yet.${problem ? ` ${problem}` : ""}`;
    throw new DeskError("unavailable", message, { retryAfterSeconds: 2 });
  }
  const index = siteIndexBefore(site);
  index.follow(snapshot, site);
  return index;
}

/** The same index wherever it stands, also while it is being built. */
export function siteIndexBefore(site: SiteView): SiteIndex {
  const holder = globalThis as IndexHolder;
  holder[KEY] ??= new WeakMap();
  const index = holder[KEY].get(site) ?? new SiteIndex();
  holder[KEY].set(site, index);
  return index;
}
