import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import type { PracticeSite } from "./practice-site";
import {
  fromWire,
  type WorkerCall,
  type WorkerCommand,
  type WorkerMessage,
  type WorkerOptions,
  type WorkerResult,
} from "./protocol";

export interface OpenPracticeOptions extends WorkerOptions {
  /** The bundled worker.ts. */
  readonly workerFile: string;
  /** A sentence for the terminal while a new site is being made. */
  onProgress(text: string): void;
}

type Ready = Extract<WorkerMessage, { type: "ready" }>;

/**
 * Opens the practice site of this size, seed and era in the folder, where its time resumes, or makes it first. Rejects
 * with a DeskError where that is not possible.
 */
export async function openPracticeSite(options: OpenPracticeOptions): Promise<PracticeSite> {
  const { workerFile, onProgress, folder, size, seed, era, wallNow } = options;
  const workerOptions: WorkerOptions = { folder, size, seed, era, wallNow };
  const thread = new SimulatorThread(new Worker(workerFile, { workerData: workerOptions }), onProgress);
  const ready = await thread.ready;
  let now: Instant = ready.now;
  let closing: Promise<void> | null = null;
  async function ask(call: WorkerCall): Promise<WorkerResult> {
    const result = await thread.call(call);
    now = result.now;
    return result;
  }
  return {
    siteName: ready.siteName,
    timeZone: ready.timeZone,
    tablesFile: ready.tablesFile,
    now: () => now,
    runTo: async (to) => void (await ask({ name: "runTo", to })),
    scenarios: async () => (await ask({ name: "scenarios" })).scenarios ?? [],
    startScenario: async (scenario, options) => {
      const { startedAt } = await ask({ name: "startScenario", scenario, options });
      return { startedAt: startedAt ?? now };
    },
    endScenario: async (scenario) => void (await ask({ name: "endScenario", scenario })),
    openSdkPort: () => thread.openSdkPort(),
    close: () => {
      closing ??= thread.close();
      return closing;
    },
  };
}

interface Waiting {
  resolve(result: WorkerResult): void;
  reject(error: DeskError): void;
}

/** The worker as promises. When it ends unasked, everything that waits is refused. */
class SimulatorThread {
  readonly ready: Promise<Ready>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #lastId = 0;
  #fault: DeskError | null = null;

  constructor(worker: Worker, onProgress: (text: string) => void) {
    this.#worker = worker;
    const { promise, resolve, reject } = withResolvers<Ready>();
    this.ready = promise;
    worker.on("message", (message: WorkerMessage) => {
      switch (message.type) {
        case "progress":
          onProgress(message.text);
          return;
        case "ready":
          resolve(message);
          return;
        case "failed":
          reject(fromWire(message.error));
          return;
        case "result":
          this.#take(message.id)?.resolve(message.result);
          return;
        case "refused":
          this.#take(message.id)?.reject(fromWire(message.error));
          return;
      }
    });
    const lose = (cause?: unknown) => {
      this.#fault ??= new DeskError("internal", "The practice site has stopped.", { cause });
      reject(this.#fault);
      for (const waiting of this.#waiting.values()) waiting.reject(this.#fault);
      this.#waiting.clear();
    };
    worker.on("error", lose);
    this.#ended = new Promise((ended) => {
      worker.on("exit", () => {
        lose();
        ended();
      });
    });
  }

  call(call: WorkerCall): Promise<WorkerResult> {
    if (this.#fault) return Promise.reject(this.#fault);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const command: WorkerCommand = { type: "call", id, call };
      this.#worker.postMessage(command);
    });
  }

  openSdkPort(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    const command: WorkerCommand = { type: "sdk-port", port: port2 };
    this.#worker.postMessage(command, [port2]);
    return port1;
  }

  /** A worker that has stopped already has nothing left to write. */
  async close(): Promise<void> {
    if (this.#fault) return;
    await this.call({ name: "close" });
    await this.#worker.terminate();
    await this.#ended;
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}

/** Promise.withResolvers, which the oldest supported Node does not have. */
function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}
