import type { Instant } from "@/lib/domain/site";
import type { Entity } from "../entities/entity";

/** The queue only remembers timers; those of their owners are the truth. */
export interface QueuedTimer {
  readonly at: Instant;
  readonly owner: Entity;
  readonly timer: string;
}

function isBefore(a: QueuedTimer, b: QueuedTimer): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.owner.kind !== b.owner.kind) return a.owner.kind < b.owner.kind;
  if (a.owner.id !== b.owner.id) return a.owner.id < b.owner.id;
  return a.timer < b.timer;
}

/**
 * A heap of timers with lazy deletion: an entry counts only while its owner's timer still says the same instant. The
 * order is total (instant, kind, id, name), so a queue rebuilt from stored owners pops in the same order.
 */
export class EventQueue {
  readonly #heap: QueuedTimer[] = [];

  get size(): number {
    return this.#heap.length;
  }

  push(owner: Entity, timer: string, at: Instant): void {
    const entry = { at, owner, timer };
    const heap = this.#heap;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(entry, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  }

  /** The earliest timer due at or before `until`. Undefined where none is due. */
  peekDue(until: Instant): QueuedTimer | undefined {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined || first.at > until) return undefined;
      const timers: Record<string, Instant | undefined> = first.owner.timers;
      if (timers[first.timer] === first.at) return first;
      this.#removeFirst();
    }
  }

  /** Takes out what peekDue showed, and clears its owner's timer. */
  take(first: QueuedTimer): void {
    const timers: Record<string, Instant | undefined> = first.owner.timers;
    // Not deleted: objects whose properties go become slow, and JSON leaves undefined out anyway.
    timers[first.timer] = undefined;
    this.#removeFirst();
  }

  #removeFirst(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      if (left === undefined) break;
      const useRight = right !== undefined && isBefore(right, left);
      const child = useRight ? right : left;
      if (!isBefore(child, last)) break;
      heap[index] = child;
      index = 2 * index + (useRight ? 2 : 1);
    }
    heap[index] = last;
  }
}
