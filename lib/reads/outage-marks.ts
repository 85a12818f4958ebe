import type { Lease } from "@/lib/domain/lease/lease";
import type { Machine, Person, Session } from "@/lib/domain/site";
import type { MachineEntry, PersonEntry, SessionEntry } from "./entries";
import type { LeaseEntry } from "./lease-index";
import { isTold, type PairMaker } from "./outage-person";
import { ownerOfSession } from "./outage-wards";
import type { Turnover } from "./record-index";

/** What a version of the site touched. */
export interface Touches {
  readonly sessions: Turnover<SessionEntry>;
  readonly people: Turnover<PersonEntry>;
  readonly machines: Turnover<MachineEntry>;
  readonly leases: Turnover<LeaseEntry>;
  /** Names of machines on which ghosts came or went. */
  readonly haunted: Iterable<string>;
}

/** Whom and which machines versions touched since they were judged last. */
export class OutageMarks {
  /** By Pair.userKey. */
  readonly people = new Set<string>();
  /** By bare name, in upper case. */
  readonly machines = new Set<string>();
  areRulesStale = false;
  areGroupsStale = false;

  clear(): void {
    this.people.clear();
    this.machines.clear();
    this.areRulesStale = false;
    this.areGroupsStale = false;
  }

  note({ sessions, people, machines, leases, haunted }: Touches, maker: PairMaker): void {
    for (const { record } of leases.died) this.noteLease(record, -1, maker);
    for (const { record } of leases.born) this.noteLease(record, 1, maker);
    for (const { record } of [...sessions.died, ...sessions.born]) {
      if (record.machine !== null) this.machines.add(record.machine.toUpperCase());
      this.noteSession(record, maker);
    }
    for (const change of changesOf(people)) this.#notePerson(change, maker);
    for (const change of changesOf(machines)) this.#noteMachine(change, maker);
    for (const name of haunted) this.machines.add(name.toUpperCase());
  }

  /** A session from which nothing is learned touches nobody. */
  noteSession(session: Session, maker: PairMaker): void {
    const owner = isTold(maker, session) ? ownerOfSession(session) : null;
    if (owner !== null) this.people.add(owner);
  }

  noteLease(lease: Lease, by: 1 | -1, maker: PairMaker): void {
    const { terms } = maker;
    for (const group of terms.applications.count(lease, by)) {
      for (const key of terms.namedFor(group)) this.people.add(key);
    }
    if (lease.ownerSid !== null) this.people.add(lease.ownerSid);
    else this.noteNames([lease.ownerName, lease.ownerUpn], maker);
  }

  /** Who is called so: the person, where the site knows one, and the name itself. */
  noteNames(names: Iterable<string | null | undefined>, { findPerson }: PairMaker): void {
    for (const name of names) {
      if (!name) continue;
      this.people.add(name.toLowerCase());
      const key = findPerson(name);
      if (key !== null) this.people.add(key);
    }
  }

  #notePerson([before, after]: Change<Person>, maker: PairMaker): void {
    if (before?.account === after?.account && before?.upn === after?.upn) return;
    const key = before?.key ?? after?.key ?? "";
    const names = [key, before?.account, after?.account, before?.upn, after?.upn];
    this.people.add(key);
    this.noteNames(names, maker);
    const { unresolved, named } = maker.terms.rules;
    if (named.has(key) || names.some((name) => name && unresolved.has(name.toLowerCase()))) this.areRulesStale = true;
  }

  #noteMachine([before, after]: Change<Machine>, maker: PairMaker): void {
    for (const machine of [before, after]) if (machine) this.machines.add(machine.name.toUpperCase());
    if (!before || !after || !isSameInGroup(before, after)) this.areGroupsStale = true;
    if (before && after && isSameAssignment(before, after)) return;
    this.noteNames([...(before?.assignedUsers ?? []), ...(after?.assignedUsers ?? [])], maker);
  }
}

type Change<TRecord> = readonly [before: TRecord | undefined, after: TRecord | undefined];

/** Records that came, went or changed; an entry that was only made again is none of these. */
function changesOf<TRecord extends { readonly key: string }>({
  died,
  born,
}: Turnover<{ readonly record: TRecord }>): Change<TRecord>[] {
  const before = new Map(died.map(({ record }) => [record.key, record]));
  const after = new Map(born.map(({ record }) => [record.key, record]));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.map((key) => [before.get(key), after.get(key)] as const).filter(([one, other]) => one !== other);
}

function isSameInGroup(a: Machine, b: Machine): boolean {
  return (
    a.deliveryGroupKey === b.deliveryGroupKey &&
    a.registration === b.registration &&
    a.maintenance === b.maintenance &&
    a.power === b.power
  );
}

function isSameAssignment(a: Machine, b: Machine): boolean {
  const isSameRoom = a.name === b.name && a.deliveryGroupKey === b.deliveryGroupKey;
  return isSameRoom && a.assignedUsers.join("\n") === b.assignedUsers.join("\n");
}
