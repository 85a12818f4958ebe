/**
 * Two clocks, both injected. The site clock drives simulator, collector, incidents and verification; the wall clock
 * drives sign-in, tokens, rate limits and caps. On a real site they show the same time.
 */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
}

export const wallClock: Clock = { now: () => Date.now() };

/** A site clock that runs at real speed, `offsetMs` away from the wall clock; the practice site moves the offset. */
export class SiteClock implements Clock {
  #offsetMs: number;
  readonly #wall: Clock;

  constructor(offsetMs = 0, wall: Clock = wallClock) {
    this.#offsetMs = offsetMs;
    this.#wall = wall;
  }

  now(): number {
    return this.#wall.now() + this.#offsetMs;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  setOffset(offsetMs: number): void {
    this.#offsetMs = offsetMs;
  }
}

/** A clock that stands still until a test moves it. */
export class FixedClock implements Clock {
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}
