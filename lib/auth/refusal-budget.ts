import type { Clock } from "@/lib/clock";

const WINDOW_MS = 15 * 60_000;
/** More than a forgetful company makes in a quarter of an hour, and fewer than a million a month whoever tries. */
const WRITTEN_MAX = 200;

/** What the window before this one left out. */
export interface Omitted {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Which refused sign-ins are written down one by one: so many in 15 minutes, and of an address that is limited already only the first.
 * The others are counted, and what was left out is told with the next one that is written. So nobody fills the audit from outside.
 */
export class RefusalBudget {
  readonly #clock: Clock;
  readonly #limited = new Set<string>();
  #from = Number.NEGATIVE_INFINITY;
  #written = 0;
  #omitted = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `limitedNetwork`: whose attempts are limited; null for an attempt that was looked at. */
  take(limitedNetwork: string | null): { readonly write: boolean; readonly omitted: Omitted | null } {
    const omitted = this.#turn();
    const again = limitedNetwork !== null && this.#limited.has(limitedNetwork);
    const write = !again && this.#written < WRITTEN_MAX;
    if (write) this.#written++;
    else this.#omitted++;
    if (write && limitedNetwork !== null) this.#limited.add(limitedNetwork);
    return { write, omitted };
  }

  /** Begins a new window where the old one is over. */
  #turn(): Omitted | null {
    const now = this.#clock.now();
    const to = this.#from + WINDOW_MS;
    if (now < to) return null;
    const omitted = this.#omitted > 0 ? { count: this.#omitted, from: this.#from, to } : null;
    this.#from = now;
    this.#written = 0;
    this.#omitted = 0;
    this.#limited.clear();
    return omitted;
  }
}
