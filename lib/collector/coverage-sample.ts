import type { Sample } from "@/lib/domain/history/sample";
import type { Instant } from "@/lib/domain/site";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";

/** Judging every lease of a large site takes a while, and coverage moves by hours. */
const EVERY_MS = 10 * 60_000;

export type CoverageCounts = NonNullable<Sample["counts"]["leases"]>;

/** Adds to the whole site's samples, every ten minutes, how many pairs could be launched without the database. */
export class CoverageSampler {
  readonly #coverage: () => CoverageCounts | null;
  #sampledAt: Instant = Number.NEGATIVE_INFINITY;

  /** `coverage` answers null where nothing can be told; then it is asked again with the next sample. */
  constructor(coverage: () => CoverageCounts | null) {
    this.#coverage = coverage;
  }

  add(samples: readonly Sample[]): Sample[] {
    return samples.map((sample) => {
      const { at, groupKey, counts } = sample;
      if (groupKey !== "" || Math.abs(at - this.#sampledAt) < EVERY_MS) return sample;
      const leases = this.#count();
      if (!leases) return sample;
      this.#sampledAt = at;
      return { at, groupKey, counts: { ...counts, leases } };
    });
  }

  /** Samples come with what was read: a count that fails must not cost the version. */
  #count(): CoverageCounts | null {
    try {
      return this.#coverage();
    } catch (error) {
      log.error({ error: describeError(error) }, "the coverage by leases could not be counted");
      return null;
    }
  }
}
