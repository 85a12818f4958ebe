import type { GhostClass, SessionGhostClass } from "@/lib/domain/ghost/classes";
import { judgeFailureTrace } from "@/lib/domain/ghost/failure-trace";
import type { Subject } from "@/lib/domain/ghost/finding";
import { judgeSession } from "@/lib/domain/ghost/judge";
import { isSameValue } from "@/lib/domain/ghost/same-value";
import type { GhostSettings } from "@/lib/domain/ghost/settings";
import type { Instant, Machine, Session } from "@/lib/domain/site";
import type { DeltaPart, GhostDelta, GhostOrders } from "../protocol";
import { type FactSources, GatheredFacts, type SourceStates } from "./gathered-facts";
import { HeldFindings } from "./held-findings";
import { KeyIndex } from "./key-index";
import { Watchlist } from "./watchlist";
import type { SiteRecords, Witnesses } from "./witnesses";

/** Servers are asked so long before a grace ends, so that their word is there when it does. */
const AHEAD_MS = 90_000;

/** Whose servers and broker rows to ask for. */
export interface Wanted {
  /** Machines of people whose launch failed, then of suspects and of sessions whose grace ends soon. */
  readonly urgent: readonly string[];
  /** Machines with disconnected sessions, or active ones without an application. */
  readonly sweep: Iterable<string>;
}

const sessionSubject = (key: string): Subject => ({ kind: "session", key });

/**
 * Judges what changed: sessions whose rows, machine, server's word or user's launches changed, and those whose time has come. Everything
 * else keeps its last judgement, so that a quiet pass costs nothing, however large the site.
 */
export class Detector {
  readonly #records: SiteRecords;
  readonly #witnesses: Witnesses;
  #settings: GhostSettings;
  readonly #owners = new Map<string, { readonly machineKey: string | null; readonly userKey: string | null }>();
  readonly #byMachine = new KeyIndex();
  readonly #byUser = new KeyIndex();
  readonly #watchlist = new Watchlist();
  readonly #held = new HeldFindings();
  readonly #places = new Map<string, string>();
  readonly #dirty = { sessions: new Set<string>(), machines: new Set<string>(), traces: new Set<string>() };
  #heard: string | null = null;

  constructor(records: SiteRecords, witnesses: Witnesses, orders: GhostOrders) {
    this.#records = records;
    this.#witnesses = witnesses;
    this.#settings = orders.settings;
    this.#adopt(orders);
  }

  /** By other settings everything that is watched is judged anew; incidents alone, such as one that was reopened, touch no other. */
  order(orders: GhostOrders): void {
    const isOther = !isSameValue(orders.settings, this.#settings);
    this.#settings = orders.settings;
    if (isOther) this.#held.doubt();
    this.#adopt(orders);
    if (!isOther) return;
    this.#judgeAllAgain();
    for (const key of this.#places.keys()) this.#dirty.traces.add(key);
  }

  #judgeAllAgain(): void {
    this.#watchlist.planAll(0);
    for (const key of this.#held.subjects("session")) this.#dirty.sessions.add(key);
  }

  /** Takes what one part of a delta says. Sessions that left the site are told by `left`. */
  observe(part: DeltaPart, left: ReadonlySet<string>): void {
    for (const session of part.sessions?.upserts ?? []) this.#put(session);
    for (const key of part.sessions?.removals ?? []) this.#remove(key, left);
    for (const machine of part.machines?.upserts ?? []) this.#notePlace(machine);
    // Another limit moves when a session is old.
    for (const { key } of part.timers?.upserts ?? []) this.#dirty.machines.add(key);
    for (const key of part.machines?.removals ?? []) {
      this.#places.delete(key);
      this.#held.withdraw({ kind: "machine", key }, "left-the-tables");
    }
  }

  /** Before judging: whom to ask. */
  wanted(now: Instant): Wanted {
    const launches = this.#noteHurt();
    const suspects = new Set<string>();
    for (const key of this.#held.subjects("session")) {
      // Of what is just old the server has nothing to prove, and a site may hold thousands for weeks: the sweep is enough.
      if (this.#held.classOf(sessionSubject(key)) === "just-old") continue;
      const machineKey = this.#owners.get(key)?.machineKey;
      if (machineKey) suspects.add(machineKey);
    }
    for (const machineKey of this.#watchlist.machinesDueWithin(now, AHEAD_MS)) suspects.add(machineKey);
    return { urgent: [...new Set([...launches, ...suspects])], sweep: this.#watchlist.machinesToSweep() };
  }

  /** Judges at the site's time of the last successful read. */
  judge(now: Instant, sources: SourceStates): GhostDelta {
    const from: FactSources = {
      now,
      sources,
      records: this.#records,
      witnesses: this.#witnesses,
      settings: this.#settings,
      byMachine: this.#byMachine,
      byUser: this.#byUser,
      onMachine: new Map(),
    };
    // A source that was lost, or is back, changes what can be told of sessions whose rows stay the same.
    const heard = [sources.broker, sources.sdk].map((state) => state !== "lost" && state !== "reading").join();
    if (this.#heard !== null && this.#heard !== heard) this.#judgeAllAgain();
    this.#heard = heard;
    for (const key of this.#takeKeys(now)) this.#judgeSession(key, from);
    this.#judgeMachines(now, sources);
    return { judgedAt: now, ...this.#held.takeChanges() };
  }

  #takeKeys(now: Instant): Set<string> {
    const keys = new Set([...this.#dirty.sessions, ...this.#watchlist.takeDue(now)]);
    const { server, broker } = this.#witnesses;
    for (const machineKey of [...this.#dirty.machines, ...server.answered(), ...broker.answered()]) {
      for (const key of this.#byMachine.of(machineKey)) keys.add(key);
    }
    this.#dirty.sessions.clear();
    this.#dirty.machines.clear();
    return keys;
  }

  #judgeSession(key: string, from: FactSources): void {
    const session = this.#records.session(key);
    const subject = sessionSubject(key);
    if (!session) {
      this.#held.withdraw(subject, "left-the-tables");
      return;
    }
    const judgement = judgeSession(new GatheredFacts(session, from), sessionClass(this.#held.classOf(subject)));
    this.#held.take(subject, judgement, session.since);
    this.#watchlist.plan(key, judgement.recheckAt);
  }

  #judgeMachines(now: Instant, sources: SourceStates): void {
    const { failures } = this.#witnesses;
    const since = now - this.#settings.failureTraceWindowMinutes * 60_000;
    const keys = new Set([...this.#dirty.traces, ...failures.machinesChanged(), ...this.#held.subjects("machine")]);
    this.#dirty.traces.clear();
    for (const key of keys) {
      const machine = this.#records.machine(key);
      if (!machine) {
        this.#held.withdraw({ kind: "machine", key }, "left-the-tables");
        continue;
      }
      const facts = { now, machine, failures: failures.ofMachine(key, since), sources, settings: this.#settings };
      this.#held.take({ kind: "machine", key }, judgeFailureTrace(facts));
    }
  }

  #adopt({ open }: GhostOrders): void {
    this.#held.adopt(open);
    for (const { subject } of open) if (subject.kind === "session") this.#dirty.sessions.add(subject.key);
  }

  #put(session: Session): void {
    const { key, machineKey, userKey } = session;
    const before = this.#owners.get(key);
    if (before?.machineKey !== machineKey || before.userKey !== userKey) {
      if (before) this.#forgetOwners(key, before);
      this.#owners.set(key, { machineKey, userKey });
      this.#byMachine.add(machineKey, key);
      this.#byUser.add(userKey, key);
      // Whoever begins another session did not find the one before.
      for (const other of this.#byUser.of(userKey)) if (other !== key) this.#dirty.sessions.add(other);
    }
    this.#witnesses.pace.note(session);
    const wasWatched = this.#watchlist.put(session);
    const isHeld = this.#held.classOf(sessionSubject(key)) !== null;
    if (wasWatched || isHeld || this.#isOlderThanMachine(session)) this.#dirty.sessions.add(key);
  }

  #isOlderThanMachine({ machineKey, startedAt }: Session): boolean {
    const started = machineKey === null ? null : (this.#records.machine(machineKey)?.poweredOnAt ?? null);
    return started !== null && startedAt !== null && startedAt < started;
  }

  #remove(key: string, left: ReadonlySet<string>): void {
    const owners = this.#owners.get(key);
    if (owners) this.#forgetOwners(key, owners);
    this.#owners.delete(key);
    this.#watchlist.remove(key);
    this.#witnesses.pace.forget(key);
    this.#dirty.sessions.delete(key);
    this.#held.withdraw(sessionSubject(key), left.has(key) ? "left-the-tables" : "ended");
  }

  #forgetOwners(key: string, owners: { readonly machineKey: string | null; readonly userKey: string | null }): void {
    this.#byMachine.remove(owners.machineKey, key);
    this.#byUser.remove(owners.userKey, key);
  }

  /** A machine that starts, stops or registers changes what its sessions can be; its load does not. */
  #notePlace({ key, power, poweredOnAt, powerSince, registration, registrationSince }: Machine): void {
    const place = [power, powerSince, poweredOnAt, registration, registrationSince].join();
    const before = this.#places.get(key);
    if (before === place) return;
    this.#places.set(key, place);
    if (before !== undefined || power === "Off") this.#dirty.machines.add(key);
  }

  /** People whose launch failed since the last pass: their sessions are judged, and their servers asked at once. */
  #noteHurt(): Set<string> {
    const machines = new Set<string>();
    for (const userKey of this.#witnesses.failures.usersChanged()) {
      for (const key of this.#byUser.of(userKey)) {
        this.#dirty.sessions.add(key);
        const machineKey = this.#owners.get(key)?.machineKey;
        if (machineKey) machines.add(machineKey);
      }
    }
    return machines;
  }
}

function sessionClass(held: GhostClass | null): SessionGhostClass | null {
  return held === "failure-trace" ? null : held;
}
