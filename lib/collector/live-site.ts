import type { Sample } from "@/lib/domain/history/sample";
import type { Instant } from "@/lib/domain/site";
import type { GhostBook, Snapshot, Source } from "@/lib/domain/snapshot";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { SdkSite } from "@/lib/site/port";
import type { GhostDelta, PassResult, ServersHeard, SiteMessage } from "./protocol";
import type { SiteView, SnapshotChange } from "./runtime";
import { type Moved, type SnapshotFacts, SnapshotStore } from "./snapshot-store";
import { isOtherThan, NO_SURROUNDINGS, sinceFormer } from "./standing-books";

/** The site as the serving thread sees it: the newest snapshot, who listens, and what the last minutes changed. */

/** About five minutes of versions at one each two seconds. */
const RING_VERSIONS_MAX = 150;
/** Who polls asks every ten seconds. */
const NOTICED_MS = 15_000;
const SKEW_STEP_MS = 10_000;

/** Makes incidents of what the rules found. */
export interface IncidentSource {
  /** The open incidents as they stand now. */
  readonly book: GhostBook;
  /** Takes what a pass found; returns the ids of the incidents that came, changed or ended. */
  take(delta: GhostDelta): readonly string[];
  /** The reading thread began anew: it will say again what it finds. */
  reset(): void;
}

export interface LiveSiteOptions {
  readonly ghosts: IncidentSource;
  /** Stands until a source tells the site's own name. */
  readonly siteName: string;
  /** Versions count on from here; growing over restarts, so that a browser never meets a number again. */
  readonly firstVersion: number;
  readonly timeZone: string | null;
  onWatched(watched: boolean): void;
  onSamples(samples: readonly Sample[]): void;
  onSkew(skewMs: number): void;
}

export class LiveSite implements SiteView {
  readonly #options: LiveSiteOptions;
  readonly #store: SnapshotStore;
  readonly #listeners = new Set<(change: SnapshotChange) => void>();
  readonly #ring: SnapshotChange[] = [];
  #snapshot: Snapshot | null = null;
  #sources: readonly Source[] = [];
  #result: PassResult | null = null;
  #surroundings = NO_SURROUNDINGS;
  #sdkSite: SdkSite | null = null;
  #outageSince: Instant | null = null;
  #watchers = 0;
  #noticed: { readonly timer: NodeJS.Timeout } | null = null;

  constructor(options: LiveSiteOptions) {
    this.#options = options;
    this.#store = new SnapshotStore(options.firstVersion);
  }

  get siteName(): string {
    return this.#sdkSite?.name ?? this.#options.siteName;
  }

  get timeZone(): string | null {
    return this.#options.timeZone;
  }

  get release(): string | null {
    return this.#sdkSite?.version ?? null;
  }

  get sdkSite(): SdkSite | null {
    return this.#sdkSite;
  }

  get outageSince(): Instant | null {
    return this.#outageSince;
  }

  get servers(): ServersHeard {
    return this.#result?.servers ?? { heard: 0, failing: 0 };
  }

  get pollMs(): number {
    return this.#result?.pollMs ?? 0;
  }

  current(): Snapshot | null {
    return this.#snapshot;
  }

  sourcesNow(): readonly Source[] {
    return this.#sources;
  }

  subscribe(listener: (change: SnapshotChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changesSince(version: number): readonly SnapshotChange[] | null {
    const newest = this.#snapshot?.version ?? 0;
    if (version === newest) return [];
    const oldest = this.#ring[0]?.version;
    if (version > newest || oldest === undefined || version < oldest - 1) return null;
    return this.#ring.filter((change) => change.version > version);
  }

  watch(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) this.#options.onWatched(true);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#options.onWatched(false);
    };
  }

  notice(): void {
    if (this.#noticed) {
      this.#noticed.timer.refresh();
      return;
    }
    const release = this.watch();
    const timer = setTimeout(() => {
      this.#noticed = null;
      release();
    }, NOTICED_MS);
    timer.unref();
    this.#noticed = { timer };
  }

  /** Takes what the reading thread says; a result that changed anything becomes the next version. */
  receive(message: SiteMessage): void {
    switch (message.type) {
      case "reset":
        this.#store.reset();
        this.#options.ghosts.reset();
        break;
      case "part":
        this.#store.add(message.part);
        break;
      case "result":
        this.#finish(message.result);
        break;
    }
  }

  /** The reading thread is gone: what was read stays, its sources are lost until it is back. */
  lose(problem: string): void {
    const sources = this.#sources.map((source) =>
      source.state === "absent" ? source : { ...source, state: "lost" as const, problem },
    );
    const moved = this.#isOtherState(sources);
    this.#sources = sources;
    if (moved) this.#repeat({ sources: true, ghosts: [] });
  }

  /** People changed these incidents: shown at once, with the records of the version before. */
  showGhosts(ids: readonly string[]): void {
    this.#repeat({ sources: false, ghosts: ids });
  }

  /** What came of these operations is told with the next version, which is made at once. */
  showOperations(ids: readonly string[]): void {
    this.#repeat({ sources: false, ghosts: [], operations: ids });
  }

  #finish(result: PassResult): void {
    this.#result = result;
    if (result.clockSkewMs !== null) this.#options.onSkew(result.clockSkewMs);
    if (result.samples.length > 0) this.#options.onSamples(result.samples);
    this.#hearSite(result);
    const readings = result.surroundings !== undefined;
    const told = result.surroundings ? sinceFormer(this.#surroundings, result.surroundings) : this.#surroundings;
    const surroundings = isOtherThan(this.#surroundings, told);
    this.#surroundings = told;
    const sources = this.#isOtherState(result.sources) || this.#isOtherSkew(result.clockSkewMs);
    if (result.asOf === null) {
      this.#sources = result.sources.map((source) => this.#withFormerAge(source));
      if (sources) this.#repeat({ sources, ghosts: [] });
      return;
    }
    this.#sources = result.sources;
    const ghosts = this.#options.ghosts.take(result.ghosts);
    const isMoved = sources || readings || ghosts.length > 0;
    if (this.#store.isChanged || (isMoved && this.#snapshot))
      this.#publish(result.asOf, { sources, ghosts, surroundings, readings });
  }

  /** A reader that was replaced and never heard the SDK says nothing of the site. */
  #hearSite({ sdkSite, outageSince }: PassResult): void {
    if (!sdkSite) return;
    this.#sdkSite = sdkSite;
    this.#outageSince = outageSince;
  }

  /** A reader that was replaced and could not read yet knows no age; what is shown is what the one before it read. */
  #withFormerAge(source: Source): Source {
    const former = this.#sources.find(({ name }) => name === source.name);
    return { ...source, asOf: source.asOf ?? former?.asOf ?? null };
  }

  /** Measuring wavers by milliseconds; only a difference that changes what a screen says is a change. */
  #isOtherSkew(skewMs: number | null): boolean {
    const shown = this.#snapshot?.clockSkewMs ?? null;
    return (skewMs === null) !== (shown === null) || Math.abs((skewMs ?? 0) - (shown ?? 0)) >= SKEW_STEP_MS;
  }

  #isOtherState(sources: readonly Source[]): boolean {
    const say = (list: readonly Source[]) => list.map(({ state, problem }) => `${state} ${problem}`).join("|");
    return say(sources) !== say(this.#sources);
  }

  #publish(asOf: number, moved: Moved): void {
    this.#show(this.#store.publish(this.#factsAt(asOf), moved));
  }

  /** The same records with other words about them: parts without a result are no version, and stay out of it. */
  #repeat(moved: Moved): void {
    if (this.#snapshot) this.#show(this.#store.repeat(this.#factsAt(this.#snapshot.asOf), moved));
  }

  #factsAt(asOf: number): SnapshotFacts {
    const clockSkewMs = this.#result?.clockSkewMs ?? null;
    const { book } = this.#options.ghosts;
    const { siteName } = this;
    return { asOf, siteName, sources: this.#sources, clockSkewMs, ghosts: book, surroundings: this.#surroundings };
  }

  #show({ snapshot, change }: { snapshot: Snapshot; change: SnapshotChange }): void {
    this.#snapshot = snapshot;
    this.#ring.push(change);
    if (this.#ring.length > RING_VERSIONS_MAX) this.#ring.shift();
    for (const listener of [...this.#listeners]) {
      try {
        listener(change);
      } catch (error) {
        // One who listens badly costs neither the others nor the reading.
        log.error({ event: "version.listener-failed", reason: describeError(error) });
      }
    }
  }
}
