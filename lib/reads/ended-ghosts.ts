import { fromIncidentRow } from "@/lib/collector/ghosts/incident-rows";
import type { Desk } from "@/lib/desk/client";
import type { Instant } from "@/lib/domain/site";
import { endedAt } from "./ghost-order";
import type { ListedIncident } from "./ghost-row";

/** Incidents that ended, out of our own tables: read once, page by page, and from then on only what ended since. */

const DAY_MS = 86_400_000;
/** So long after its end an incident is listed; by its id it is found for ever. */
export const LISTED_DAYS = 30;
/** Ends are written in their order, but the clock that they are taken from may be set back. */
const OVERLAP_MS = 3_600_000;
/** A row of our tables takes a tenth of a millisecond; between two pages others are served. */
const PAGE_ROWS = 200;

type Where = NonNullable<Parameters<Desk["incident"]["findMany"]>[0]>["where"];

export class EndedGhosts {
  readonly #desk: Desk;
  readonly #siteId: string;
  readonly #cleared = new Map<string, ListedIncident>();
  /** The newest end that was read of those that the site ended. */
  #readUntil: Instant | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(desk: Desk, siteId: string) {
    this.#desk = desk;
    this.#siteId = siteId;
  }

  /** Those that ended in the {@link LISTED_DAYS} days before `now`, and dismissed ones for as long as their subject stands. */
  read(now: Instant): Promise<ListedIncident[]> {
    const from = now - LISTED_DAYS * DAY_MS;
    const reading = this.#last.then(() => this.#read(from));
    // Who waits for the one before waits for its end, not for its success.
    this.#last = reading.catch(() => undefined);
    return reading;
  }

  async #read(from: Instant): Promise<ListedIncident[]> {
    const since = new Date(Math.max(from, (this.#readUntil ?? from) - OVERLAP_MS));
    const cleared = await this.#readPages({ state: "cleared", clearedAt: { gte: since } });
    for (const incident of cleared) {
      this.#cleared.set(incident.id, incident);
      this.#readUntil = Math.max(this.#readUntil ?? from, incident.clearedAt ?? from);
    }
    // A word of somebody may be taken back, and its subject may go and come: few enough to be read anew.
    const dismissed = await this.#readPages({
      state: "dismissed",
      OR: [{ clearedAt: null }, { dismissedAt: { gte: new Date(from) } }],
    });
    for (const [id, incident] of this.#cleared) if (endedAt(incident) < from) this.#cleared.delete(id);
    return [...new Map([...this.#cleared, ...dismissed.map((each) => [each.id, each] as const)]).values()];
  }

  async #readPages(where: Where): Promise<ListedIncident[]> {
    const incidents: ListedIncident[] = [];
    const query = { where: { siteId: this.#siteId, ...where }, orderBy: { id: "asc" }, take: PAGE_ROWS } as const;
    let last: string | null = null;
    do {
      const after: object = last === null ? {} : { cursor: { id: last }, skip: 1 };
      const rows = await this.#desk.incident.findMany({ ...query, ...after, omit: { evidence: true } });
      incidents.push(...rows.flatMap((row) => fromIncidentRow({ ...row, evidence: "[]" }) ?? []));
      last = rows.length === PAGE_ROWS ? (rows.at(-1)?.id ?? null) : null;
    } while (last !== null);
    return incidents;
  }
}

const KEY = Symbol.for("ghostdesk.reads.ended-ghosts");

interface EndedHolder {
  [KEY]?: WeakMap<Desk, EndedGhosts>;
}

/** Those of a desk database: one memory for the whole process, whichever bundle asks. */
export function endedGhosts(desk: Desk, siteId: string): EndedGhosts {
  const holder = globalThis as EndedHolder;
  holder[KEY] ??= new WeakMap();
  const ended = holder[KEY].get(desk) ?? new EndedGhosts(desk, siteId);
  holder[KEY].set(desk, ended);
  return ended;
}
