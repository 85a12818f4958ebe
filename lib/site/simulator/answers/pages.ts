import type { SdkMachine, SdkSession } from "@/lib/site/port";
import type { SdkLease } from "@/lib/site/sdk";
import type { World } from "../engine/world";
import { leaseUidOf } from "../model/lease-keys";
import type { SdkPage } from "../protocol";
import { leaseAnswer, leasesByUid } from "./lease-answers";
import { machineAnswer } from "./machine-answers";
import { sessionAnswer } from "./session-answers";

export const PAGE_ROWS = 500;

interface Place<T> {
  readonly after: number;
  readonly rest: Iterator<T>;
}

/** One list in pages, in the order of its items' numbers. It keeps where the last page ended, so that the next one need not search for its beginning. */
class PagedList<T, TRow> {
  readonly #all: () => Iterator<T>;
  readonly #numberOf: (item: T) => number;
  readonly #toRow: (item: T) => TRow | null;
  #place: Place<T> | null = null;

  constructor(all: () => Iterator<T>, numberOf: (item: T) => number, toRow: (item: T) => TRow | null) {
    this.#all = all;
    this.#numberOf = numberOf;
    this.#toRow = toRow;
  }

  page(after: number): SdkPage<TRow> {
    const going = after > 0 && this.#place?.after === after;
    const items = going && this.#place ? this.#place.rest : this.#all();
    const rows: TRow[] = [];
    let last = after;
    for (let item = items.next(); ; item = items.next()) {
      if (item.done) return { rows, next: null };
      const number = this.#numberOf(item.value);
      if (number <= after) continue;
      last = number;
      const row = this.#toRow(item.value);
      if (row !== null) rows.push(row);
      if (rows.length === PAGE_ROWS) break;
    }
    this.#place = { after: last, rest: items };
    return { rows, next: last };
  }
}

/** Maps keep their order while they change, so an iterator left standing goes on where it was; leases are put in order first. */
export class Pages {
  readonly sessions: Pick<PagedList<unknown, SdkSession>, "page">;
  readonly machines: Pick<PagedList<unknown, SdkMachine>, "page">;
  readonly leases: Pick<PagedList<unknown, SdkLease>, "page">;

  constructor(world: World) {
    this.sessions = new PagedList(
      () => world.sessions.values(),
      ({ uid }) => uid,
      (session) => sessionAnswer(session, world),
    );
    this.machines = new PagedList(
      () => world.machines.values(),
      ({ uid }) => uid,
      (machine) => machineAnswer(machine, world),
    );
    this.leases = new PagedList(
      () => leasesByUid(world)[Symbol.iterator](),
      (lease) => leaseUidOf(world, lease),
      // One that was removed since the list was put in order is not shown any more.
      (lease) => (world.leases.has(lease.id) ? leaseAnswer(lease, world) : null),
    );
  }
}
