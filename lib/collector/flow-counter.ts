import type { Flows } from "@/lib/domain/history/sample";
import type { LifeState } from "@/lib/domain/session/life";
import { placeOf } from "@/lib/domain/session/place";
import { wayBetween } from "@/lib/domain/session/transitions";
import type { DeltaPart } from "./protocol";

interface Placed {
  readonly place: LifeState | null;
  readonly groupKey: string | null;
}

/**
 * Counts what goes from one state of a session's life to another, as the reads see it: where two reads see states that no arrow joins, the
 * shortest way between them; what comes and goes between two reads is not seen.
 * A session that is there with the first whole read came from nowhere.
 */
export class FlowCounter {
  readonly #placed = new Map<string, Placed>();
  #counts = new Map<string, Record<string, number>>();
  #isFirst = true;

  observe({ sessions }: DeltaPart): void {
    for (const session of sessions?.upserts ?? []) {
      const { key, deliveryGroupKey: groupKey } = session;
      const place = placeOf(session);
      const before = this.#placed.get(key);
      if (before && before.place === place && before.groupKey === groupKey) continue;
      this.#placed.set(key, { place, groupKey });
      if (this.#isFirst && !before) continue;
      this.#count(before ? before.place : "starting", place, groupKey);
    }
    for (const key of sessions?.removals ?? []) {
      const before = this.#placed.get(key);
      this.#placed.delete(key);
      if (before) this.#count(before.place, "ended", before.groupKey);
    }
  }

  /** Everything that was there at first has been observed. */
  began(): void {
    this.#isFirst = false;
  }

  /** Counts since the last call by group; the empty key is the whole site. */
  take(): ReadonlyMap<string, Flows> {
    const counts = this.#counts;
    this.#counts = new Map();
    return counts;
  }

  #count(from: LifeState | null, to: LifeState | null, groupKey: string | null): void {
    if (from === null || to === null) return;
    const arrows = wayBetween(from, to).map((arrow) => `${arrow.from}>${arrow.to}`);
    for (const key of groupKey === null ? [""] : ["", groupKey]) {
      const counts = this.#counts.get(key) ?? {};
      for (const arrow of arrows) counts[arrow] = (counts[arrow] ?? 0) + 1;
      this.#counts.set(key, counts);
    }
  }
}
