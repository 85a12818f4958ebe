import type { Instant } from "@/lib/domain/site";
import { type Bench, type BoundPair, Ward } from "./outage-wards";

/** Machines judged between two yields: about a millisecond. */
const STEP_WARDS = 20;

/** Answers that were begun one after the other may end in another order: only a clock that is farther behind was set back. */
const BEHIND_MS = 60_000;

/** All wards of a site, and when the next verdict in them may change by itself. */
export class WardBook {
  readonly #wards = new Map<string, Ward>();
  #judgedAt: Instant = Number.NEGATIVE_INFINITY;
  #changesAt: Instant = Number.POSITIVE_INFINITY;

  /** As of when verdicts hold. */
  get judgedAt(): Instant {
    return this.#judgedAt;
  }

  clear(): void {
    this.#wards.clear();
    this.#judgedAt = Number.NEGATIVE_INFINITY;
    this.#changesAt = Number.POSITIVE_INFINITY;
  }

  /** Pairs that lead to the machine of that bare name. */
  boundTo(machine: string): Iterable<BoundPair> {
    return this.#wards.get(machine.toUpperCase())?.pairs ?? [];
  }

  /** Returns the name of the ward, which has to be judged anew. */
  enter(bound: BoundPair): string {
    const name = wardOf(bound);
    const ward = this.#wards.get(name) ?? new Ward(bound.pair.machine?.toUpperCase() ?? null);
    this.#wards.set(name, ward);
    ward.pairs.add(bound);
    return name;
  }

  /** The same for a pair that is no more. */
  leave(bound: BoundPair): string {
    const name = wardOf(bound);
    const ward = this.#wards.get(name);
    ward?.pairs.delete(bound);
    if (ward?.pairs.size === 0) this.#wards.delete(name);
    return name;
  }

  /** Judges those of these names, and those in which something ran out; a clock that was set back gives leases back. */
  *judge(names: Set<string>, bench: Bench, watch: { isOver(): boolean; onMoved(): void }): Generator<void> {
    for (const name of this.#expired(bench.now)) names.add(name);
    let judged = 0;
    for (const name of names) {
      if (watch.isOver()) return;
      names.delete(name);
      const ward = this.#wards.get(name);
      if (!ward) continue;
      if (ward.judge(bench)) watch.onMoved();
      this.#changesAt = Math.min(this.#changesAt, ward.changesAt);
      judged += 1;
      if (judged % STEP_WARDS === 0) yield;
    }
  }

  #expired(now: Instant): string[] {
    const isBack = now < this.#judgedAt - BEHIND_MS;
    this.#judgedAt = isBack ? now : Math.max(now, this.#judgedAt);
    if (!isBack && now < this.#changesAt) return [];
    const expired: string[] = [];
    this.#changesAt = Number.POSITIVE_INFINITY;
    for (const [name, { changesAt }] of this.#wards) {
      if (isBack || now >= changesAt) expired.push(name);
      else this.#changesAt = Math.min(this.#changesAt, changesAt);
    }
    return expired;
  }
}

/** Of a machine, or of one person where the document names none. */
function wardOf({ pair: { machine, userKey } }: BoundPair): string {
  return machine?.toUpperCase() ?? `?${userKey}`;
}
