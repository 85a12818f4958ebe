import type { LifeEvent, LifeState } from "@/lib/domain/session/life";
import type { Instant } from "@/lib/domain/site";
import type { Entity } from "../entities/entity";
import type { Lease } from "../entities/lease";
import type { Machine } from "../entities/machine";
import type { Person } from "../entities/person";
import type { PowerActionRecord } from "../entities/power-action";
import type { Scenario } from "../entities/scenario";
import type { Session } from "../entities/session";
import type { Application, Catalog, Group, Hypervisor, SiteEntity } from "../entities/site";
import type { TruthRecord } from "../store/own-tables";
import { RowBatch } from "../store/row-batch";
import type { Directory } from "../store/table";
import { Census } from "./census";
import { EventQueue } from "./event-queue";
import { Random, type RandomState } from "./random";
import { SiteTime } from "./site-time";

/** Numbers of the next rows, one run for each table. */
export const COUNTERS = [
  "session",
  "connection",
  "applicationInstance",
  "connectionLog",
  "failureLog",
  "machineFailure",
  "loadIndex",
  "autoReconnect",
  "person",
  "truth",
  "powerAction",
] as const;
export type Counter = (typeof COUNTERS)[number];

const NOTHING_COUNTED = Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Record<Counter, number>;

/** What is kept beside the entities: where the simulation stands. */
export interface WorldMeta {
  readonly now: Instant;
  readonly random: RandomState;
  /** A counter that came with a later release is not there yet. */
  readonly counters: Readonly<Partial<Record<Counter, number>>>;
}

/** Something that happened to a session. */
export interface LifeStep {
  readonly session: Session;
  readonly event: LifeEvent;
  readonly from: LifeState;
  readonly to: LifeState;
}

/** The whole site in memory: entities, their timers, and what has changed since the last commit. */
export class World implements Directory {
  now: Instant;
  readonly random: Random;
  readonly time: SiteTime;
  readonly site: SiteEntity;
  readonly groups = new Map<string, Group>();
  readonly catalogs = new Map<string, Catalog>();
  readonly hypervisors = new Map<string, Hypervisor>();
  readonly applications = new Map<string, Application>();
  readonly people = new Map<number, Person>();
  readonly machines = new Map<string, Machine>();
  readonly sessions = new Map<string, Session>();
  readonly leases = new Map<string, Lease>();
  readonly scenarios = new Map<string, Scenario>();
  readonly powerActions = new Map<number, PowerActionRecord>();
  /** What was broken and is not mended yet, by kind and key of its subject. */
  readonly openTruth = new Map<string, TruthRecord[]>();
  readonly census = new Census();
  readonly queue = new EventQueue();
  readonly batch = new RowBatch();
  readonly changes = new ChangedEntities();
  /** Rows that grooming would delete before the first start anyway are not written while the history is made. */
  skipLoadBefore: Instant = 0;
  /** Told of everything that moves a session through its life. */
  onLife: ((step: LifeStep) => void) | null = null;
  readonly #counters: Record<Counter, number>;

  constructor(site: SiteEntity, meta: WorldMeta) {
    this.site = site;
    this.now = meta.now;
    this.random = new Random(meta.random);
    this.#counters = { ...NOTHING_COUNTED, ...meta.counters };
    this.time = new SiteTime(site.zone);
    this.#enqueue(site);
  }

  meta(): WorldMeta {
    return { now: this.now, random: this.random.state, counters: this.#counters };
  }

  nextId(counter: Counter): number {
    this.#counters[counter] += 1;
    return this.#counters[counter];
  }

  /** Takes an entity in: a new one, or one read back. Does not mark it as changed. */
  admit(entity: Entity): void {
    this.#enqueue(entity);
    switch (entity.kind) {
      case "site":
        return;
      case "group":
      case "catalog":
      case "hypervisor":
      case "application":
        this.#admitLayout(entity);
        return;
      case "person":
        this.people.set(entity.id, entity);
        this.census.addPerson(entity);
        return;
      case "machine":
        this.machines.set(entity.id, entity);
        this.census.addMachine(entity);
        return;
      case "session":
        this.sessions.set(entity.id, entity);
        this.census.addSession(entity);
        return;
      case "lease":
        this.leases.set(entity.id, entity);
        return;
      case "scenario":
        this.scenarios.set(entity.id, entity);
        return;
      case "power-action":
        this.powerActions.set(entity.id, entity);
        return;
      case "truth":
        this.#admitTruth(entity);
        return;
    }
  }

  setTimer<TName extends string>(
    entity: Entity & { timers: Partial<Record<TName, Instant>> },
    name: TName,
    at: Instant,
  ): void {
    const due = Math.round(at);
    const timers: Record<string, Instant | undefined> = entity.timers;
    timers[name] = due;
    this.queue.push(entity, name, due);
    this.changes.changed.add(entity);
  }

  personById(id: number): Person {
    return found(this.people.get(id), "person", id);
  }

  machineById(id: string): Machine {
    return found(this.machines.get(id), "machine", id);
  }

  groupById(id: string): Group {
    return found(this.groups.get(id), "group", id);
  }

  #admitLayout(entity: Group | Catalog | Hypervisor | Application): void {
    switch (entity.kind) {
      case "group":
        this.groups.set(entity.id, entity);
        return;
      case "catalog":
        this.catalogs.set(entity.id, entity);
        return;
      case "hypervisor":
        this.hypervisors.set(entity.id, entity);
        return;
      case "application":
        this.applications.set(entity.id, entity);
        return;
    }
  }

  #admitTruth(truth: TruthRecord): void {
    const subject = `${truth.subjectKind} ${truth.subject}`;
    this.openTruth.set(subject, [...(this.openTruth.get(subject) ?? []), truth]);
  }

  #enqueue(entity: Entity): void {
    const timers: Record<string, Instant | undefined> = entity.timers;
    for (const [timer, at] of Object.entries(timers)) if (at !== undefined) this.queue.push(entity, timer, at);
  }
}

function found<T>(value: T | undefined, kind: string, id: string | number): T {
  if (value === undefined) throw new Error(`The practice site has no ${kind} ${id}`);
  return value;
}

/** Entities to be written with the next commit. */
export class ChangedEntities {
  readonly changed = new Set<Entity>();
  readonly removed = new Set<Entity>();

  remove(entity: Entity): void {
    this.changed.delete(entity);
    this.removed.add(entity);
  }

  clear(): void {
    this.changed.clear();
    this.removed.clear();
  }
}
