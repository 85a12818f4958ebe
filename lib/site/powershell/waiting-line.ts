import { BridgeFault } from "./fault";
import type { Timers } from "./timers";

interface Waiting<T> {
  resolve(item: T): void;
  reject(fault: BridgeFault): void;
  over(): void;
}

/** Those who wait for something that is busy: first come, first served; not too many, and nobody for too long. */
export class WaitingLine<T> {
  readonly #timers: Timers;
  readonly #lengthMax: number;
  readonly #waitMsMax: number;
  readonly #waiting = new Set<Waiting<T>>();

  constructor(timers: Timers, lengthMax: number, waitMsMax: number) {
    this.#timers = timers;
    this.#lengthMax = lengthMax;
    this.#waitMsMax = waitMsMax;
  }

  get length(): number {
    return this.#waiting.size;
  }

  /** Rejects with a {@link BridgeFault} `busy` where the line is full or the wait too long: nothing was sent then. */
  join(): Promise<T> {
    const tooMany = "Too many wait for the PowerShell bridge already.";
    if (this.#waiting.size >= this.#lengthMax) return Promise.reject(new BridgeFault("busy", tooMany, false));
    return new Promise((resolve, reject) => {
      const tooLong = "The PowerShell bridge has too much to do and did not get to this.";
      const over = this.#timers.after("turn", this.#waitMsMax, () => {
        this.#waiting.delete(waiting);
        reject(new BridgeFault("busy", tooLong, false));
      });
      const waiting: Waiting<T> = { resolve, reject, over };
      this.#waiting.add(waiting);
    });
  }

  /** Gives the item to whoever waits longest; false where nobody does. */
  serve(item: T): boolean {
    const first = this.#leave();
    first?.resolve(item);
    return first !== undefined;
  }

  refuseAll(fault: BridgeFault): void {
    for (let first = this.#leave(); first; first = this.#leave()) first.reject(fault);
  }

  #leave(): Waiting<T> | undefined {
    const [first] = this.#waiting;
    if (!first) return undefined;
    this.#waiting.delete(first);
    first.over();
    return first;
  }
}
