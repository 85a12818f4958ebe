import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Reply } from "./commands";
import { type BridgeFault, bridgeClosed } from "./fault";
import { type Starting, startGreeting } from "./greeting";
import type { Launch, Question } from "./launch";
import type { BridgeProcess } from "./process";
import { within } from "./timers";
import { WaitingLine } from "./waiting-line";

/** Acts at the same time; each is a process of its own. */
const WRITERS_MAX = 4;
const WAITING_MAX = 64;
/** Who asked for it still stands before the screen; later it might be done to another world. */
const WAIT_MS_MAX = 60_000;
/** A process that nobody used is replaced: what it loaded grows old. */
const SPARE_MS_MAX = 30 * 60_000;
const RETRY_MS = 60_000;
/** An act that is under way when Ghostdesk ends. */
const CLOSE_MS_MAX = 5_000;

/**
 * A fresh process for each write, used once. One is kept started and greeted from the first write (or {@link warm}) on, so that the
 * next write does not wait for a start; it is replaced as soon as it is used.
 */
export class Writers {
  readonly #launch: Launch;
  readonly #controller: string | null;
  readonly #line: WaitingLine<void>;
  readonly #processes = new Set<BridgeProcess>();
  readonly #acting = new Set<BridgeProcess>();
  #busy = 0;
  #spare: Starting | null = null;
  #isClosed = false;

  constructor(launch: Launch, controller: string | null) {
    this.#launch = launch;
    this.#controller = controller;
    this.#line = new WaitingLine(launch.timers, WAITING_MAX, WAIT_MS_MAX);
  }

  /** Resolves when a process waits for the next write. Rejects with a {@link BridgeFault}. */
  async warm(): Promise<void> {
    const spare = this.#spare ?? this.#beginSpare();
    await spare.greeted;
  }

  /** Sends one write, once. Rejects with a {@link BridgeFault}, whose `sent` says whether it may have been done. */
  async ask(question: Question): Promise<Reply> {
    await this.#turn();
    try {
      const process = await this.#take();
      this.#acting.add(process);
      void process.gone.then(() => this.#acting.delete(process));
      const reply = process.ask({ ...question, isLast: true });
      this.#keepSpare();
      return await reply;
    } finally {
      if (!this.#line.serve()) this.#busy -= 1;
    }
  }

  /** Refuses who waits, gives what runs a few seconds, and ends all processes. What did not finish has an unknown outcome. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#line.refuseAll(bridgeClosed());
    await Promise.all([...this.#processes].map((process) => this.#close(process)));
  }

  async #close(process: BridgeProcess): Promise<void> {
    if (process.isIdle) return process.close();
    const isActing = this.#acting.has(process);
    if (isActing && (await within(this.#launch.timers, "exit", CLOSE_MS_MAX, process.gone))) return;
    await process.abandon();
  }

  async #turn(): Promise<void> {
    if (this.#isClosed) throw bridgeClosed();
    if (this.#busy >= WRITERS_MAX) return this.#line.join();
    this.#busy += 1;
  }

  async #take(): Promise<BridgeProcess> {
    const starting = this.#spare ?? this.#begin();
    this.#spare = null;
    await starting.greeted;
    // One that ended just now, or that is being ended with Ghostdesk, was not given anything yet.
    if (starting.process.isIdle) return starting.process;
    const another = this.#begin();
    await another.greeted;
    return another.process;
  }

  #begin(): Starting {
    if (this.#isClosed) throw bridgeClosed();
    const starting = startGreeting(this.#launch, this.#controller);
    const { process, greeted } = starting;
    this.#processes.add(process);
    void process.gone.then(() => this.#processes.delete(process));
    greeted.catch((fault: BridgeFault) => {
      if (!this.#isClosed) log.warn(`no PowerShell to act with: ${fault.message}`);
    });
    return starting;
  }

  /** Sees to it that one process waits for the next write, however often it fails, ends or grows old. */
  #keepSpare(): void {
    if (this.#isClosed || this.#spare) return;
    try {
      this.#beginSpare();
    } catch (error) {
      log.warn({ error: describeError(error) }, "no PowerShell to act with");
      this.#retry();
    }
  }

  #beginSpare(): Starting {
    const spare = this.#begin();
    this.#spare = spare;
    const over = this.#launch.timers.after("age", SPARE_MS_MAX, () => {
      if (!this.#forget(spare)) return;
      void spare.process.close();
      this.#keepSpare();
    });
    void spare.process.gone.then(() => {
      over();
      if (this.#forget(spare)) this.#retry();
    });
    return spare;
  }

  /** False where it was no longer the spare. */
  #forget(spare: Starting): boolean {
    if (this.#spare !== spare) return false;
    this.#spare = null;
    return true;
  }

  #retry(): void {
    this.#launch.timers.after("retry", RETRY_MS, () => this.#keepSpare());
  }
}
