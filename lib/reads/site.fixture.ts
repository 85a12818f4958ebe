import { makeGhostBook } from "@/lib/collector/ghosts/ghost-book";
import type { Surroundings } from "@/lib/collector/protocol";
import type { SiteView, SnapshotChange } from "@/lib/collector/runtime";
import { SnapshotStore } from "@/lib/collector/snapshot-store";
import { NO_SURROUNDINGS } from "@/lib/collector/standing-books";
import type { Incident } from "@/lib/domain/ghost/incident";
import { type GhostSettings, usualSettings } from "@/lib/domain/ghost/settings";
import type { Lease, LeaseReading } from "@/lib/domain/lease/lease";
import type { MachineTimers, Standby } from "@/lib/domain/session/limits";
import type { DeliveryGroup, Instant, Machine, Person, Session } from "@/lib/domain/site";
import type { Snapshot, Source } from "@/lib/domain/snapshot";
import type { SdkSite } from "@/lib/site/port";
import type { Reading } from "./envelope";

/** A site for tests and benchmarks: real snapshots out of the collector's own store, with records made up here. */

export const NOON = Date.parse("2026-03-11T12:00:00.000Z");

export function guid(kind: number, number: number): string {
  const digits = number.toString(16).padStart(12, "0");
  return `${kind.toString(16).padStart(8, "0")}-0000-4000-8000-${digits}`;
}

export function aSession(number: number, facts: Partial<Session> = {}): Session {
  return {
    key: guid(1, number),
    user: null,
    userKey: null,
    userSource: "none",
    userFullName: null,
    machine: null,
    machineKey: null,
    deliveryGroup: null,
    deliveryGroupKey: null,
    sessionSupport: "MultiSession",
    sessionType: "Desktop",
    state: "Active",
    appState: "Desktop",
    appSince: null,
    since: NOON - 60_000,
    idleSince: null,
    startedAt: NOON - 120_000,
    logOnDurationMs: 20_000,
    client: null,
    clientAddress: null,
    clientVersion: null,
    clientPlatform: null,
    protocol: "HDX",
    connectionMode: "Brokered",
    hidden: false,
    anonymous: false,
    brokeredAt: null,
    logOnStartedAt: null,
    logOnEndedAt: null,
    reconnect: null,
    applications: [],
    unresolved: false,
    ...facts,
  };
}

export function aMachine(number: number, facts: Partial<Machine> = {}): Machine {
  const name = facts.name ?? `SRV${`${number}`.padStart(4, "0")}`;
  return {
    key: guid(2, number),
    name,
    account: `CORP\\${name}`,
    dnsName: `${name.toLowerCase()}.corp.example`,
    ipAddress: null,
    deliveryGroup: null,
    deliveryGroupKey: null,
    catalog: "Shared desktops",
    hypervisor: null,
    sid: null,
    hostedMachineName: null,
    sessionSupport: "MultiSession",
    registration: "Registered",
    registrationSince: NOON - 3_600_000,
    lastDeregistration: null,
    lastContactAt: null,
    registrationExpiresAt: null,
    power: "On",
    powerSince: null,
    poweredOnAt: null,
    maintenance: false,
    fault: "None",
    faultSince: null,
    agentVersion: "7.15.9000.1",
    osType: "Windows 2016",
    controller: null,
    loadIndex: 1000,
    loadAt: NOON - 30_000,
    reportedSessionCount: null,
    pendingSessions: 0,
    assignedUsers: [],
    ...facts,
  };
}

export function aPerson(number: number, account: string, facts: Partial<Person> = {}): Person {
  const [domain = "", accountName = ""] = account.split("\\");
  return {
    key: `S-1-5-21-1000-2000-3000-${number}`,
    account,
    accountName,
    domain,
    fullName: null,
    upn: `${accountName}@${domain.toLowerCase()}.example`,
    firstSeen: NOON - 86_400_000,
    lastChanged: NOON - 3_600_000,
    ...facts,
  };
}

export function aGroup(number: number, name: string): DeliveryGroup {
  return {
    key: guid(3, number),
    name,
    desktopKind: "Shared",
    sessionSupport: "MultiSession",
    deliveryType: "DesktopsAndApps",
    maintenance: false,
    remotePc: false,
  };
}

export function aSource(facts: Partial<Source> = {}): Source {
  return { name: "monitor", state: "ok", asOf: NOON, newestChange: NOON, readMs: 12, problem: null, ...facts };
}

/** What a machine said of its RDS limits, in minutes. */
export function machineTimers(
  number: number,
  minutes: Partial<Record<"idle" | "disconnected" | "connection", number>>,
) {
  const timers = Object.entries(minutes).map(([timer, each]) => ({
    timer: timer as keyof typeof minutes,
    ms: each * 60_000,
    source: "rds-group-policy" as const,
  }));
  return { key: guid(2, number), readAt: NOON - 600_000, timers, endsAtLimit: false } satisfies MachineTimers;
}

/** A linger or pre-launch setting of a group for everybody, in minutes. */
export function aStandby(groupKey: string, facts: Partial<Standby> = {}): Standby {
  return {
    ...{ kind: "linger", groupKey, enabled: true, disconnectMs: 15 * 60_000, terminateMs: 480 * 60_000 },
    ...{ averageLoadMost: 0, machineLoadMost: 0, users: null },
    ...facts,
  };
}

/** A launch lease of that person for a group's desktop on a machine, a week before its end. */
export function aLease(number: number, facts: Partial<Lease> = {}): Lease {
  return {
    ...{ key: `lease-${`${number}`.padStart(6, "0")}`, type: "Launch", ownerName: "CORP\\jnovak" },
    ...{ ownerSid: "S-1-5-21-1000-2000-3000-1", ownerUpn: "jnovak@corp.example", zone: "Primary" },
    ...{ modifiedAt: NOON - 7 * DAY_MS, expiresAt: NOON + 7 * DAY_MS },
    ...{ resources: [{ group: "Shared desktops", application: null }], machine: "SRV0001", machineSid: null },
    ...{ sharingKey: null, problem: null },
    ...facts,
  };
}

const DAY_MS = 86_400_000;

/** Leases that were read whole at noon. */
export const LEASES_READ: LeaseReading = { state: "ok", asOf: NOON, problem: null };

export interface SiteChanges {
  readonly sessions?: readonly Session[];
  readonly machines?: readonly Machine[];
  readonly machinesGone?: readonly string[];
  readonly people?: readonly Person[];
  readonly groups?: readonly DeliveryGroup[];
  readonly ended?: readonly string[];
  /** Incidents that came or changed; one that is not open any more leaves the book. */
  readonly ghosts?: readonly Incident[];
  readonly timers?: readonly MachineTimers[];
  readonly leases?: readonly Lease[];
  readonly leasesGone?: readonly string[];
  /** Limits of groups, and what surrounds the leases: what is told replaces what was known. */
  readonly surroundings?: Partial<Surroundings>;
}

export class TestSite implements SiteView {
  readonly siteName = "Test site";
  readonly timeZone = "Europe/Prague";
  readonly release = "7.15";
  pollMs = 2000;
  servers = { heard: 0, failing: 0 };
  sdkSite: SdkSite | null = null;
  outageSince: Instant | null = null;
  sources: readonly Source[] = [aSource()];
  watchers = 0;
  noticed = 0;
  /** How many changes the ring remembers. */
  ringMax = 100;
  /** Since when no incident has been open; shown while none is. */
  emptySince: Instant | null = null;
  readonly #ghosts = new Map<string, Incident>();
  #surroundings = NO_SURROUNDINGS;
  readonly #store = new SnapshotStore();
  readonly #listeners = new Set<(change: SnapshotChange) => void>();
  #ring: SnapshotChange[] = [];
  #snapshot: Snapshot | null = null;

  current(): Snapshot | null {
    return this.#snapshot;
  }

  sourcesNow(): readonly Source[] {
    return this.sources;
  }

  subscribe(listener: (change: SnapshotChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  changesSince(version: number): readonly SnapshotChange[] | null {
    const oldest = this.#ring[0]?.version ?? 1;
    return version + 1 < oldest ? null : this.#ring.filter((change) => change.version > version);
  }

  notice(): void {
    this.noticed += 1;
  }

  watch(): () => void {
    this.watchers += 1;
    return () => {
      this.watchers -= 1;
    };
  }

  publish(changes: SiteChanges, asOf: Instant = NOON): Snapshot {
    this.#store.add({
      sessions: { upserts: changes.sessions ?? [], removals: changes.ended ?? [] },
      machines: { upserts: changes.machines ?? [], removals: changes.machinesGone ?? [] },
      people: { upserts: changes.people ?? [], removals: [] },
      timers: { upserts: changes.timers ?? [], removals: [] },
      leases: { upserts: changes.leases ?? [], removals: changes.leasesGone ?? [] },
      ...(changes.groups ? { groups: changes.groups } : {}),
    });
    for (const incident of changes.ghosts ?? []) this.#ghosts.set(incident.id, incident);
    this.#surroundings = { ...this.#surroundings, ...changes.surroundings };
    const { siteName, sources } = this;
    const ghosts = makeGhostBook(this.#ghosts.values(), this.emptySince);
    const facts = { asOf, siteName, sources, clockSkewMs: 0, ghosts, surroundings: this.#surroundings };
    const isTold = changes.surroundings !== undefined;
    const moved = { sources: false, ghosts: (changes.ghosts ?? []).map(({ id }) => id) };
    const { snapshot, change } = this.#store.publish(facts, { ...moved, surroundings: isTold, readings: isTold });
    this.#snapshot = snapshot;
    this.#ring = [...this.#ring, change].slice(-this.ringMax);
    for (const listener of this.#listeners) listener(change);
    return snapshot;
  }
}

/** How a read looks at a site, at noon unless said, under the usual settings but for those given. */
export function readingAt(site: SiteView, now: Instant = NOON, settings: Partial<GhostSettings> = {}): Reading {
  return { site, now, settings: { ...usualSettings(), ...settings } };
}

/** A small generator with the same numbers for the same seed (mulberry32). */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const GIVEN = ["Jana", "Petr", "Zoë", "Jürgen", "Łukasz", "Mary", "John", "Aisha", "Søren", "Chloé", "Ivan", "Nadia"];
const FAMILY = ["Novák", "Smith", "Müller", "O'Brien", "García", "Dvořáková", "Jensen", "Khan", "Kowalski", "Brown"];
const STATES = ["Active", "Active", "Active", "Active", "Disconnected", "Disconnected", "Connected"] as const;
const APPLICATIONS = ["Outlook", "Excel", "SAP GUI", "Word", "Browser"];
const GROUPS = ["Shared desktops", "Finance apps", "Call centre", "Developers"];

function pick<T>(random: (below: number) => number, from: readonly T[]): T {
  return from[random(from.length)] as T;
}

/** Sessions of a large site; the same numbers make the same sites. */
export class LargeSite {
  readonly site = new TestSite();
  readonly #random = seededRandom(7);
  readonly #groups = GROUPS.map((name, number) => aGroup(number, name));
  readonly #people: readonly Person[];
  readonly #machines: readonly Machine[];
  readonly #sessions: Session[];

  constructor(sessions: number, servers: number) {
    const random = this.#random;
    this.#machines = Array.from({ length: servers }, (_, number) => {
      const group = pick(random, this.#groups);
      return aMachine(number, { deliveryGroup: group.name, deliveryGroupKey: group.key, loadIndex: random(10_000) });
    });
    this.#people = Array.from({ length: Math.round(sessions * 1.2) }, (_, number) => {
      const [given, family] = [pick(random, GIVEN), pick(random, FAMILY)];
      const account = `CORP\\${given.slice(0, 1)}${family.slice(0, 4)}${number}`
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "");
      return aPerson(number, account, { fullName: `${given} ${family}` });
    });
    this.#sessions = Array.from({ length: sessions }, (_, number) => this.#session(number));
    this.site.publish({
      groups: this.#groups,
      machines: this.#machines,
      people: this.#people,
      sessions: this.#sessions,
    });
  }

  #session(number: number): Session {
    const random = this.#random;
    const machine = pick(random, this.#machines);
    const person = number % 500 === 0 ? null : pick(random, this.#people);
    return aSession(number, {
      user: person?.account ?? (number % 1000 === 0 ? `CORP\\unknown${number}` : null),
      userKey: person?.key ?? null,
      userSource: person ? "user" : number % 1000 === 0 ? "untrusted" : "none",
      userFullName: person?.fullName ?? null,
      machine: machine.name,
      machineKey: machine.key,
      deliveryGroup: machine.deliveryGroup,
      deliveryGroupKey: machine.deliveryGroupKey,
      state: pick(random, STATES),
      since: NOON - random(30_000_000),
      startedAt: NOON - 30_000_000 - random(30_000_000),
      idleSince: random(3) === 0 ? NOON - random(3_000_000) : null,
      client: `PC-${random(40_000)}`,
      clientAddress: `10.${random(256)}.${random(256)}.${random(256)}`,
      clientVersion: "14.12.0.18020",
      clientPlatform: "Windows",
      applications: [pick(random, APPLICATIONS)],
    });
  }

  /** A quiet tick: so many sessions change state, a tenth of them end and as many begin. */
  tick(changed: number): Snapshot {
    const random = this.#random;
    const ended: string[] = [];
    const sessions: Session[] = [];
    for (let each = 0; each < changed; each += 1) {
      const at = random(this.#sessions.length);
      const before = this.#sessions[at] as Session;
      const asOf = NOON + random(1_000_000);
      const isNew = each % 10 === 0;
      if (isNew) ended.push(before.key);
      const after = isNew
        ? this.#session(1_000_000 + random(100_000_000))
        : { ...before, state: pick(random, STATES), since: asOf };
      this.#sessions[at] = after;
      sessions.push(after);
    }
    return this.site.publish({ sessions, ended: ended.filter((key) => !sessions.some((each) => each.key === key)) });
  }

  aSession(): Session {
    return pick(this.#random, this.#sessions);
  }

  aPerson(): Person {
    return pick(this.#random, this.#people);
  }
}
