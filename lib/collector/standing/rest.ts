import type { Instant } from "@/lib/domain/site";

/** A reading takes at most a tenth of the time. */
const REST_FACTOR = 10;

/** When something that is read over and over is read again: so long after it ended, and at once where the site's clock was set back. */
export class Rest {
  readonly #leastMs: number;
  /** Ahead of every moment before the first reading. */
  #endedAt: Instant = Number.POSITIVE_INFINITY;
  #restMs = 0;
  #isHurried = false;

  constructor(leastMs: number) {
    this.#leastMs = leastMs;
  }

  isOver(now: Instant): boolean {
    return this.#isHurried || now < this.#endedAt || now - this.#endedAt >= this.#restMs;
  }

  /** It is read now; who hurries it from here on wants it read once more. */
  began(): void {
    this.#isHurried = false;
  }

  ended(now: Instant, tookMs: number): void {
    this.#endedAt = now;
    this.#restMs = Math.max(this.#leastMs, tookMs * REST_FACTOR);
  }

  hurry(): void {
    this.#isHurried = true;
  }
}
