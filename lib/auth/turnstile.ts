import { DeskError } from "@/lib/errors";

/** Lets so many works run at once; the others wait in order. */
export class Turnstile {
  readonly #atOnce: number;
  readonly #waitingMax: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(atOnce: number, waitingMax: number) {
    this.#atOnce = atOnce;
    this.#waitingMax = waitingMax;
  }

  /** Runs the work when its turn comes. Throws DeskError `limited` where too many wait already. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#atOnce) this.#running++;
    else await this.#wait();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  #wait(): Promise<void> {
    if (this.#waiting.length >= this.#waitingMax) {
      throw new DeskError("limited", "Too many people are signing in at once. Try again in a moment.", {
        retryAfterSeconds: 5,
      });
    }
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}
