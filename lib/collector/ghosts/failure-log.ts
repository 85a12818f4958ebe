import type { FailedLaunch, FailedSession } from "@/lib/domain/ghost/facts";
import type { Instant, Person } from "@/lib/domain/site";
import { checkColumns, MONITOR_NEEDS } from "@/lib/site/tables/columns";
import type { TablesDatabase } from "@/lib/site/tables/database";
import {
  type FailedLaunchRow,
  type FailedSessionRow,
  readFailedLaunches,
  readFailedSessions,
} from "@/lib/site/tables/read-failures";
import { ColumnList } from "@/lib/site/tables/select";
import { RecentLog } from "./recent-log";

/** The failed launches and failed sessions of the last 26 hours: a day of a ghost's life and what belongs to its edges. */

const KEPT_MS = 26 * 60 * 60_000;
/** A row can be committed later than it was stamped. */
const OVERLAP_MS = 10_000;
/** Now and then an hour is read again: a controller whose clock is behind stamps its rows with a time that was read already. */
const AGAIN_EVERY_MS = 10 * 60_000;
const AGAIN_MS = 60 * 60_000;

export type FailureSource = "sessions" | "launches";

export class FailureLog {
  readonly #database: TablesDatabase;
  readonly #personOf: (userId: number) => Person | undefined;
  readonly #sessions = new RecentLog<string, FailedSessionRow>();
  readonly #launches = new RecentLog<number, FailedLaunchRow>();
  /** Launches of people whose row was not read yet. */
  readonly #unnamed = new Map<number, FailedLaunchRow>();
  readonly #missing = new Set<FailureSource>();
  #columns: ColumnList | null = null;
  #since: Instant | null = null;
  #againAt: Instant = 0;

  /** `personOf` names the person of a User.Id where that row is known by now. */
  constructor(database: TablesDatabase, personOf: (userId: number) => Person | undefined) {
    this.#database = database;
    this.#personOf = personOf;
  }

  /** What this release does not keep: of this nothing will ever be known. Empty before the first read. */
  get missing(): ReadonlySet<FailureSource> {
    return this.#missing;
  }

  /**
   * Reads what failed since the last read, the first time everything of the hours that are kept. `now` is the site's time,
   * `newestChange` the newest stamp that was read of any table before: where few fail, their own stamps would let every read begin hours
   * ago. Rejects as the database does; what was known stays.
   */
  async read(now: Instant, newestChange: Instant | null): Promise<void> {
    const list = await this.#knowColumns();
    const since = this.#sinceAt(now);
    const [sessions, launches] = await Promise.all([
      readFailedSessions(this.#database, list, since),
      readFailedLaunches(this.#database, list, since),
    ]);
    if (!sessions) this.#missing.add("sessions");
    if (!launches) this.#missing.add("launches");
    for (const row of sessions ?? []) this.#putSession(row, now);
    const named = [...this.#unnamed.values()];
    this.#unnamed.clear();
    for (const row of [...named, ...(launches ?? [])]) this.#putLaunch(row, now);
    this.#since = Math.max(this.#since ?? 0, Math.min(newestChange ?? now - KEPT_MS, now) - OVERLAP_MS);
    if (now < this.#againAt) return;
    this.#againAt = now + AGAIN_EVERY_MS;
    this.#sessions.prune(now - KEPT_MS);
    this.#launches.prune(now - KEPT_MS);
  }

  /** The failed launches of this person (Sid) at or after `since`, oldest first. */
  launchesOf(userKey: string, since: Instant): FailedLaunch[] {
    return this.#launches
      .of(userKey, since)
      .map((row) => ({ at: row.at, userKey, machineKey: row.machineId, code: row.code }));
  }

  /** The sessions that ended with a failure on this machine at or after `since`, oldest first. */
  ofMachine(machineKey: string, since: Instant): FailedSession[] {
    return this.#sessions.of(machineKey, since).map((row) => ({
      sessionKey: row.sessionKey,
      at: row.at,
      userKey: this.#personKey(row.userId),
      machineKey,
      categoryId: row.categoryId,
      code: row.code,
      category: row.category,
    }));
  }

  /** Machines with news since this was last asked. */
  machinesChanged(): Set<string> {
    return this.#sessions.takeChanged();
  }

  /** People (Sids) with news since this was last asked. */
  usersChanged(): Set<string> {
    return this.#launches.takeChanged();
  }

  #putSession(row: FailedSessionRow, now: Instant): void {
    if (row.machineId !== null && row.at >= now - KEPT_MS) this.#sessions.put(row.sessionKey, row.machineId, row);
  }

  #putLaunch(row: FailedLaunchRow, now: Instant): void {
    if (row.userId === null || row.at < now - KEPT_MS) return;
    const userKey = this.#personKey(row.userId);
    if (userKey === null) this.#unnamed.set(row.id, row);
    else this.#launches.put(row.id, userKey, row);
  }

  #personKey(userId: number | null): string | null {
    return userId === null ? null : (this.#personOf(userId)?.key ?? null);
  }

  #sinceAt(now: Instant): Instant {
    if (this.#since === null) return now - KEPT_MS;
    return now < this.#againAt ? this.#since : Math.min(this.#since, now - AGAIN_MS);
  }

  async #knowColumns(): Promise<ColumnList> {
    this.#columns ??= new ColumnList(this.#database.dialect, await checkColumns(this.#database, MONITOR_NEEDS));
    return this.#columns;
  }
}
