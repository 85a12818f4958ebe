import type { Desk } from "@/lib/desk/client";
import type { Sample } from "@/lib/domain/history/sample";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";

/**
 * Stores the minute samples, oldest first, and keeps those that could not be stored yet: a lost desk database costs no sample
 * as long as the program lives. The newest day is kept where it stays lost for longer.
 */

const WAITING_MAX = 24 * 60 * 50;
const BATCH = 200;

export class SampleStore {
  readonly #desk: Desk;
  readonly #siteId: string;
  #waiting: Sample[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(desk: Desk, siteId: string) {
    this.#desk = desk;
    this.#siteId = siteId;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  add(samples: readonly Sample[]): void {
    this.#waiting = [...this.#waiting, ...samples].slice(-WAITING_MAX);
    this.#writing = this.#writing.then(() => this.#write());
  }

  /** Resolves when what can be stored is stored. */
  settle(): Promise<void> {
    return this.#writing;
  }

  async #write(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.slice(0, BATCH);
        await this.#writeBatch(batch);
        const written = new Set(batch);
        this.#waiting = this.#waiting.filter((sample) => !written.has(sample));
      }
    } catch (error) {
      log.warn({ error: describeError(error), waiting: this.#waiting.length }, "samples wait for the desk database");
    }
  }

  /** A minute that is already there (the program was restarted within it) keeps its first sample. */
  async #writeBatch(batch: readonly Sample[]): Promise<void> {
    const rows = batch.map(({ at, groupKey, counts }) => ({
      siteId: this.#siteId,
      at: new Date(at),
      groupKey,
      counts: JSON.stringify(counts),
    }));
    await this.#desk.$transaction(async (tx) => {
      const minutes = [...new Set(batch.map(({ at }) => at))].map((at) => new Date(at));
      const there = await tx.sample.findMany({
        where: { siteId: this.#siteId, at: { in: minutes } },
        select: { at: true, groupKey: true },
      });
      const known = new Set(there.map(({ at, groupKey }) => `${at.getTime()} ${groupKey}`));
      const fresh = rows.filter(({ at, groupKey }) => !known.has(`${at.getTime()} ${groupKey}`));
      if (fresh.length > 0) await tx.sample.createMany({ data: fresh });
    });
  }
}
