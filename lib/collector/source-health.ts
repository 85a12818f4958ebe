import type { Instant } from "@/lib/domain/site";
import type { Source, SourceName, SourceState } from "@/lib/domain/snapshot";
import { DeskError, describeError } from "@/lib/errors";
import { log } from "@/lib/log";

/** How one source is: what its last reads did, and what that is called. */

/** Older than this, and the source is readable but nobody writes into it: the Monitor service writes every few minutes. */
export const STALE_AFTER_MS = 15 * 60_000;
/** A read that takes longer than this is worth a word to the person who waits for it. */
const SLOW_FROM_MS = 4_000;

export class SourceHealth {
  readonly name: SourceName;
  #asOf: Instant | null = null;
  #newestChange: Instant | null = null;
  #readMs: number | null = null;
  #failure: string | null = null;
  #isAbsent: string | null = null;
  #failedMs = 0;
  #lastReason: string | null = null;

  constructor(name: SourceName) {
    this.name = name;
  }

  get isFailing(): boolean {
    return this.#failure !== null;
  }

  /** How long the last read took, or the last attempt where it failed. */
  get readMs(): number {
    return (this.isFailing ? this.#failedMs : this.#readMs) ?? 0;
  }

  /** `readMs` is null after a whole read: it is long by nature and says nothing of the next one. */
  succeeded(at: Instant, readMs: number | null, newestChange: Instant | null): void {
    this.#asOf = at;
    this.#readMs = readMs ?? this.#readMs;
    this.#newestChange = newestChange;
    this.#failure = null;
    if (this.#lastReason !== null) log.info({ source: this.name }, "a source can be read again");
    this.#lastReason = null;
  }

  failed(error: unknown, tookMs: number): void {
    this.#failure = error instanceof DeskError ? error.message : "The read failed; the log says more.";
    this.#failedMs = tookMs;
    const reason = describeError(error);
    // Tried again every few seconds: what is the same as before is not said again.
    if (reason !== this.#lastReason) log.warn({ source: this.name, reason }, "a source cannot be read");
    this.#lastReason = reason;
  }

  /** This source is not configured; `why` says what that leaves unknown. */
  absent(why: string): void {
    this.#isAbsent = why;
  }

  /** The source as it is at `now`. `watchStale`: whether a source without news for long is called stale. */
  describe(now: Instant, watchStale: boolean): Source {
    const common = { name: this.name, asOf: this.#asOf, newestChange: this.#newestChange, readMs: this.#readMs };
    if (this.#isAbsent !== null) return { ...common, state: "absent", problem: this.#isAbsent };
    if (this.#failure !== null) return { ...common, state: "lost", problem: this.#failure };
    if (this.#asOf === null) return { ...common, state: "reading", problem: null };
    const quietMs = this.#newestChange === null ? 0 : now - this.#newestChange;
    if (watchStale && quietMs > STALE_AFTER_MS) {
      const minutes = Math.floor(quietMs / 60_000);
      return { ...common, state: "stale", problem: `Nothing was written into it for ${minutes} minutes.` };
    }
    if ((this.#readMs ?? 0) > SLOW_FROM_MS) {
      const seconds = Math.round((this.#readMs ?? 0) / 1000);
      return { ...common, state: "slow", problem: `The last read took ${seconds} s.` };
    }
    return { ...common, state: "ok", problem: null };
  }
}

/** A witness that was never heard since the start is as good as none: waiting for it would hide ghosts for ever. */
export function witnessState({ state, asOf }: Source): SourceState {
  return state === "lost" && asOf === null ? "absent" : state;
}
