import type { Person } from "@/lib/domain/site";
import type { SdkMachine, SdkSession } from "@/lib/site/port";
import type { RegistrationCells } from "@/lib/site/tables/read-broker";
import { isOnSite, type MachineCells } from "@/lib/site/tables/read-machines";
import type { InstanceCells, Names } from "@/lib/site/tables/read-named";
import type { PersonCells } from "@/lib/site/tables/read-people";
import { isLive, type SessionCells } from "@/lib/site/tables/read-sessions";
import { composePerson, isSameRecord } from "./compose";

/**
 * The rows of all sources as last read, and which records they may have changed since the last delta. A row that is read again
 * without a change marks nothing, so the overlap of two reads costs no work further on.
 */
export class SiteRows {
  readonly sessions = new Map<string, SessionCells>();
  readonly machines = new Map<string, MachineCells>();
  readonly people = new Map<number, Person>();
  readonly #peopleByAccount = new Map<string, Person>();
  readonly instances = new Map<string, Map<number, InstanceCells>>();
  readonly registrations = new Map<string, RegistrationCells>();
  sdkSessions: ReadonlyMap<string, SdkSession> = new Map();
  sdkMachines: ReadonlyMap<string, SdkMachine> = new Map();
  names: Names = { groups: [], catalogs: new Map(), hypervisors: new Map(), applications: new Map() };

  readonly dirty = {
    sessions: new Set<string>(),
    machines: new Set<string>(),
    people: new Set<number>(),
    /** Sessions that were not in the tables any more, without having ended. */
    left: new Set<string>(),
    /** Names changed: every record may read differently. */
    all: false,
  };
  /** The newest ModifiedDate of any row so far. */
  newestChange = 0;

  putSession(row: SessionCells): void {
    this.#sawChange(row.ModifiedDate);
    this.#sawChange(row.ConnectionModifiedDate ?? 0);
    const before = this.sessions.get(row.SessionKey);
    if (!isLive(row)) {
      if (before) this.#forgetSession(row.SessionKey);
    } else if (!before || !isSameRecord(before, row)) {
      this.sessions.set(row.SessionKey, row);
      this.dirty.sessions.add(row.SessionKey);
    }
  }

  putMachine(row: MachineCells): void {
    this.#sawChange(row.ModifiedDate);
    if (isOnSite(row)) this.machines.set(row.Id, row);
    else this.machines.delete(row.Id);
    this.dirty.machines.add(row.Id);
  }

  putPerson(row: PersonCells): void {
    this.#sawChange(row.ModifiedDate);
    const person = composePerson(row);
    const before = this.people.get(row.Id);
    if (before && isSameRecord(before, person)) return;
    const formerAccount = before?.account.toLowerCase();
    if (formerAccount !== undefined && this.#peopleByAccount.get(formerAccount) === before) {
      this.#peopleByAccount.delete(formerAccount);
    }
    this.people.set(row.Id, person);
    this.#peopleByAccount.set(person.account.toLowerCase(), person);
    this.dirty.people.add(row.Id);
  }

  putInstance(row: InstanceCells): void {
    const running = this.instances.get(row.SessionKey) ?? new Map<number, InstanceCells>();
    const isChange = row.EndDate === null ? !running.has(row.Id) : running.delete(row.Id);
    if (!isChange) return;
    if (row.EndDate === null) running.set(row.Id, row);
    if (running.size > 0) this.instances.set(row.SessionKey, running);
    else this.instances.delete(row.SessionKey);
    this.dirty.sessions.add(row.SessionKey);
  }

  putRegistration(row: RegistrationCells): void {
    const before = this.registrations.get(row.UUID);
    this.registrations.set(row.UUID, row);
    const isSame =
      before?.LastContactTime === row.LastContactTime && before.RegistrationExpiryTime === row.RegistrationExpiryTime;
    if (!isSame) this.dirty.machines.add(row.UUID);
  }

  putSdkSessions(rows: ReadonlyMap<string, SdkSession>): void {
    for (const key of new Set([...this.sdkSessions.keys(), ...rows.keys()])) {
      if (!isSameSdkSession(this.sdkSessions.get(key), rows.get(key))) this.dirty.sessions.add(key);
    }
    this.sdkSessions = rows;
  }

  putSdkMachines(rows: ReadonlyMap<string, SdkMachine>): void {
    for (const key of new Set([...this.sdkMachines.keys(), ...rows.keys()])) {
      const isSame = this.sdkMachines.get(key)?.sessionsPending === rows.get(key)?.sessionsPending;
      if (!isSame) this.dirty.machines.add(key);
    }
    this.sdkMachines = rows;
  }

  putNames(names: Names): void {
    if (sameNames(this.names, names)) return;
    this.names = names;
    this.dirty.all = true;
  }

  /** After a full read: what was there before and was not seen is gone. */
  sweepSessions(seen: ReadonlySet<string>): void {
    for (const key of this.sessions.keys()) {
      if (seen.has(key)) continue;
      this.#forgetSession(key);
      this.dirty.left.add(key);
    }
  }

  sweepMachines(seen: ReadonlySet<string>): void {
    for (const key of this.machines.keys()) {
      if (seen.has(key)) continue;
      this.machines.delete(key);
      this.dirty.machines.add(key);
    }
  }

  sweepInstances(seen: ReadonlySet<number>): void {
    for (const [sessionKey, running] of this.instances) {
      const gone = [...running.keys()].filter((id) => !seen.has(id));
      if (gone.length === 0) continue;
      for (const id of gone) running.delete(id);
      if (running.size === 0) this.instances.delete(sessionKey);
      this.dirty.sessions.add(sessionKey);
    }
  }

  personOf(account: string): Person | undefined {
    return this.#peopleByAccount.get(account.toLowerCase());
  }

  /** Ids that these live sessions name and no row explains yet. */
  missingPeople(sessions: readonly SessionCells[]): number[] {
    const ids = sessions.filter(isLive).flatMap(({ UserId }) => UserId ?? []);
    return [...new Set(ids)].filter((id) => !this.people.has(id));
  }

  #forgetSession(key: string): void {
    this.sessions.delete(key);
    this.instances.delete(key);
    this.dirty.sessions.add(key);
  }

  #sawChange(at: number): void {
    if (at > this.newestChange) this.newestChange = at;
  }
}

function isSameSdkSession(a: SdkSession | undefined, b: SdkSession | undefined): boolean {
  return (
    a?.appState === b?.appState &&
    a?.hidden === b?.hidden &&
    a?.untrustedUserName === b?.untrustedUserName &&
    a?.brokeringUserName === b?.brokeringUserName &&
    a?.connectionMode === b?.connectionMode
  );
}

function sameNames(a: Names, b: Names): boolean {
  const flat = (names: Names) =>
    JSON.stringify([names.groups, [...names.catalogs], [...names.hypervisors], [...names.applications]]);
  return flat(a) === flat(b);
}
