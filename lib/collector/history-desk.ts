import { Worker } from "node:worker_threads";
import type { Clock } from "@/lib/clock";
import { DeskError, describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { PlumbingFault } from "@/lib/site/simulator/practice-site";
import type { HistoryAnswer, HistoryCommand, HistoryMessage, HistoryOptions } from "./history";
import type { HistoryDesk, WhatIfQuestion } from "./runtime";

/**
 * The history's thread as the serving thread holds it: started by the first question, given one question at a time, ended where it
 * takes too long or has had nothing to do for a while.
 */

const WAITING_MAX = 4;
const QUESTION_MS_MAX = 60_000;
const IDLE_MS_MAX = 60_000;
/** So long the same question has the same answer. */
const SAME_MS = 60_000;
/** A group of the most sessions that are read needs less; beyond that the thread dies and not the program. */
const MEMORY_MB_MAX = 768;

export interface HistoryThreadOptions {
  readonly workerFile: string;
  readonly monitorUrl: string;
  /** The wall clock. */
  readonly clock: Clock;
}

interface Job {
  readonly command: HistoryCommand;
  readonly askedBy: string;
  resolve(answered: HistoryAnswer): void;
  reject(error: DeskError): void;
}

const gone = () => new DeskError("unavailable", "The replay stopped before it had an answer. Ask again.");

export class HistoryThread implements HistoryDesk {
  readonly #options: HistoryThreadOptions;
  readonly #answers = new Map<string, { readonly at: number; readonly answered: Promise<HistoryAnswer> }>();
  #worker: Worker | null = null;
  #running: Job | null = null;
  #waiting: Job[] = [];
  #timer: NodeJS.Timeout | undefined;
  #nextId = 1;
  #isLost = false;
  #isStopped = false;

  constructor(options: HistoryThreadOptions) {
    this.#options = options;
  }

  /** Faults of the plumbing on the practice site: while its database is lost, nothing is asked. */
  setFaults(faults: readonly PlumbingFault[]): void {
    this.#isLost = faults.includes("database-lost");
  }

  async whatIf(question: WhatIfQuestion, askedBy: string): Promise<HistoryAnswer> {
    if (this.#isStopped) throw gone();
    if (this.#isLost) throw new DeskError("unavailable", "The database cannot be reached.");
    const now = this.#options.clock.now();
    for (const [key, { at }] of this.#answers) if (now - at >= SAME_MS) this.#answers.delete(key);
    const key = JSON.stringify(question);
    const same = this.#answers.get(key);
    if (same) return same.answered;
    this.#requirePlace(askedBy);
    const answered = this.#ask(question, askedBy);
    this.#answers.set(key, { at: now, answered });
    answered.catch(() => this.#answers.delete(key));
    return answered;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    for (const job of this.#waiting.splice(0)) job.reject(gone());
    await this.#end(gone());
  }

  /** One place for each person, so that nobody holds up all others. */
  #requirePlace(person: string): void {
    const retry = { retryAfterSeconds: 5 };
    if (this.#waiting.some(({ askedBy }) => askedBy === person)) {
      throw new DeskError("limited", "A question of yours waits for its replay. Ask again in a moment.", retry);
    }
    if (this.#waiting.length < WAITING_MAX) return;
    throw new DeskError("limited", "Others are waiting for a replay. Ask again in a moment.", retry);
  }

  #ask(question: WhatIfQuestion, askedBy: string): Promise<HistoryAnswer> {
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ command: { id, question }, askedBy, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running || this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#running = this.#waiting.shift() ?? null;
    if (!this.#running) {
      this.#timer = setTimeout(() => void this.#end(gone()), IDLE_MS_MAX);
      this.#timer.unref();
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.postMessage(this.#running.command);
    this.#timer = setTimeout(() => this.#giveUp(), QUESTION_MS_MAX);
    this.#timer.unref();
  }

  #start(): Worker {
    const workerData: HistoryOptions = { monitorUrl: this.#options.monitorUrl };
    const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB_MAX };
    const worker = new Worker(this.#options.workerFile, { workerData, resourceLimits });
    worker.on("message", (message: HistoryMessage) => this.#hear(message));
    worker.on("error", (error) => log.error({ error: describeError(error) }, "the history's thread failed"));
    worker.on("exit", () => {
      if (this.#worker === worker) void this.#end(gone());
    });
    return worker;
  }

  #hear(message: HistoryMessage): void {
    const job = this.#running;
    if (job?.command.id !== message.id) return;
    this.#running = null;
    if ("answered" in message) job.resolve(message.answered);
    else {
      const { code, message: sentence, field, cause } = message.failed;
      job.reject(new DeskError(code, sentence, { ...(field ? { field } : {}), cause: new Error(cause) }));
    }
    this.#next();
  }

  #giveUp(): void {
    log.error("a replay of the history took too long and was ended");
    const seconds = QUESTION_MS_MAX / 1_000;
    void this.#end(new DeskError("unavailable", `The replay took longer than ${seconds} s. Choose a shorter time.`));
  }

  /** Ends the thread; who waits for its answer is told `error`, the next question starts another. */
  async #end(error: DeskError): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#running?.reject(error);
    this.#running = null;
    clearTimeout(this.#timer);
    if (this.#waiting.length > 0) this.#next();
    await worker?.terminate();
  }
}
