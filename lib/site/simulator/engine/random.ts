/** State of the generator: four unsigned 32-bit words. */
export type RandomState = [number, number, number, number];

/** A small seeded generator (sfc32 by Chris Doty-Humphrey). The same state gives the same numbers everywhere. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(state: RandomState) {
    [this.#a, this.#b, this.#c, this.#d] = state;
  }

  static seeded(seed: number): Random {
    const random = new Random([seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 0x9e3779b9, 1]);
    for (let round = 0; round < 16; round++) random.word();
    return random;
  }

  get state(): RandomState {
    return [this.#a >>> 0, this.#b >>> 0, this.#c >>> 0, this.#d >>> 0];
  }

  /** An unsigned 32-bit word. */
  word(): number {
    const result = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + result;
    this.#c |= 0;
    return result >>> 0;
  }

  /** From 0 up to, not including, 1. */
  unit(): number {
    return this.word() / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  between(from: number, to: number): number {
    return from + this.unit() * (to - from);
  }

  /** Bell-shaped around `mean`; twelve uniform draws, so never further away than six deviations. */
  bell(mean: number, deviation: number): number {
    let sum = 0;
    for (let draw = 0; draw < 12; draw++) sum += this.unit();
    return mean + (sum - 6) * deviation;
  }

  /** Waiting time with this mean; long tails are cut at eight times the mean. */
  wait(mean: number): number {
    return Math.min(-Math.log(1 - this.unit()), 8) * mean;
  }

  /** Skewed to the right like durations are: `median` in the middle, `spread` 0.5 means mostly within ±50 %. */
  duration(median: number, spread: number): number {
    return median * Math.exp(this.bell(0, spread));
  }

  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.unit() * list.length)];
    if (found === undefined) throw new Error("Nothing to pick from");
    return found;
  }

  /** `count` different elements in random order, or all where there are fewer. */
  sample<T>(list: readonly T[], count: number): T[] {
    const pool = [...list];
    const chosen: T[] = [];
    while (chosen.length < count && pool.length > 0) {
      const [taken] = pool.splice(Math.floor(this.unit() * pool.length), 1);
      if (taken !== undefined) chosen.push(taken);
    }
    return chosen;
  }

  /** A version 4 guid in lower case. */
  guid(): string {
    const hex = [0, 0, 0, 0].map(() => this.word().toString(16).padStart(8, "0")).join("");
    const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
