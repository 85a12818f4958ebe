import type { DeltaPart, PassResult } from "./protocol";

/** When to read: every 2 s while somebody watches, every 10 s otherwise, and never more than a tenth of the time. */

export const POLL_WATCHED_MS = 2_000;
export const POLL_UNWATCHED_MS = 10_000;
const POLL_MS_MAX = 60_000;
/** A lost site is on the screens again soon after it is back. */
const POLL_FAILING_MS_MAX = 20_000;
const REST_FACTOR = 10;

/**
 * Milliseconds from the end of one read to the start of the next. A failing source is tried again at the usual pace,
 * but one that only fails after long is left alone for as long as that took.
 */
export function nextPollMs(state: { watched: boolean; readMs: number; failing: boolean }): number {
  const wanted = state.watched ? POLL_WATCHED_MS : POLL_UNWATCHED_MS;
  if (state.failing) return Math.min(Math.max(wanted, state.readMs), POLL_FAILING_MS_MAX);
  return Math.min(Math.max(wanted, state.readMs * REST_FACTOR), POLL_MS_MAX);
}

/** What runs one pass and says how its main source is. */
export interface Runner {
  run(): AsyncGenerator<DeltaPart, Omit<PassResult, "pollMs">>;
  readonly health: { readonly monitor: { readonly readMs: number; readonly isFailing: boolean } };
}

export interface ScheduleOutput {
  /** Resolves when the part was taken. */
  part(part: DeltaPart): Promise<void>;
  result(result: PassResult): void;
}

/** Runs one pass at a time, by the clock or on request. */
export class Schedule {
  readonly #runner: Runner;
  readonly #output: ScheduleOutput;
  #watched = false;
  #held = false;
  #stopped = false;
  #timer: NodeJS.Timeout | null = null;
  #current: Promise<void> = Promise.resolve();

  constructor(runner: Runner, output: ScheduleOutput) {
    this.#runner = runner;
    this.#output = output;
  }

  /** Starts reading now and goes on. */
  start(): void {
    void this.runPass().then(() => this.#plan());
  }

  setWatched(watched: boolean): void {
    const wakes = watched && !this.#watched;
    this.#watched = watched;
    if (wakes) this.#plan(0);
  }

  /** While held, passes run only on request: the practice site's clock is being moved. */
  setHeld(held: boolean): void {
    this.#held = held;
    this.#plan(0);
  }

  stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    return this.#current;
  }

  /** One pass, after the one that may be running. */
  runPass(): Promise<void> {
    this.#current = this.#current.then(() => this.#runNow());
    return this.#current;
  }

  async #runNow(): Promise<void> {
    if (this.#stopped) return;
    const pass = this.#runner.run();
    for (;;) {
      const step = await pass.next();
      if (step.done) {
        this.#output.result({ ...step.value, pollMs: this.#pollMs() });
        return;
      }
      await this.#output.part(step.value);
    }
  }

  #pollMs(): number {
    const { readMs, isFailing } = this.#runner.health.monitor;
    return nextPollMs({ watched: this.#watched, readMs, failing: isFailing });
  }

  #plan(afterMs = this.#pollMs()): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#stopped || this.#held) return;
    this.#timer = setTimeout(() => void this.runPass().then(() => this.#plan()), afterMs);
  }
}
