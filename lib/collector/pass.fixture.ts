import { FixedClock } from "@/lib/clock";
import { DeskError } from "@/lib/errors";
import type { SdkSource } from "@/lib/site/port";
import { openBrokerTables, openMonitorTables, type Row, type TablesDatabase } from "@/lib/site/tables/database";
import { fillSmallSite, makeSiteFile, type SiteFile } from "@/lib/site/tables/site-file.fixture";
import { EMPTY_GHOST_BOOK } from "./ghosts/ghost-book";
import { Pass } from "./pass";
import type { PassResult } from "./protocol";
import { SnapshotStore } from "./snapshot-store";
import { NO_SURROUNDINGS } from "./standing-books";

/** A collector over a small site in a real file, with a clock that stands still and a database that can be lost. */

export const START = Date.parse("2026-11-17T09:05:00.000Z");

type Result = Omit<PassResult, "pollMs">;

/** Neither ghosts nor leases. */
export const NO_BOOKS = { ghosts: EMPTY_GHOST_BOOK, surroundings: NO_SURROUNDINGS };

export class CollectorWorld {
  readonly site: SiteFile;
  readonly clock = new FixedClock(START);
  readonly store = new SnapshotStore();
  isLost = false;
  /** What a test lets happen around a read of the Monitoring tables; `read` carries it out. */
  around: (sql: string, read: () => Promise<readonly Row[]>) => Promise<readonly Row[]> = (_sql, read) => read();
  sdk: SdkSource | null = null;
  readBroker = false;
  readonly #databases: { close(): Promise<void> }[] = [];
  #pass: Pass | null = null;

  constructor() {
    this.site = makeSiteFile();
    fillSmallSite(this.site);
  }

  /** One pass; what it changed waits in the store. */
  async run(): Promise<Result> {
    this.#pass ??= this.#makePass();
    const run = this.#pass.run();
    for (;;) {
      const step = await run.next();
      if (step.done) return step.value;
      this.store.add(step.value);
    }
  }

  /** One pass and the version that it makes. */
  async publish() {
    const { asOf, sources } = await this.run();
    const facts = { asOf: asOf ?? 0, siteName: "", sources, clockSkewMs: null, ...NO_BOOKS };
    return this.store.publish(facts, { sources: false, ghosts: [] });
  }

  async close(): Promise<void> {
    await Promise.all(this.#databases.map((database) => database.close()));
    this.site.remove();
  }

  #makePass(): Pass {
    const monitor = openMonitorTables(this.site.url, { readMsMax: 5_000 });
    const broker = this.readBroker ? openBrokerTables(this.site.url, { readMsMax: 5_000 }) : null;
    this.#databases.push(monitor, ...(broker ? [broker] : []));
    const clocks = { site: this.clock, wall: this.clock };
    return new Pass({ monitor: this.#losable(monitor), broker, sdk: this.sdk }, clocks);
  }

  #losable(database: TablesDatabase): TablesDatabase {
    const query: TablesDatabase["query"] = async (sql, parameters) => {
      if (this.isLost) throw new DeskError("unavailable", "The database cannot be reached.");
      return this.around(sql, () => database.query(sql, parameters));
    };
    return { ...database, query };
  }
}
