import type { Changes } from "../protocol";

/** Records that came or changed and keys that went, since they were last taken. */
export class PendingChanges<TRecord extends { readonly key: string }> {
  #upserts = new Map<string, TRecord>();
  #removals = new Set<string>();

  put(record: TRecord): void {
    this.#upserts.set(record.key, record);
    this.#removals.delete(record.key);
  }

  remove(key: string): void {
    this.#upserts.delete(key);
    this.#removals.add(key);
  }

  /** All since the last call, in parts of at most that many. */
  *take(count: number): Generator<Changes<TRecord>> {
    const [upserts, removals] = [[...this.#upserts.values()], [...this.#removals]];
    this.#upserts = new Map();
    this.#removals = new Set();
    for (let from = 0; from < Math.max(upserts.length, removals.length); from += count) {
      yield { upserts: upserts.slice(from, from + count), removals: removals.slice(from, from + count) };
    }
  }
}
