import type { LiveEvent, LiveHeartbeat, LiveTopic } from "@/lib/api/contract/console";
import type { Clock } from "@/lib/clock";
import type { SiteView, SnapshotChange } from "@/lib/collector/runtime";
import type { Snapshot } from "@/lib/domain/snapshot";
import { DeskError, describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { asOfNow, envelopeOf, isoOf, isoOrNull } from "./envelope";

/**
 * Tells every open browser of each version of the site. An event is written once for all who listen; who reads slowly gets
 * one event for all that was missed, so that nothing piles up. The site counts as watched while anybody listens.
 */

const TOPICS: readonly LiveTopic[] = ["sessions", "servers", "users", "ghosts", "operations", "leases", "status"];
const HEARTBEAT_MS = 15_000;
/** The sign-in of each listener is asked for anew with every fourth heartbeat. */
const HEARTBEATS_PER_RECHECK = 4;

export interface Listener {
  /** The last version the listener has seen; undefined where it has seen none. */
  readonly after: number | undefined;
  /** Rejects once the listener may no longer read. */
  recheck(): Promise<void>;
  /** Aborted when the listener is gone. */
  readonly gone: AbortSignal;
}

interface OpenLine {
  readonly listener: Listener;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** What changed since the last event that was sent. */
  readonly missed: Set<LiveTopic>;
}

export class LiveHub {
  readonly #site: SiteView;
  readonly #clock: Clock;
  readonly #lines = new Set<OpenLine>();
  readonly #encoder = new TextEncoder();
  /** Events about the newest version, by what changed: each is written once. */
  #written = new Map<string, Uint8Array>();
  #release: (() => void) | null = null;
  #heartbeats = 0;

  constructor(site: SiteView, clock: Clock) {
    this.#site = site;
    this.#clock = clock;
  }

  /** How many listen. */
  get size(): number {
    return this.#lines.size;
  }

  /** The stream of one listener; it ends when it is cancelled, and when the listener may no longer read. */
  connect(listener: Listener): ReadableStream<Uint8Array> {
    let line: OpenLine;
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        line = { listener, controller, missed: new Set() };
        this.#add(line);
        listener.gone.addEventListener("abort", () => this.#end(line), { once: true });
        // One that was gone before is told of no more.
        if (listener.gone.aborted) this.#end(line);
      },
      pull: () => this.#sendMissed(line),
      cancel: () => this.#remove(line),
    });
  }

  #add(line: OpenLine): void {
    this.#lines.add(line);
    this.#release ??= this.#start();
    const missed = this.#missedSince(line.listener.after);
    if (missed.length === 0) line.controller.enqueue(this.#heartbeat());
    else this.#tell(line, missed);
  }

  #remove(line: OpenLine): void {
    this.#lines.delete(line);
    if (this.#lines.size > 0) return;
    this.#release?.();
    this.#release = null;
  }

  #start(): () => void {
    const unwatch = this.#site.watch();
    const unsubscribe = this.#site.subscribe((change) => this.#onVersion(change));
    const timer = setInterval(() => this.#onHeartbeat(), HEARTBEAT_MS);
    timer.unref();
    return () => {
      clearInterval(timer);
      unsubscribe();
      unwatch();
    };
  }

  /** Nothing where nothing was read yet, and where the listener is up to date; all lists where the gap is too long. */
  #missedSince(after: number | undefined): readonly LiveTopic[] {
    const snapshot = this.#site.current();
    if (!snapshot || snapshot.version === after) return [];
    const changes = after === undefined ? null : this.#site.changesSince(after);
    const missed = changes?.flatMap(topicsOf) ?? TOPICS;
    return missed.length > 0 ? missed : TOPICS;
  }

  #onVersion(change: SnapshotChange): void {
    this.#written = new Map();
    const topics = topicsOf(change);
    for (const line of this.#lines) this.#tell(line, topics);
  }

  #tell(line: OpenLine, topics: readonly LiveTopic[]): void {
    for (const topic of topics) line.missed.add(topic);
    if ((line.controller.desiredSize ?? 0) > 0) this.#sendMissed(line);
  }

  #sendMissed({ missed, controller }: OpenLine): void {
    const snapshot = this.#site.current();
    if (missed.size === 0 || !snapshot) return;
    const changed = TOPICS.filter((topic) => missed.has(topic));
    missed.clear();
    controller.enqueue(this.#eventOf(snapshot, changed));
  }

  #eventOf(snapshot: Snapshot, changed: LiveTopic[]): Uint8Array {
    const name = changed.join();
    const known = this.#written.get(name);
    if (known) return known;
    const event: LiveEvent = { ...envelopeOf({ site: this.#site, now: this.#clock.now() }, snapshot), changed };
    const bytes = this.#write(`event: version\nid: ${snapshot.version}\ndata: ${JSON.stringify(event)}\n\n`);
    this.#written.set(name, bytes);
    return bytes;
  }

  #heartbeat(): Uint8Array {
    const snapshot = this.#site.current();
    const asOf = snapshot && asOfNow(snapshot, this.#site.sourcesNow());
    const beat: LiveHeartbeat = { asOf: isoOrNull(asOf), now: isoOf(this.#clock.now()) };
    return this.#write(`event: heartbeat\ndata: ${JSON.stringify(beat)}\n\n`);
  }

  #onHeartbeat(): void {
    this.#heartbeats += 1;
    const bytes = this.#heartbeat();
    for (const line of this.#lines) {
      if ((line.controller.desiredSize ?? 0) > 0) line.controller.enqueue(bytes);
    }
    if (this.#heartbeats % HEARTBEATS_PER_RECHECK === 0) for (const line of this.#lines) this.#recheck(line);
  }

  #recheck(line: OpenLine): void {
    line.listener.recheck().catch((error: unknown) => {
      const isRefused = error instanceof DeskError && (error.code === "unauthenticated" || error.code === "forbidden");
      if (!isRefused) log.warn({ event: "live.recheck-failed", reason: describeError(error) });
      // The browser connects again at once, and then hears the reason.
      this.#end(line);
    });
  }

  #end(line: OpenLine): void {
    if (!this.#lines.has(line)) return;
    this.#remove(line);
    line.controller.close();
  }

  #write(text: string): Uint8Array {
    return this.#encoder.encode(text);
  }
}

function topicsOf(change: SnapshotChange): LiveTopic[] {
  const topics: LiveTopic[] = change.sources || change.groups ? ["status"] : [];
  // Other limits are other deadlines, which stand on the rows of sessions and of servers.
  const isDueOtherwise = change.timers.length > 0 || change.surroundings;
  if (change.sessions.length > 0 || change.groups || isDueOtherwise) topics.push("sessions");
  if (change.machines.length > 0 || change.groups || isDueOtherwise) topics.push("servers");
  if (change.people.length > 0) topics.push("users");
  if (change.ghosts.length > 0) topics.push("ghosts");
  if (change.operations.length > 0) topics.push("operations");
  if (change.leases.length > 0 || change.surroundings || change.readings) topics.push("leases");
  return topics;
}

const KEY = Symbol.for("ghostdesk.reads.hubs");

interface HubHolder {
  [KEY]?: WeakMap<object, LiveHub>;
}

/** The hub of a site: one for the whole process, whichever bundle asks. */
export function liveHub(site: SiteView, clock: Clock): LiveHub {
  const holder = globalThis as HubHolder;
  holder[KEY] ??= new WeakMap();
  const hub = holder[KEY].get(site) ?? new LiveHub(site, clock);
  holder[KEY].set(site, hub);
  return hub;
}
