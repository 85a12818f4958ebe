import { randomUUID } from "node:crypto";
import type { Desk } from "@/lib/desk/client";
import { isOpen } from "@/lib/domain/ghost/classes";
import type { Finding, Subject, Withdrawal } from "@/lib/domain/ghost/finding";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { IncidentEvent } from "@/lib/domain/ghost/incident-event";
import { reduceIncident } from "@/lib/domain/ghost/reduce-incident";
import { isSameValue } from "@/lib/domain/ghost/same-value";
import type { GhostSettings } from "@/lib/domain/ghost/settings";
import type { Instant } from "@/lib/domain/site";
import type { GhostBook } from "@/lib/domain/snapshot";
import type { IncidentSource } from "../live-site";
import type { GhostDelta, GhostOrders } from "../protocol";
import type { GhostDesk } from "../runtime";
import { subjectId } from "./incident-changes";
import { IncidentMemory } from "./incident-memory";
import { IncidentStore, type WaitingStep } from "./incident-store";

/** How often all that still hold are marked as seen. In between only what changed is touched. */
const TOUCH_EVERY_MS = 60_000;

export interface IncidentKeeperOptions {
  readonly desk: Desk;
  readonly siteId: string;
  readonly settings: GhostSettings;
  /** Site time of the start. */
  readonly now: Instant;
  /** Incidents changed outside of a pass: ids that the next version, to be made at once, is to name. */
  onChanged(ids: readonly string[]): void;
  /** The rules are to go by other orders. */
  onOrders(orders: GhostOrders): void;
}

/** What one pass made of the incidents. */
interface Turn {
  readonly steps: WaitingStep[];
  readonly ids: Set<string>;
}

/**
 * Makes incidents of what the rules find, pass by pass, shows them at once and has them written behind. What the reader has not spoken
 * of stays as it is, so that a restart of the program or of the reading thread ends nothing.
 */
export class IncidentKeeper implements IncidentSource, GhostDesk {
  readonly #options: IncidentKeeperOptions;
  readonly #store: IncidentStore;
  #memory = new IncidentMemory({ incidents: [], lastEndedAt: null });
  #settings: GhostSettings;
  /** Subjects whose finding the reader holds, by {@link subjectId}. */
  readonly #held = new Set<string>();
  #unsure: ReadonlySet<string> = new Set();
  #judgedAt: Instant | null = null;
  #touchedAt: Instant = 0;

  private constructor(options: IncidentKeeperOptions) {
    this.#options = options;
    this.#settings = options.settings;
    const { desk, siteId } = options;
    this.#store = new IncidentStore({ desk, siteId, onWritten: (written) => this.#reconcile(written) });
  }

  /** Rejects where our own database cannot be read. */
  static async open(options: IncidentKeeperOptions): Promise<IncidentKeeper> {
    const keeper = new IncidentKeeper(options);
    keeper.#memory = new IncidentMemory(await keeper.#store.read(options.now));
    return keeper;
  }

  get settings(): GhostSettings {
    return this.#settings;
  }

  get book(): GhostBook {
    return this.#memory.book;
  }

  get orders(): GhostOrders {
    const open = this.#memory.standing().map(({ subject, class: known }) => ({ subject, class: known }));
    return { settings: this.#settings, open };
  }

  get(id: string): Incident | undefined {
    return this.#memory.get(id);
  }

  reset(): void {
    this.#held.clear();
    this.#judgedAt = null;
  }

  take({ judgedAt, found, withdrawn, unsure = [] }: GhostDelta): readonly string[] {
    if (judgedAt === null) {
      this.#store.flush();
      return [];
    }
    const turn: Turn = { steps: [], ids: new Set() };
    for (const withdrawal of withdrawn) this.#withdraw(withdrawal, judgedAt, turn);
    for (const finding of found) this.#find(finding, judgedAt, turn);
    this.#unsure = new Set(unsure.map(subjectId));
    this.#seeAgain(judgedAt, turn);
    this.#judgedAt = judgedAt;
    this.#memory.judged(judgedAt);
    this.#store.add(turn.steps);
    return [...turn.ids];
  }

  apply(incident: Incident): void {
    const id = subjectId(incident.subject);
    const before = this.#memory.ofSubject(id);
    const current = replay(incident, this.#waitingBySubject().get(id));
    this.#memory.put(current);
    // Read again behind what is being written just now: which of the two came first is known there alone.
    this.#store.add([{ subject: incident.subject, event: null, isQuiet: true }]);
    this.#options.onChanged([current.id]);
    const isBack = isOpen(current.state) && !(before && isOpen(before.state));
    if (isBack && !this.#held.has(id)) this.#options.onOrders(this.orders);
  }

  applySettings(settings: GhostSettings): void {
    this.#settings = settings;
    this.#options.onOrders(this.orders);
  }

  settle(): Promise<void> {
    return this.#store.settle();
  }

  #find(finding: Finding, at: Instant, turn: Turn): void {
    this.#held.add(subjectId(finding.subject));
    this.#happen(finding.subject, { type: "found", finding, at, id: randomUUID() }, turn);
  }

  #withdraw({ subject, reason }: Withdrawal, at: Instant, turn: Turn): void {
    const id = subjectId(subject);
    const wasSeen = this.#held.delete(id) && !this.#unsure.has(id);
    const incident = this.#memory.ofSubject(id);
    if (wasSeen && this.#judgedAt !== null && incident && isOpen(incident.state)) {
      // That it was still seen is written only now, and with it until when.
      const event = { type: "seen-again", at: this.#judgedAt } as const;
      this.#memory.put(reduceIncident(incident, event).incident);
      turn.steps.push({ subject, event, isQuiet: true });
    }
    this.#happen(subject, { type: "withdrawn", reason, at }, turn);
  }

  /** Suspects may be confirmed by this read; all others are marked as seen now and then. */
  #seeAgain(at: Instant, turn: Turn): void {
    const isDue = Math.abs(at - this.#touchedAt) >= TOUCH_EVERY_MS;
    if (isDue) {
      this.#touchedAt = at;
      this.#memory.forget(at);
    }
    for (const { subject } of isDue ? this.#memory.standing() : this.#memory.suspects()) {
      const id = subjectId(subject);
      if (this.#held.has(id) && !this.#unsure.has(id)) this.#happen(subject, { type: "seen-again", at }, turn);
    }
  }

  #happen(subject: Subject, event: IncidentEvent, turn: Turn): void {
    const before = this.#memory.ofSubject(subjectId(subject)) ?? null;
    const { incident, entries } = reduceIncident(before, event);
    if (!incident || (incident === before && entries.length === 0)) return;
    this.#memory.put(incident);
    if (before && entries.length === 0 && isSameBut(before, incident)) return;
    turn.ids.add(incident.id);
    turn.steps.push({ subject, event, isQuiet: entries.length === 0 });
  }

  /** What happened and is not written yet. */
  #waitingBySubject(): ReadonlyMap<string, readonly IncidentEvent[]> {
    const waiting = new Map<string, IncidentEvent[]>();
    for (const { subject, event } of this.#store.waiting) {
      if (!event) continue;
      const id = subjectId(subject);
      const events = waiting.get(id);
      if (events) events.push(event);
      else waiting.set(id, [event]);
    }
    return waiting;
  }

  /** What was written says otherwise where somebody else wrote as well: our own tables are right. */
  #reconcile(written: ReadonlyMap<string, Incident>): void {
    const ids: string[] = [];
    const waiting = this.#waitingBySubject();
    for (const [id, incident] of written) {
      const known = this.#memory.ofSubject(id);
      const current = replay(incident, waiting.get(id));
      if (known && isSameBut(known, current)) continue;
      this.#memory.put(current);
      ids.push(current.id, ...(known && known.id !== current.id ? [known.id] : []));
    }
    if (ids.length > 0) this.#options.onChanged(ids);
  }
}

function replay(incident: Incident, events: readonly IncidentEvent[] = []): Incident {
  return events.reduce((current, event) => reduceIncident(current, event).incident, incident);
}

/**
 * Whether they differ in nothing, or alone in when they were last seen and how old a witness' word is: a server that says the same each
 * minute is no news for anybody.
 */
function isSameBut(left: Incident, right: Incident): boolean {
  return isSameValue({ ...withoutAges(left), lastSeenAt: right.lastSeenAt }, withoutAges(right));
}

function withoutAges(incident: Incident): Incident {
  return { ...incident, evidence: incident.evidence.map((claim) => ({ ...claim, saidAt: null })) };
}
