import type { Machine } from "../entities/machine";
import type { Person } from "../entities/person";
import type { Session } from "../entities/session";

const NONE: ReadonlySet<Session> = new Set();

/** Who is where: derived from the entities, never stored. */
export class Census {
  readonly #byMachine = new Map<string, Set<Session>>();
  readonly #byPerson = new Map<number, Set<Session>>();
  readonly #pending = new Map<string, number>();
  readonly #machinesOfGroup = new Map<string, Machine[]>();
  readonly administrators: Person[] = [];
  readonly #assigned = new Map<string, Machine>();

  /** All machines by their index. */
  readonly machines: Machine[] = [];

  addMachine(machine: Machine): void {
    this.machines[machine.index] = machine;
    const group = this.#machinesOfGroup.get(machine.groupId);
    if (group) group.push(machine);
    else this.#machinesOfGroup.set(machine.groupId, [machine]);
    for (const personId of machine.assignedTo) this.#assigned.set(`${machine.groupId} ${personId}`, machine);
  }

  addPerson(person: Person): void {
    if (person.administrator) this.administrators.push(person);
  }

  assign(machine: Machine, person: Person): void {
    machine.assignedTo.push(person.id);
    this.#assigned.set(`${machine.groupId} ${person.id}`, machine);
  }

  assignedMachine(groupId: string, personId: number): Machine | undefined {
    return this.#assigned.get(`${groupId} ${personId}`);
  }

  machinesOf(groupId: string): readonly Machine[] {
    return this.#machinesOfGroup.get(groupId) ?? [];
  }

  addSession(session: Session): void {
    addTo(this.#byMachine, session.machineId, session);
    for (const personId of claimantsOf(session)) addTo(this.#byPerson, personId, session);
    if (session.pending) this.#countPending(session.machineId, 1);
  }

  removeSession(session: Session): void {
    this.#byMachine.get(session.machineId)?.delete(session);
    for (const personId of claimantsOf(session)) this.#byPerson.get(personId)?.delete(session);
    if (session.pending) this.#countPending(session.machineId, -1);
  }

  /** Call before the session's own field changes. */
  setPending(session: Session, pending: boolean): void {
    if (session.pending !== pending) this.#countPending(session.machineId, pending ? 1 : -1);
    session.pending = pending;
  }

  sessionsOn(machineId: string): ReadonlySet<Session> {
    return this.#byMachine.get(machineId) ?? NONE;
  }

  /** Sessions of a person, oldest first: verified ones and those launched for the person. */
  sessionsOf(personId: number): readonly Session[] {
    return [...(this.#byPerson.get(personId) ?? NONE)].sort((a, b) => a.uid - b.uid);
  }

  pendingOn(machineId: string): number {
    return this.#pending.get(machineId) ?? 0;
  }

  #countPending(machineId: string, change: number): void {
    this.#pending.set(machineId, this.pendingOn(machineId) + change);
  }
}

/** Both the verified user and whoever asked for the launch; mostly the same person. */
function claimantsOf(session: Session): number[] {
  const claimants = [session.personId, session.brokeredFor].filter((id) => id !== null);
  return [...new Set(claimants)];
}

function addTo<TKey>(map: Map<TKey, Set<Session>>, key: TKey, session: Session): void {
  const known = map.get(key);
  if (known) known.add(session);
  else map.set(key, new Set([session]));
}
