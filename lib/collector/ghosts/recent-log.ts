import type { Instant } from "@/lib/domain/site";
import { isSameRecord } from "../compose";

/** Entries of the last hours, each under one id and in one group (a person, a machine), and which groups changed. */
export class RecentLog<TId, TEntry extends { readonly at: Instant }> {
  readonly #groupOf = new Map<TId, string>();
  readonly #groups = new Map<string, Map<TId, TEntry>>();
  #changed = new Set<string>();

  get size(): number {
    return this.#groupOf.size;
  }

  /** An entry read again without a change marks nothing; one that changed or moved replaces the former. */
  put(id: TId, group: string, entry: TEntry): void {
    const formerGroup = this.#groupOf.get(id);
    if (formerGroup !== undefined) {
      const former = this.#groups.get(formerGroup)?.get(id);
      if (formerGroup === group && former && isSameRecord(former, entry)) return;
      this.#drop(id, formerGroup);
      this.#changed.add(formerGroup);
    }
    const entries = this.#groups.get(group) ?? new Map<TId, TEntry>();
    this.#groups.set(group, entries.set(id, entry));
    this.#groupOf.set(id, group);
    this.#changed.add(group);
  }

  /** The entries of one group at or after `since`, oldest first. */
  of(group: string, since: Instant): TEntry[] {
    const entries = [...(this.#groups.get(group)?.values() ?? [])];
    return entries.filter(({ at }) => at >= since).sort((one, other) => one.at - other.at);
  }

  /** Forgets what is older than `before`. That time passed is no change of a group. */
  prune(before: Instant): void {
    for (const [group, entries] of this.#groups) {
      for (const [id, { at }] of entries) if (at < before) this.#drop(id, group);
    }
  }

  /** The groups that changed since they were last taken. */
  takeChanged(): Set<string> {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  #drop(id: TId, group: string): void {
    const entries = this.#groups.get(group);
    entries?.delete(id);
    if (entries?.size === 0) this.#groups.delete(group);
    this.#groupOf.delete(id);
  }
}
