import { MessageChannel, type MessagePort, type Worker } from "node:worker_threads";
import { DeskError } from "@/lib/errors";
import { fromWire, type WorkerCall, type WorkerCommand, type WorkerMessage, type WorkerResult } from "./protocol";

type Started = Extract<WorkerMessage, { type: "ready" | "absent" | "made" }>;
export type Ready = Extract<WorkerMessage, { type: "ready" }>;

/** A thread that runs a site. */
export interface Opened {
  readonly thread: SimulatorThread;
  readonly ready: Ready;
}

interface Waiting {
  resolve(result: WorkerResult): void;
  reject(error: DeskError): void;
}

/** The simulator's thread as promises. When it ends unasked, everything that waits is refused. */
export class SimulatorThread {
  /** Resolves with the thread's first word; rejects where it could not do what it was started for. */
  readonly started: Promise<Started>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #onStarted: (message: Started) => void = () => undefined;
  #onFailed: (error: DeskError) => void = () => undefined;
  #lastId = 0;
  #fault: DeskError | null = null;

  constructor(worker: Worker, onProgress: (text: string) => void) {
    this.#worker = worker;
    this.started = new Promise((resolve, reject) => {
      this.#onStarted = resolve;
      this.#onFailed = reject;
    });
    worker.on("message", (message: WorkerMessage) => this.#receive(message, onProgress));
    worker.on("error", (cause) => this.#lose(cause));
    worker.on("exit", () => this.#lose(undefined));
  }

  get hasEnded(): boolean {
    return this.#fault !== null;
  }

  call(call: WorkerCall): Promise<WorkerResult> {
    if (this.#fault) return Promise.reject(this.#fault);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ type: "call", id, call });
    });
  }

  openSdkPort(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.#send({ type: "sdk-port", port: port2 }, [port2]);
    return port1;
  }

  /** Ends the thread at once: whatever is to be kept has to be written before. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(command: WorkerCommand, transfer: MessagePort[] = []): void {
    this.#worker.postMessage(command, transfer);
  }

  #receive(message: WorkerMessage, onProgress: (text: string) => void): void {
    switch (message.type) {
      case "progress":
        onProgress(message.text);
        return;
      case "ready":
      case "absent":
      case "made":
        this.#onStarted(message);
        return;
      case "failed":
        this.#onFailed(fromWire(message.error));
        return;
      case "result":
        this.#take(message.id)?.resolve(message.result);
        return;
      case "refused":
        this.#take(message.id)?.reject(fromWire(message.error));
        return;
    }
  }

  #lose(cause: unknown): void {
    this.#fault ??= new DeskError("internal", "The practice site has stopped.", { cause });
    this.#onFailed(this.#fault);
    for (const waiting of this.#waiting.values()) waiting.reject(this.#fault);
    this.#waiting.clear();
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
