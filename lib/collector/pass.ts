import { type Sample, takeSamples } from "@/lib/domain/history/sample";
import { machineLimit } from "@/lib/domain/session/machine-limits";
import type { Instant } from "@/lib/domain/site";
import type { Source } from "@/lib/domain/snapshot";
import { BrokerReader } from "./broker-reader";
import { Composer } from "./composer";
import { FlowCounter } from "./flow-counter";
import { GhostWatch } from "./ghosts/ghost-watch";
import { MonitorReader } from "./monitor-reader";
import { type PassClocks, type PassOptions, type PassSources, RECONCILE_MS, USUAL_ORDERS } from "./pass-options";
import type { DeltaPart, GhostDelta, GhostOrders, PassResult } from "./protocol";
import { SdkReader } from "./sdk-reader";
import { SiteRows } from "./site-rows";
import { SourceHealth, witnessState } from "./source-health";
import { StandingReader } from "./standing/standing-reader";

/** One pass: read what each source has to say, compose, compare. A source that fails costs its own facts only. */

const NAMES_EVERY_MS = 60_000;
const BROKER_EVERY_MS = 30_000;
const SDK_EVERY_MS = 10_000;
/** After a whole read that failed; what changes is read meanwhile. */
const WHOLE_AGAIN_MS = 60_000;
/** A source takes at most a tenth of the time, so that reading never burdens the site. */
const REST_FACTOR = 10;

type SlowRead = "whole" | "names" | "broker" | "sdk";

export class Pass {
  readonly #sources: PassSources;
  readonly #clocks: PassClocks;
  readonly #reconcileMs: number;
  readonly #rows = new SiteRows();
  readonly #composer = new Composer(this.#rows);
  readonly #monitorReader: MonitorReader;
  readonly health = {
    monitor: new SourceHealth("monitor"),
    broker: new SourceHealth("broker"),
    sdk: new SourceHealth("sdk"),
  };
  readonly #due: Record<SlowRead, Instant> = { whole: 0, names: 0, broker: 0, sdk: 0 };
  #skewMs: number | null = null;
  #sampledMinute = 0;
  readonly #ghosts: GhostWatch;
  readonly #flows = new FlowCounter();
  readonly #standing: StandingReader;
  readonly #broker: BrokerReader | null;
  readonly #sdk: SdkReader | null;

  constructor(sources: PassSources, clocks: PassClocks, options: PassOptions = {}) {
    this.#reconcileMs = options.reconcileMs ?? RECONCILE_MS;
    this.#sources = sources;
    this.#clocks = clocks;
    this.#monitorReader = new MonitorReader(sources.monitor, this.#rows);
    this.#broker = sources.broker && new BrokerReader(sources.broker, this.#rows);
    this.#sdk = sources.sdk && new SdkReader(sources.sdk, this.#rows);
    this.#standing = new StandingReader({
      ...{ sdk: sources.sdk, folders: options.leaseFolders ?? [], wall: clocks.wall },
      machineKeys: () => this.#askedMachines(),
      sdkSite: () => this.#sdk?.site ?? null,
      isMachine: (key) => this.#composer.machines.has(key),
      machineNames: () => new Map(Array.from(this.#composer.machines.values(), ({ sid, name }) => [sid ?? "", name])),
      now: () => this.now(),
    });
    this.#ghosts = new GhostWatch({
      ...sources,
      records: this.#composer,
      personOf: (id) => this.#rows.people.get(id),
      now: () => this.now(),
      orders: options.ghosts ?? USUAL_ORDERS,
      limits: (session) => machineLimit(session, "disconnected", this.#standing.timers),
    });
    if (!sources.broker) this.health.broker.absent("No broker database is configured: one witness fewer.");
    if (!sources.sdk) this.health.sdk.absent("No PowerShell bridge is configured: read-only from tables.");
  }

  /** Site time, corrected by what the database says of our clock. */
  now(): Instant {
    return this.#clocks.site.now() - (this.#skewMs ?? 0);
  }

  /**
   * Reads and answers what changed, in parts; the result comes last, when the parts were taken. Never rejects: what failed stands
   * in the sources of the result.
   */
  async *run(): AsyncGenerator<DeltaPart, Omit<PassResult, "pollMs">> {
    await this.#readMonitor();
    await this.#readBroker();
    await this.#readSdk();
    let surroundings: PassResult["surroundings"];
    if (this.#monitorReader.isComplete) {
      surroundings = yield* this.#takeDelta();
      this.#rows.dirty.left.clear();
    }
    const ghosts = await this.#judge();
    const now = this.now();
    const sources = this.#describeSources(now);
    return {
      ghosts,
      servers: this.#ghosts.servers,
      asOf: sources[0].asOf,
      sources,
      clockSkewMs: this.#skewMs,
      sdkSite: this.#sdk?.site ?? null,
      samples: this.#takeSamples(now),
      surroundings,
      outageSince: this.#sdk?.outageSince ?? null,
    };
  }

  *#takeDelta(): Generator<DeltaPart, PassResult["surroundings"]> {
    for (const part of this.#composer.takeDelta()) {
      this.#flows.observe(part);
      yield this.#observed(part);
    }
    this.#flows.began();
    this.#standing.begin();
    const { parts, surroundings } = this.#standing.take();
    for (const part of parts) yield this.#observed(part);
    return surroundings;
  }

  #observed(part: DeltaPart): DeltaPart {
    this.#ghosts.observe(part, this.#rows.dirty.left);
    return part;
  }

  /** Those with sessions first; one that is off cannot be asked, and asking it would hold up the others. */
  #askedMachines(): string[] {
    const { machines } = this.#composer;
    const keys = new Set(Array.from(this.#rows.sessions.values(), ({ MachineId }) => MachineId ?? ""));
    for (const key of machines.keys()) keys.add(key);
    return [...keys].filter((key) => !["Off", "Suspended", undefined].includes(machines.get(key)?.power));
  }

  /** Other settings of the rules, or more incidents that only this thread can end. */
  order(orders: GhostOrders): void {
    this.#ghosts.order(orders);
  }

  /** Reads leases and limits again with the next pass. */
  hurry(): void {
    this.#standing.hurry();
  }

  /** Asks nobody any more; call it when no pass runs. */
  stop(): void {
    this.#ghosts.stop();
    this.#standing.stop();
  }

  /** Tables that could not be read just now say nothing about ghosts: the rules freeze. */
  async #judge(): Promise<GhostDelta> {
    const [monitor, broker, sdk] = this.#describeSources(this.now());
    const readAt = this.health.monitor.isFailing || !this.#monitorReader.isComplete ? null : monitor.asOf;
    if (readAt === null) return { judgedAt: null, found: [], withdrawn: [] };
    return this.#ghosts.judge({
      readAt,
      newestChange: this.#rows.newestChange || null,
      sources: { monitor: monitor.state, broker: witnessState(broker), sdk: witnessState(sdk) },
      sdkSite: this.#sdk?.site ?? null,
    });
  }

  #describeSources(now: Instant): readonly [Source, Source, Source] {
    const { monitor, broker, sdk } = this.health;
    return [monitor.describe(now, true), broker.describe(now, false), sdk.describe(now, false)];
  }

  async #readMonitor(): Promise<void> {
    const started = this.#clocks.wall.now();
    try {
      await this.#measureSkew();
      const at = this.now();
      const isWhole = !this.#monitorReader.isComplete || this.#isDue("whole");
      if (isWhole) await this.#readWhole(at, started);
      else await this.#monitorReader.readChanges(at);
      if (!isWhole && this.#isDue("names")) await this.#monitorReader.readNames();
      const readMs = this.#clocks.wall.now() - started;
      if (isWhole || this.#isDue("names")) this.#rest("names", NAMES_EVERY_MS, 0);
      this.health.monitor.succeeded(at, isWhole ? null : readMs, this.#rows.newestChange || null);
    } catch (error) {
      this.health.monitor.failed(error, this.#clocks.wall.now() - started);
    }
  }

  /** One that failed rests as well: asked again at once, it would burden a database that may be too slow for it. */
  async #readWhole(at: Instant, started: Instant): Promise<void> {
    let everyMs = WHOLE_AGAIN_MS;
    try {
      await this.#monitorReader.readWhole(at);
      everyMs = this.#reconcileMs;
    } finally {
      this.#rest("whole", everyMs, this.#clocks.wall.now() - started);
    }
  }

  async #measureSkew(): Promise<void> {
    const before = this.#clocks.site.now();
    const database = await this.#sources.monitor.now();
    const after = this.#clocks.site.now();
    this.#skewMs = database === null ? null : Math.round((before + after) / 2 - database);
  }

  async #readBroker(): Promise<void> {
    if (!this.#broker || !this.#isDue("broker")) return;
    const started = this.#clocks.wall.now();
    try {
      const newest = await this.#broker.read();
      this.health.broker.succeeded(this.now(), this.#clocks.wall.now() - started, newest);
    } catch (error) {
      this.health.broker.failed(error, this.#clocks.wall.now() - started);
    }
    this.#rest("broker", BROKER_EVERY_MS, this.#clocks.wall.now() - started);
  }

  async #readSdk(): Promise<void> {
    if (!this.#sdk || !this.#isDue("sdk")) return;
    const started = this.#clocks.wall.now();
    try {
      await this.#sdk.read(this.now());
      this.health.sdk.succeeded(this.now(), this.#clocks.wall.now() - started, null);
    } catch (error) {
      this.health.sdk.failed(error, this.#clocks.wall.now() - started);
    }
    this.#rest("sdk", SDK_EVERY_MS, this.#clocks.wall.now() - started);
  }

  /** Due by site time, so that a moved clock reads as often as the time in between would have. */
  #isDue(what: SlowRead): boolean {
    return this.#clocks.site.now() >= this.#due[what];
  }

  #rest(what: SlowRead, everyMs: number, readMs: number): void {
    this.#due[what] = this.#clocks.site.now() + Math.max(everyMs, readMs * REST_FACTOR);
  }

  #takeSamples(now: Instant): Sample[] {
    const minute = Math.floor(now / 60_000);
    const behind = this.#sampledMinute - minute;
    // A little behind is a correction of the clock; far behind, the clock was wrong before, and what it said is no measure.
    if (this.health.monitor.isFailing || !this.#monitorReader.isComplete || (behind >= 0 && behind < 60)) return [];
    this.#sampledMinute = minute;
    return takeSamples(now, this.#composer.sessions(), this.#composer.machines.values(), this.#flows.take());
  }
}
