import { type IncomingMessage, request } from "node:http";
import type { Product } from "./product";

/** People who watch: open live connections, when each event reached each of them, and how many bytes that took. */
export class Viewers {
  readonly #open: IncomingMessage[] = [];
  /** Arrival times by event id. */
  readonly arrivals = new Map<string, number[]>();
  bytes = 0;

  async join(product: Product, count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.#joinOne(product)));
  }

  leave(): void {
    for (const response of this.#open) response.destroy();
  }

  /** Between the first and the last viewer that one event reached, for events that reached all of them. */
  spreads(): number[] {
    return [...this.arrivals.values()]
      .filter((times) => times.length === this.#open.length)
      .map((times) => Math.max(...times) - Math.min(...times));
  }

  #joinOne({ url, headers }: Product): Promise<void> {
    return new Promise((resolve, reject) => {
      const call = request(`${url}/api/live`, { headers: { ...headers, Accept: "text/event-stream" } }, (response) => {
        this.#open.push(response);
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => this.#note(chunk));
        response.on("error", () => undefined);
        resolve();
      });
      call.on("error", reject);
      call.end();
    });
  }

  #note(chunk: string): void {
    const now = performance.now();
    this.bytes += Buffer.byteLength(chunk);
    for (const [, id = ""] of chunk.matchAll(/^id: ?(\S+)/gm)) {
      const times = this.arrivals.get(id) ?? [];
      times.push(now);
      this.arrivals.set(id, times);
    }
  }
}
