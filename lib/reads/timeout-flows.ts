import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import type { Desk } from "@/lib/desk/client";
import { LIFE_STATES, type LifeState } from "@/lib/domain/session/life";
import type { Instant } from "@/lib/domain/site";
import { isoOf } from "./envelope";
import { parseCounts } from "./sample-counts";

/** What went from one state of a session's life to another within the last hour, summed over the minute samples of our own tables. */

export type Flows = TimeoutsResponse["flows"];

const HOUR_MS = 3_600_000;

/** Nothing was counted; also where only one machine is asked about, as samples are of groups. */
export const NO_FLOWS: Flows = { since: null, rows: [] };

export class FlowSums {
  readonly #desk: Desk;
  readonly #siteId: string;
  /** The last sum by group, with the sample it ends with. */
  readonly #sums = new Map<string, { readonly newest: Instant; readonly flows: Flows }>();

  constructor(desk: Desk, siteId: string) {
    this.#desk = desk;
    this.#siteId = siteId;
  }

  /** `groupKey` empty: the whole site. An hour that ends with the newest sample, as long as that is of the last hour itself. */
  async read(groupKey: string, now: Instant): Promise<Flows> {
    const { at: newest } = (await this.#newest(groupKey, now)) ?? {};
    if (!newest || newest.getTime() <= now - HOUR_MS) return NO_FLOWS;
    const known = this.#sums.get(groupKey);
    if (known?.newest === newest.getTime()) return known.flows;
    const flows = await this.#sum(groupKey, newest);
    this.#sums.set(groupKey, { newest: newest.getTime(), flows });
    return flows;
  }

  /** A clock that was set back leaves samples of hours that are still to come. */
  #newest(groupKey: string, now: Instant) {
    return this.#desk.sample.findFirst({
      where: { siteId: this.#siteId, groupKey, at: { lte: new Date(now) } },
      orderBy: { at: "desc" },
      select: { at: true },
    });
  }

  async #sum(groupKey: string, newest: Date): Promise<Flows> {
    const at = { gt: new Date(newest.getTime() - HOUR_MS), lte: newest };
    const rows = await this.#desk.sample.findMany({
      where: { siteId: this.#siteId, groupKey, at },
      orderBy: { at: "asc" },
      select: { at: true, counts: true },
    });
    const counted = rows.flatMap((row) => {
      const flows = parseCounts(row.counts)?.flows;
      return flows ? [{ at: row.at.getTime(), flows }] : [];
    });
    const sums = new Map<string, number>();
    for (const { flows } of counted) {
      for (const [name, count] of Object.entries(flows)) sums.set(name, (sums.get(name) ?? 0) + count);
    }
    const first = counted[0];
    return { since: first ? isoOf(first.at) : null, rows: [...sums].flatMap(([name, count]) => flowOf(name, count)) };
  }
}

/** A newer program may have counted states that this one does not know. */
function flowOf(name: string, count: number): Flows["rows"] {
  const [from, to] = name.split(">").map((each) => LIFE_STATES.find((state): state is LifeState => state === each));
  return from && to && count > 0 ? [{ from, to, count }] : [];
}

const KEY = Symbol.for("ghostdesk.reads.flow-sums");

interface SumHolder {
  [KEY]?: WeakMap<Desk, FlowSums>;
}

/** Those of a desk database: one memory for the whole process, whichever bundle asks. */
export function flowSums(desk: Desk, siteId: string): FlowSums {
  const holder = globalThis as SumHolder;
  holder[KEY] ??= new WeakMap();
  const sums = holder[KEY].get(desk) ?? new FlowSums(desk, siteId);
  holder[KEY].set(desk, sums);
  return sums;
}
