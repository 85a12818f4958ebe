import type { Instant } from "@/lib/domain/site";
import { type Columns, checkColumns, MONITOR_NEEDS } from "@/lib/site/tables/columns";
import type { TablesDatabase } from "@/lib/site/tables/database";
import { readAllMachines, readChangedMachines } from "@/lib/site/tables/read-machines";
import { readChangedInstances, readNames, readRunningInstances } from "@/lib/site/tables/read-named";
import { readAllPeople, readChangedPeople, readPeopleById } from "@/lib/site/tables/read-people";
import { readChangedSessions, readLiveSessions } from "@/lib/site/tables/read-sessions";
import { ColumnList } from "@/lib/site/tables/select";
import type { SiteRows } from "./site-rows";

/**
 * Reads the Monitoring tables into the rows: once whole, then what changed. ModifiedDate is the only mark of change (rows are
 * updated in place), read with an overlap because a row can be committed later than it was stamped.
 */

const OVERLAP_MS = 10_000;

export class MonitorReader {
  readonly #database: TablesDatabase;
  readonly #rows: SiteRows;
  #columns: { readonly all: Columns; readonly list: ColumnList } | null = null;
  #since: Instant | null = null;

  constructor(database: TablesDatabase, rows: SiteRows) {
    this.#database = database;
    this.#rows = rows;
  }

  get isComplete(): boolean {
    return this.#since !== null;
  }

  /** Everything: rows that are not there any more are forgotten. Nothing is forgotten where any part of it fails. */
  async readWhole(): Promise<void> {
    const { list } = await this.#knowColumns();
    const since = (await this.#newestChange()) - OVERLAP_MS;
    await this.readNames();
    const machines = await collect(readAllMachines(this.#database, list), (row) => {
      this.#rows.putMachine(row);
      return row.Id;
    });
    await collect(readAllPeople(this.#database), (row) => this.#rows.putPerson(row));
    const sessions = await collect(readLiveSessions(this.#database, list), (row) => {
      this.#rows.putSession(row);
      return row.SessionKey;
    });
    const instances = await collect(readRunningInstances(this.#database, list), (row) => {
      this.#rows.putInstance(row);
      return row.Id;
    });
    await this.#readMissingPeople();
    this.#rows.sweepMachines(machines);
    this.#rows.sweepSessions(sessions);
    this.#rows.sweepInstances(instances);
    this.#since = since;
  }

  /** What changed since the last read. */
  async readChanges(): Promise<void> {
    if (this.#since === null) return this.readWhole();
    const { list } = await this.#knowColumns();
    const since = this.#since;
    const newest = Math.max(since + OVERLAP_MS, this.#rows.newestChange);
    const [machines, people, sessions, instances] = await Promise.all([
      readChangedMachines(this.#database, list, since),
      readChangedPeople(this.#database, since),
      readChangedSessions(this.#database, list, since),
      readChangedInstances(this.#database, list, since),
    ]);
    for (const row of machines) this.#rows.putMachine(row);
    for (const row of people) this.#rows.putPerson(row);
    for (const row of sessions) this.#rows.putSession(row);
    for (const row of instances ?? []) this.#rows.putInstance(row);
    await this.#readMissingPeople();
    this.#since = Math.max(newest, this.#rows.newestChange) - OVERLAP_MS;
  }

  async readNames(): Promise<void> {
    const { all } = await this.#knowColumns();
    this.#rows.putNames(await readNames(this.#database, all));
  }

  async #readMissingPeople(): Promise<void> {
    const missing = this.#rows.missingPeople();
    if (missing.length === 0) return;
    for (const row of await readPeopleById(this.#database, missing)) this.#rows.putPerson(row);
  }

  async #knowColumns(): Promise<{ readonly all: Columns; readonly list: ColumnList }> {
    if (!this.#columns) {
      const all = await checkColumns(this.#database, MONITOR_NEEDS);
      this.#columns = { all, list: new ColumnList(this.#database.dialect, all) };
    }
    return this.#columns;
  }

  /** The newest stamp before a whole read begins: what changes while it runs is then read again as a change. */
  async #newestChange(): Promise<Instant> {
    const { dialect } = this.#database;
    const stamps = await Promise.all(
      ["Session", "Connection", "Machine", "User"].map(async (table) => {
        const [row] = await this.#database.query(
          `SELECT MAX(ModifiedDate) AS Newest FROM ${dialect.table("MonitorData", table)}`,
        );
        return row?.Newest ? new Date(String(toText(row.Newest))).getTime() : 0;
      }),
    );
    return Math.max(...stamps);
  }
}

function toText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

/** Hands every row of every page on; answers the set of what `take` answered. */
async function collect<TRow, TKey>(
  pages: AsyncIterable<readonly TRow[]>,
  take: (row: TRow) => TKey,
): Promise<Set<TKey>> {
  const taken = new Set<TKey>();
  for await (const page of pages) for (const row of page) taken.add(take(row));
  return taken;
}
