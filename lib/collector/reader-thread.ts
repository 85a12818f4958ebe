import { EventEmitter } from "node:events";
import { Worker } from "node:worker_threads";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { ReaderCommand, ReaderMessage, ReaderOptions, SiteMessage } from "./protocol";

/**
 * The reading thread as the serving thread holds it: started, spoken to, watched over. A thread that dies is started again; one
 * that says nothing for long is ended and started again, since a driver can hang where no timer reaches it.
 */

const SILENT_MS_MAX = 150_000;
const YOUNG_MB_MAX = 16;
const RESTART_AFTER_MS = 2_000;

export interface ReaderThreadOptions {
  readonly workerFile: string;
  /** Asked at each start, because ports cannot be handed over twice and the clock moves on. */
  makeOptions(): ReaderOptions;
  onMessage(message: SiteMessage): void;
  /** The thread is gone or silent; the sentence is for people. It will be tried again. */
  onLost(problem: string): void;
}

export class ReaderThread {
  readonly #options: ReaderThreadOptions;
  readonly #passed = new EventEmitter();
  #worker: Worker | null = null;
  #restart: NodeJS.Timeout | undefined;
  #state: ReaderCommand[] = [];
  #lastHeard = 0;
  #nextPass = 1;
  #stopping = false;
  readonly #watchdog: NodeJS.Timeout;

  constructor(options: ReaderThreadOptions) {
    this.#options = options;
    this.#passed.setMaxListeners(0);
    this.#watchdog = setInterval(() => this.#checkSilence(), SILENT_MS_MAX / 5);
    this.#watchdog.unref();
    this.#start();
  }

  /**
   * Sends a command; the last one of each kind is sent again to a thread that replaces this one, but for orders: a new thread has the
   * newest from its start.
   */
  send(command: Exclude<ReaderCommand, { type: "pass" | "taken" | "stop" }>): void {
    const isKept = command.type !== "ghosts";
    this.#state = [...this.#state.filter((each) => each.type !== command.type), ...(isKept ? [command] : [])];
    this.#worker?.postMessage(command);
  }

  /** Asks for one pass; resolves when its result was handed on, or when the thread is lost before that. */
  runPass(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return Promise.resolve();
    const id = this.#nextPass;
    this.#nextPass += 1;
    return new Promise((resolve) => {
      this.#passed.once(`${id}`, resolve);
      worker.postMessage({ type: "pass", id } satisfies ReaderCommand);
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#watchdog);
    clearTimeout(this.#restart);
    const worker = this.#worker;
    if (!worker) return;
    const gone = new Promise((resolve) => worker.once("exit", resolve));
    worker.postMessage({ type: "stop" } satisfies ReaderCommand);
    const timer = setTimeout(() => void worker.terminate(), 3_000);
    await gone;
    clearTimeout(timer);
  }

  #start(): void {
    const options = this.#options.makeOptions();
    const worker = new Worker(this.#options.workerFile, {
      workerData: options,
      // Rows come and go by the page; a small young generation keeps their leavings from piling up.
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB_MAX },
      transferList: options.sdkPort ? [options.sdkPort] : [],
    });
    this.#worker = worker;
    this.#lastHeard = performance.now();
    worker.on("message", (message: ReaderMessage) => this.#hear(message));
    worker.on("error", (error) => log.error({ error: describeError(error) }, "the reading thread failed"));
    worker.on("exit", () => this.#replace(worker));
    for (const command of this.#state) worker.postMessage(command);
  }

  #hear(message: ReaderMessage): void {
    this.#lastHeard = performance.now();
    switch (message.type) {
      case "alive":
        return;
      case "passed":
        this.#passed.emit(`${message.id}`);
        return;
      case "part":
        this.#options.onMessage(message);
        // After what else waits: people's requests come before the next part.
        setImmediate(() => this.#worker?.postMessage({ type: "taken" } satisfies ReaderCommand));
        return;
      case "reset":
      case "result":
        this.#options.onMessage(message);
        return;
    }
  }

  #replace(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const name of this.#passed.eventNames()) this.#passed.emit(name);
    if (this.#stopping) return;
    this.#options.onLost("The reader stopped and is started again.");
    this.#restart = setTimeout(() => this.#start(), RESTART_AFTER_MS);
    this.#restart.unref();
  }

  #checkSilence(): void {
    if (!this.#worker || performance.now() - this.#lastHeard < SILENT_MS_MAX) return;
    log.error("the reading thread said nothing for too long; it is started again");
    this.#options.onLost("The reader does not answer and is started again.");
    void this.#worker.terminate();
  }
}
