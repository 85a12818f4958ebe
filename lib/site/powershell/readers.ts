import { log } from "@/lib/log";
import type { ReadName, Reply } from "./commands";
import { type BridgeFault, bridgeClosed } from "./fault";
import { startGreeting } from "./greeting";
import type { Launch } from "./launch";
import type { BridgeProcess } from "./process";
import { WaitingLine } from "./waiting-line";

/** When a living process has served long enough: snap-ins and remoting leak slowly, and a start costs seconds. */
export interface ReaderLimits {
  readonly processesMax: number;
  readonly callsMax: number;
  readonly bytesMax: number;
  readonly ageMsMax: number;
  readonly waitingMax: number;
  readonly waitMsMax: number;
}

export const READER_LIMITS: ReaderLimits = {
  processesMax: 2,
  callsMax: 5_000,
  bytesMax: 512 * 1_024 * 1_024,
  ageMsMax: 30 * 60_000,
  waitingMax: 64,
  waitMsMax: 60_000,
};

/** After a start that failed the next one has to wait; each failure doubles it. */
const PAUSE_MS_LEAST = 1_000;
const PAUSE_MS_MOST = 60_000;

interface Reader {
  readonly process: BridgeProcess;
  isBusy: boolean;
  /** Has served long enough, and serves on until its successor has greeted. */
  isTired: boolean;
}

/**
 * One or two living processes that answer reads, one at a time each. The first is started at once, the second when the first is busy;
 * a tired one is replaced before it is ended, a faulty one is ended at once.
 */
export class Readers {
  readonly #launch: Launch;
  readonly #controller: string | null;
  readonly #limits: ReaderLimits;
  readonly #readers = new Set<Reader>();
  readonly #line: WaitingLine<Reader>;
  /** Every process that may still live, greeted or not. */
  readonly #processes = new Set<BridgeProcess>();
  #isStarting = false;
  #pauseMs = 0;
  #startsFrom = Number.NEGATIVE_INFINITY;
  #problem: BridgeFault | null = null;
  #isClosed = false;

  constructor(launch: Launch, controller: string | null, limits: ReaderLimits = READER_LIMITS) {
    this.#launch = launch;
    this.#controller = controller;
    this.#limits = limits;
    this.#line = new WaitingLine(launch.timers, limits.waitingMax, limits.waitMsMax);
    this.#start();
  }

  /** Waits for a process that is free, and asks it. Rejects with a {@link BridgeFault}. */
  async ask(op: ReadName | "hello", args: unknown, limitMs: number): Promise<Reply> {
    const reader = await this.#turn();
    try {
      return await reader.process.ask({ op, args, limitMs, asker: null, isLast: false });
    } finally {
      this.#release(reader);
    }
  }

  /** Refuses who waits and ends all processes; those that are busy are not waited for. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#line.refuseAll(bridgeClosed());
    const ends = [...this.#processes].map((process) => (process.isIdle ? process.close() : process.abandon()));
    await Promise.all(ends);
  }

  #turn(): Promise<Reader> {
    if (this.#isClosed) return Promise.reject(bridgeClosed());
    const turn = this.#line.join();
    this.#serve();
    return turn;
  }

  /** Gives free readers to those who wait, and starts one more where that is not enough. */
  #serve(): void {
    while (this.#line.length > 0) {
      const reader = [...this.#readers].find(({ isBusy, process }) => !isBusy && process.isIdle);
      if (!reader) {
        this.#start();
        return;
      }
      reader.isBusy = true;
      this.#line.serve(reader);
    }
  }

  #release(reader: Reader): void {
    reader.isBusy = false;
    const { process } = reader;
    if (!process.isIdle) this.#readers.delete(reader);
    else if (process.calls >= this.#limits.callsMax || process.bytes >= this.#limits.bytesMax) reader.isTired = true;
    this.#restTired();
    if (this.#readers.size === 0) this.#start();
    this.#serve();
  }

  /** Ends tired readers that a fresh one stands in for, and sees to it that there will be a fresh one. */
  #restTired(): void {
    const tired = [...this.#readers].filter((each) => each.isTired);
    const hasFresh = tired.length < this.#readers.size;
    if (!hasFresh && tired.length > 0) this.#start();
    for (const reader of tired.filter((each) => hasFresh && !each.isBusy)) {
      this.#readers.delete(reader);
      void reader.process.close();
    }
  }

  #start(): void {
    const fresh = [...this.#readers].filter((each) => !each.isTired).length;
    if (this.#isClosed || this.#isStarting || fresh >= this.#limits.processesMax) return;
    if (this.#launch.timers.now() < this.#startsFrom) this.#refuse();
    else void this.#startNow();
  }

  async #startNow(): Promise<void> {
    this.#isStarting = true;
    try {
      const { process, greeted } = startGreeting(this.#launch, this.#controller);
      this.#processes.add(process);
      void process.gone.then(() => this.#processes.delete(process));
      await greeted;
      this.#welcome(process);
    } catch (error) {
      this.#failed(error as BridgeFault);
    }
  }

  #welcome(process: BridgeProcess): void {
    this.#isStarting = false;
    this.#pauseMs = 0;
    this.#problem = null;
    const reader: Reader = { process, isBusy: false, isTired: false };
    this.#readers.add(reader);
    const over = this.#launch.timers.after("age", this.#limits.ageMsMax, () => {
      reader.isTired = true;
      this.#restTired();
    });
    void process.gone.then(() => {
      over();
      this.#miss(reader);
    });
    this.#restTired();
    this.#serve();
  }

  /** It ended by itself while it had nothing to do. One that never served is not replaced before somebody asks. */
  #miss(reader: Reader): void {
    const served = reader.process.calls > 1;
    if (!this.#readers.delete(reader)) return;
    if (served && this.#readers.size === 0) this.#start();
    this.#serve();
  }

  #failed(fault: BridgeFault): void {
    this.#isStarting = false;
    this.#pauseMs = Math.min(PAUSE_MS_MOST, Math.max(PAUSE_MS_LEAST, this.#pauseMs * 2));
    this.#startsFrom = this.#launch.timers.now() + this.#pauseMs;
    this.#problem = fault;
    if (!this.#isClosed) log.warn({ nextTryInMs: this.#pauseMs }, `no PowerShell to read with: ${fault.message}`);
    this.#refuse();
  }

  /** While nobody is there to answer and no start may be tried, waiting is of no use. */
  #refuse(): void {
    if (this.#readers.size === 0 && this.#problem) this.#line.refuseAll(this.#problem);
  }
}
