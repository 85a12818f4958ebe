import type { OutageResponse } from "@/lib/api/contract/leases";
import type { Desk } from "@/lib/desk/client";
import type { Instant } from "@/lib/domain/site";
import { isoOf } from "./envelope";
import { parseCounts } from "./sample-counts";

/** How many pairs were covered over the last days: out of the samples in our own tables, read once and from then on only what came since. */

type Trend = OutageResponse["trend"];

const HOUR_MS = 3_600_000;
const SHOWN_MS = 14 * 24 * HOUR_MS;
const PAGE_ROWS = 500;

export class CoverageTrend {
  readonly #desk: Desk;
  readonly #siteId: string;
  /** The last sample of each hour, oldest first. */
  readonly #points = new Map<number, Trend[number]>();
  #readUntil: Instant | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(desk: Desk, siteId: string) {
    this.#desk = desk;
    this.#siteId = siteId;
  }

  /** One point an hour over the 14 days before `now`. */
  read(now: Instant): Promise<Trend> {
    const reading = this.#last.then(() => this.#read(now));
    // Who waits for the one before waits for its end, not for its success.
    this.#last = reading.catch(() => undefined);
    return reading;
  }

  async #read(now: Instant): Promise<Trend> {
    const from = now - SHOWN_MS;
    let isMore = true;
    // A clock that was set back: what was read of hours to come is read again when they come.
    if (this.#readUntil !== null && this.#readUntil > now) this.#forget();
    while (isMore) {
      const rows = await this.#rowsBetween(Math.max(from, this.#readUntil ?? from), now);
      for (const { at, counts } of rows) this.#add(at.getTime(), counts);
      isMore = rows.length === PAGE_ROWS;
    }
    const oldest = Math.floor(from / HOUR_MS);
    for (const hour of this.#points.keys()) if (hour < oldest) this.#points.delete(hour);
    return [...this.#points.values()];
  }

  /** Most samples have no coverage: it is counted every ten minutes. */
  #rowsBetween(after: Instant, until: Instant) {
    const counts = { contains: '"leases"' };
    return this.#desk.sample.findMany({
      where: { siteId: this.#siteId, groupKey: "", at: { gt: new Date(after), lte: new Date(until) }, counts },
      orderBy: { at: "asc" },
      select: { at: true, counts: true },
      take: PAGE_ROWS,
    });
  }

  #forget(): void {
    this.#points.clear();
    this.#readUntil = null;
  }

  #add(at: Instant, counts: string): void {
    this.#readUntil = at;
    const leases = parseCounts(counts)?.leases;
    if (leases) this.#points.set(Math.floor(at / HOUR_MS), { at: isoOf(at), ...leases });
  }
}

const KEY = Symbol.for("ghostdesk.reads.coverage-trends");

interface TrendHolder {
  [KEY]?: WeakMap<Desk, CoverageTrend>;
}

/** That of a desk database: one memory for the whole process, whichever bundle asks. */
export function coverageTrend(desk: Desk, siteId: string): CoverageTrend {
  const holder = globalThis as TrendHolder;
  holder[KEY] ??= new WeakMap();
  const trend = holder[KEY].get(desk) ?? new CoverageTrend(desk, siteId);
  holder[KEY].set(desk, trend);
  return trend;
}
