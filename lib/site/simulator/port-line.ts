import type { MessagePort } from "node:worker_threads";
import { fromWire, type SdkRequestBody, type SdkResponse } from "./protocol";

/** Nothing came back: the port is closed, or the time is over. Whether the other end did anything is not known. */
export class LineSilent extends Error {}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
  readonly timeout: NodeJS.Timeout;
}

/** Requests over a port, each with its number, and their answers. Two lines may share a port where one of them counts down. */
export class PortLine {
  readonly #port: MessagePort;
  readonly #step: 1 | -1;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #closed = false;

  constructor(port: MessagePort, { countsDown }: { countsDown: boolean }) {
    this.#port = port;
    this.#step = countsDown ? -1 : 1;
    port.on("message", (response: SdkResponse) => this.#receive(response));
    port.on("close", () => this.#close());
  }

  /** Rejects with LineSilent where nothing comes back within `ms`, and with the error that the other end sent. */
  send(body: SdkRequestBody, ms: number): Promise<unknown> {
    if (this.#closed) return Promise.reject(unreachable());
    this.#lastId += this.#step;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new LineSilent(`The site's SDK did not answer within ${Math.round(ms / 1_000)} seconds.`));
      }, ms);
      this.#waiting.set(id, { resolve, reject, timeout });
      this.#port.postMessage({ id, ...body });
    });
  }

  #receive(response: SdkResponse): void {
    const waiting = this.#waiting.get(response.id);
    if (!waiting) return;
    this.#waiting.delete(response.id);
    clearTimeout(waiting.timeout);
    if ("error" in response) waiting.reject(fromWire(response.error));
    else waiting.resolve(response.answer);
  }

  #close(): void {
    this.#closed = true;
    for (const { reject, timeout } of this.#waiting.values()) {
      clearTimeout(timeout);
      reject(unreachable());
    }
    this.#waiting.clear();
  }
}

function unreachable(): LineSilent {
  return new LineSilent("The site's SDK cannot be reached.");
}
