import type { MessagePort } from "node:worker_threads";
import type { WindowsSession } from "@/lib/domain/ghost/facts";
import { DeskError } from "@/lib/errors";
import type { SdkMachine, SdkSession, SdkSite, SdkSource } from "@/lib/site/port";
import { fromWire, type SdkPage, type SdkQuestion, type SdkRequest, type SdkResponse } from "./protocol";

const ANSWER_MS_MAX = 10_000;

/** The asking end of a port that PracticeSite.openSdkPort gave; pages hold at most 500 rows. */
export function createSdkSource(port: MessagePort): SdkSource {
  const line = new QuestionLine(port);
  return {
    sessions: () => pages<SdkSession>(line, "sessions"),
    machines: () => pages<SdkMachine>(line, "machines"),
    site: () => line.ask<SdkSite>({ ask: "site" }),
    windowsSessions: (machineId) => line.ask<readonly WindowsSession[]>({ ask: "windowsSessions", machineId }),
  };
}

async function* pages<T>(line: QuestionLine, ask: "sessions" | "machines"): AsyncIterable<readonly T[]> {
  for (let after: number | null = 0; after !== null; ) {
    const page: SdkPage<T> = await line.ask<SdkPage<T>>({ ask, after });
    yield page.rows;
    after = page.next;
  }
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: DeskError): void;
  readonly timeout: NodeJS.Timeout;
}

class QuestionLine {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #closed = false;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on("message", (response: SdkResponse) => this.#receive(response));
    port.on("close", () => this.#close());
  }

  /** The question decides the type of its answer; both ends are compiled from the same protocol. */
  ask<TAnswer>(question: SdkQuestion): Promise<TAnswer> {
    if (this.#closed) return Promise.reject(unreachable());
    const id = ++this.#lastId;
    return new Promise<TAnswer>((resolve, reject) => {
      const timeout = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new DeskError("unavailable", "The site's SDK did not answer within ten seconds."));
      }, ANSWER_MS_MAX);
      this.#waiting.set(id, { resolve: (answer) => resolve(answer as TAnswer), reject, timeout });
      const request: SdkRequest = { id, question };
      this.#port.postMessage(request);
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

function unreachable(): DeskError {
  return new DeskError("unavailable", "The site's SDK cannot be reached.");
}
