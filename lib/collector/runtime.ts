import type { ChainWatch } from "@/lib/audit/chain-watch";
import type { Clock } from "@/lib/clock";
import type { Desk } from "@/lib/desk/client";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { GhostSettings } from "@/lib/domain/ghost/settings";
import type { ReplayLimits, WhatIf } from "@/lib/domain/session/what-if";
import type { Instant } from "@/lib/domain/site";
import type { Snapshot, Source } from "@/lib/domain/snapshot";
import type { DeskEnvironment } from "@/lib/env";
import { DeskError } from "@/lib/errors";
import type { SiteActor } from "@/lib/site/command";
import type { SdkSite, SdkSource } from "@/lib/site/port";
import type { ScenarioOptions, ScenarioStatus } from "@/lib/site/simulator/practice-site";
import type { ServersHeard } from "./protocol";

/**
 * What the process shares. Next.js may load a module once per bundle, so the one runtime hangs on a global symbol; it is
 * put there by start.ts when the server starts.
 */
export interface Runtime {
  readonly env: DeskEnvironment;
  readonly siteId: string;
  readonly desk: Desk;
  /** Whether the chain of the audit is whole, as far as it was checked. */
  readonly chain: Pick<ChainWatch, "status">;
  readonly wallClock: Clock;
  /** The site's time, corrected by what the site's database says of our clock. */
  readonly siteClock: Clock;
  readonly site: SiteView;
  readonly ghosts: GhostDesk;
  /** How the site is acted on and asked beside the tables. */
  readonly reach: SiteReach;
  readonly operations: OperationDesk;
  readonly history: HistoryDesk;
  /** Null where the site is real. */
  readonly practice: PracticeController | null;
  /** Ends workers and closes databases. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * What the serving thread itself may ask and do beyond the tables. `kind` none: neither a bridge nor a practice site, so Ghostdesk reads
 * the tables and does nothing; `sentence` says so to people, null where all is well.
 */
export interface SiteReach {
  readonly kind: "practice" | "bridge" | "none";
  readonly sentence: string | null;
  readonly sdk: SdkSource | null;
  readonly actor: SiteActor | null;
}

/** What does operations that were written down, and watches what comes of them (lib/operations/run). */
export interface OperationDesk {
  /** Signs what a preview showed; made anew with each start, so that a preview does not outlive the program. */
  readonly previewKey: Uint8Array;
  /** Runs one after the other: intents are written in turn, so that of a thousand at once each sees the one before. */
  inTurn<TResult>(work: () => Promise<TResult>): Promise<TResult>;
  /** Begins an operation whose intent is committed; returns at once. */
  begin(operationId: string): void;
  /** Looks at everything that is not settled, once; for tests and after the practice site's clock was moved. */
  look(): Promise<void>;
  /** Ends the watching; what is not settled is settled after the next start. */
  stop(): Promise<void>;
}

/** Asks the site's history in a thread of its own, so that a long answer holds up nobody; one question at a time. */
export interface HistoryDesk {
  /**
   * Replays one group's sessions under other limits, for whoever `askedBy` names. Rejects with `unavailable` where the tables cannot be read,
   * `limited` while too many others wait or a question of the same person does, `invalid` where the time span is empty or too long.
   */
  whatIf(
    question: WhatIfQuestion,
    askedBy: string,
  ): Promise<{ readonly answer: WhatIf; readonly historyFrom: Instant | null }>;
  stop(): Promise<void>;
}

export interface WhatIfQuestion {
  readonly groupKey: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly now: ReplayLimits;
  readonly changed: ReplayLimits;
}

export interface SiteView {
  readonly siteName: string;
  /** IANA zone of the site's people; null where nobody told. */
  readonly timeZone: string | null;
  /** The site's flags and controllers as the SDK told them last; null where it never did. */
  readonly sdkSite: SdkSite | null;
  /** Since when the controllers have been without their database, as far as this program saw it; null while they have it. */
  readonly outageSince: Instant | null;
  /** The controllers' release, where the SDK told it. */
  readonly release: string | null;
  /** How many servers could be asked for their own sessions. */
  readonly servers: ServersHeard;
  /** Null before the first read. */
  current(): Snapshot | null;
  /** The sources as they are now; a failed read changes these without making a new version. */
  sourcesNow(): readonly Source[];
  /** Milliseconds between two reads at the moment. */
  readonly pollMs: number;
  subscribe(listener: (change: SnapshotChange) => void): () => void;
  /** Every change after that version, oldest first; null where the gap is longer than the ring remembers. */
  changesSince(version: number): readonly SnapshotChange[] | null;
  /** Says that somebody watches (reads come every 2 s) until the returned function is called. */
  watch(): () => void;
  /** Says that somebody asked just now: counts as watching for a while, for those who poll. */
  notice(): void;
}

/**
 * The incidents as the process holds them, and the settings of the rules: what operations change in our own tables is told here, so
 * that the next version of the site shows it.
 */
export interface GhostDesk {
  readonly settings: GhostSettings;
  /** An open incident as it stands now, or an ended one of the last day; undefined where there is none in memory. */
  get(id: string): Incident | undefined;
  /** A person's change of an incident that was committed: shown with the next version, which is made at once. */
  apply(incident: Incident): void;
  /** Settings that were committed: the rules go by them from the next pass on. */
  applySettings(settings: GhostSettings): void;
  /** Resolves when what the rules changed is in our own tables: called before an operation changes an incident's row. */
  settle(): Promise<void>;
}

/** What one published version changed: keys of records that came, changed or went. */
export interface SnapshotChange {
  readonly version: number;
  readonly asOf: Instant;
  readonly sessions: readonly string[];
  readonly machines: readonly string[];
  readonly people: readonly string[];
  /** Ids of incidents that came, changed or ended. */
  readonly ghosts: readonly string[];
  /** Ids of operations that began, went on or ended. */
  readonly operations: readonly string[];
  /** Keys of leases that came, changed or went. */
  readonly leases: readonly string[];
  /** Keys of machines whose limits are other than before. */
  readonly timers: readonly string[];
  /** Whether what surrounds the leases, or a group's limits, is other than before. */
  readonly surroundings: boolean;
  /** Whether leases and limits were read again, though they may say the same. */
  readonly readings: boolean;
  readonly groups: boolean;
  readonly sources: boolean;
}

export interface PracticeController {
  list(): Promise<readonly ScenarioStatus[]>;
  start(name: string, options: ScenarioOptions): Promise<{ startedAt: Instant }>;
  end(name: string): Promise<void>;
  /** Resolves with the new site time once everything in between has happened; `conflict` while another advance runs. */
  advance(ms: number): Promise<Instant>;
}

const KEY = Symbol.for("ghostdesk.runtime");

/** The one start of this process, and what it made. */
interface Start {
  readonly done: Promise<Runtime>;
  resolve(runtime: Runtime): void;
  reject(error: unknown): void;
  runtime: Runtime | null;
}

interface StartHolder {
  [KEY]?: Start;
}

function theStart(): Start {
  const holder = globalThis as StartHolder;
  if (holder[KEY]) return holder[KEY];
  let settle: Pick<Start, "resolve" | "reject"> = { resolve: () => undefined, reject: () => undefined };
  const done = new Promise<Runtime>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Whoever waits is told; that nobody waits yet is no unhandled rejection.
  done.catch(() => undefined);
  holder[KEY] = { done, ...settle, runtime: null };
  return holder[KEY];
}

/** Publishes what `start` makes; everybody who waits is told of its end, good or bad. */
export async function publishRuntime(start: () => Promise<Runtime>): Promise<Runtime> {
  const holder = theStart();
  try {
    holder.runtime = await start();
    holder.resolve(holder.runtime);
  } catch (error) {
    holder.reject(error);
  }
  return holder.done;
}

/** Puts a runtime in place without a start: for tests of what stands on it. */
export function setRuntime(runtime: Runtime | null): void {
  theStart().runtime = runtime;
}

/** Resolves when the runtime is published; rejects as the start does. */
export function whenStarted(): Promise<Runtime> {
  return theStart().done;
}

/** Throws DeskError `unavailable` while the server is still starting. */
export function getRuntime(): Runtime {
  const { runtime } = theStart();
  if (!runtime) throw new DeskError("unavailable", "Ghostdesk is still starting.", { retryAfterSeconds: 2 });
  return runtime;
}
