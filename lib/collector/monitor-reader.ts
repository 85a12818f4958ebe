import { z } from "zod";
import type { Instant } from "@/lib/domain/site";
import { instantCell } from "@/lib/site/tables/cell";
import { type Columns, checkColumns, MONITOR_NEEDS } from "@/lib/site/tables/columns";
import type { TablesDatabase } from "@/lib/site/tables/database";
import { readAllMachines, readChangedMachines } from "@/lib/site/tables/read-machines";
import { readChangedInstances, readNames, readRunningInstances } from "@/lib/site/tables/read-named";
import { readAllPeople, readChangedPeople, readPeopleById } from "@/lib/site/tables/read-people";
import { readChangedSessions, readLiveSessions, type SessionCells } from "@/lib/site/tables/read-sessions";
import { ColumnList } from "@/lib/site/tables/select";
import type { SiteRows } from "./site-rows";

/**
 * Reads the Monitoring tables into the rows: once whole, then what changed. ModifiedDate is the only mark of change (rows are
 * updated in place), read with an overlap because a row can be committed later than it was stamped.
 */

const OVERLAP_MS = 10_000;
const NewestCell = z.object({ Newest: instantCell.nullable() });

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

  /**
   * Everything: rows that are not there any more are forgotten. Nothing is forgotten where any part of it fails. `now` is the site's
   * time: a stamp beyond it, of a controller whose clock is ahead, must not hide what others write meanwhile.
   */
  async readWhole(now: Instant): Promise<void> {
    const { list } = await this.#knowColumns();
    const since = Math.min(await this.#newestChange(), now) - OVERLAP_MS;
    await this.readNames();
    const machines = await collect(readAllMachines(this.#database, list), (row) => {
      this.#rows.putMachine(row);
      return row.Id;
    });
    await collect(readAllPeople(this.#database), (row) => this.#rows.putPerson(row));
    const sessions = new Set<string>();
    for await (const page of readLiveSessions(this.#database, list)) {
      await this.#putSessions(page);
      for (const row of page) sessions.add(row.SessionKey);
    }
    const instances = await collect(readRunningInstances(this.#database, list), (row) => {
      this.#rows.putInstance(row);
      return row.Id;
    });
    this.#rows.sweepMachines(machines);
    this.#rows.sweepSessions(sessions);
    this.#rows.sweepInstances(instances);
    this.#since = since;
  }

  /** What changed since the last read; the site's time is `now`. */
  async readChanges(now: Instant): Promise<void> {
    if (this.#since === null) return this.readWhole(now);
    const { list } = await this.#knowColumns();
    const since = this.#since;
    // What these reads find says nothing of how far the others have come: one may have waited seconds for its connection.
    const newestBefore = Math.max(since + OVERLAP_MS, Math.min(this.#rows.newestChange, now));
    const [machines, people, sessions, instances] = await Promise.all([
      readChangedMachines(this.#database, list, since),
      readChangedPeople(this.#database, since),
      readChangedSessions(this.#database, list, since),
      readChangedInstances(this.#database, list, since),
    ]);
    for (const row of machines) this.#rows.putMachine(row);
    for (const row of people) this.#rows.putPerson(row);
    await this.#putSessions(sessions);
    for (const row of instances ?? []) this.#rows.putInstance(row);
    this.#since = newestBefore - OVERLAP_MS;
  }

  async readNames(): Promise<void> {
    const { all } = await this.#knowColumns();
    this.#rows.putNames(await readNames(this.#database, all));
  }

  /** People first: a session whose person could not be read is not put at all, or it would look like one without a user. */
  async #putSessions(sessions: readonly SessionCells[]): Promise<void> {
    const missing = this.#rows.missingPeople(sessions);
    if (missing.length > 0) {
      for (const row of await readPeopleById(this.#database, missing)) this.#rows.putPerson(row);
    }
    for (const row of sessions) this.#rows.putSession(row);
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
        return NewestCell.parse(row).Newest ?? 0;
      }),
    );
    return Math.max(...stamps);
  }
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
