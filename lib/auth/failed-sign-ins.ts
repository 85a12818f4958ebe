import type { Clock } from "@/lib/clock";
import { DeskError } from "@/lib/errors";
import { RefusalBudget } from "./refusal-budget";

const WINDOW_MS = 15 * 60_000;
/** One person guesses at one account; behind a proxy everybody shares an address, so that may fail more often. */
const ACCOUNT_FAILURES_MAX = 10;
const ADDRESS_FAILURES_MAX = 50;
/** Names and addresses remembered at once, so that a flood of invented names cannot fill the memory. */
const KEYS_MAX = 20_000;

/**
 * Counts failed sign-ins per account and per address over the last 15 minutes; successful ones never count. In the
 * memory of the process: a restart forgets, which nobody outside can cause.
 */
export class FailedSignIns {
  /** Which of the refusals are written down one by one. */
  readonly written: RefusalBudget;
  readonly #clock: Clock;
  readonly #failures = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.written = new RefusalBudget(clock);
  }

  /**
   * Counts an attempt as failed until `succeeded` is called, so that a hundred attempts at once are a hundred. Throws
   * DeskError `limited` with the seconds to wait where the account or the address has failed too often.
   */
  attempt(accountKey: string, address: string): { succeeded(): void } {
    const now = this.#clock.now();
    const accountName = `account ${accountKey}`;
    const addressName = `address ${networkOf(address)}`;
    refuseAbove(this.#recent(accountName, now), ACCOUNT_FAILURES_MAX, now);
    refuseAbove(this.#recent(addressName, now), ADDRESS_FAILURES_MAX, now);
    // Only now, or refused attempts with invented names, which cost nothing, would push out what limits their sender.
    const account = this.#count(accountName, now);
    const from = this.#count(addressName, now);
    const succeeded = () => {
      account.length = 0;
      const own = from.indexOf(now);
      if (own >= 0) from.splice(own, 1);
    };
    return { succeeded };
  }

  #recent(key: string, now: number): number[] {
    const times = this.#failures.get(key) ?? [];
    const firstRecent = times.findIndex((at) => at > now - WINDOW_MS);
    times.splice(0, firstRecent < 0 ? times.length : firstRecent);
    return times;
  }

  #count(key: string, now: number): number[] {
    const times = this.#recent(key, now);
    times.push(now);
    this.#failures.delete(key);
    this.#failures.set(key, times);
    const oldest = this.#failures.keys().next().value;
    if (this.#failures.size > KEYS_MAX && oldest !== undefined) this.#failures.delete(oldest);
    return times;
  }
}

/** Whoever has one IPv6 address has all of its /64 (RFC 6177), so those count as one; an IPv4 address stands for itself. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("::");
  const groups = (text: string) => text.split(":").filter((group) => group !== "");
  const missing = Math.max(0, 8 - groups(head).length - groups(tail).length);
  const all = [...groups(head), ...Array.from({ length: missing }, () => "0"), ...groups(tail)];
  return all.slice(0, 4).join(":");
}

function refuseAbove(times: readonly number[], max: number, now: number): void {
  const first = times[times.length - max];
  if (first === undefined) return;
  const retryAfterSeconds = Math.max(1, Math.ceil((first + WINDOW_MS - now) / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  throw new DeskError("limited", `Too many failed sign-ins. Try again in ${wait}.`, { retryAfterSeconds });
}
