import type { BrokerWord } from "@/lib/domain/ghost/facts";
import type { Instant } from "@/lib/domain/site";
import { log } from "@/lib/log";
import { BROKER_NEEDS, checkColumns } from "@/lib/site/tables/columns";
import type { openBrokerTables } from "@/lib/site/tables/database";
import { hasBrokerSessions, MACHINES_MAX, readBrokerSessions } from "@/lib/site/tables/read-broker-sessions";
import { ColumnList } from "@/lib/site/tables/select";

/** What the broker's own rows say of the sessions on a few machines: those with suspects, and no others. */

const READ_EVERY_MS = 30_000;
const KEPT_MS = 10 * 60_000;

export class BrokerWitness {
  readonly #database: ReturnType<typeof openBrokerTables> | null;
  readonly #words = new Map<string, BrokerWord>();
  /** When each machine was last read, whether the broker knows it or not. */
  readonly #readAt = new Map<string, Instant>();
  #answered = new Set<string>();
  #columns: ColumnList | null = null;

  /** `database` is null where no broker tables are configured. */
  constructor(database: ReturnType<typeof openBrokerTables> | null) {
    this.#database = database;
  }

  /** True where the tables are there but do not hold the broker's sessions as we know them: this witness never speaks. */
  get isMissing(): boolean {
    return this.#columns !== null && !hasBrokerSessions(this.#columns);
  }

  /**
   * Reads what is older than thirty seconds of site time of these machines (lower-case UUIDs). Rejects as the database does; what was
   * known stays, and the same machines are due again after the same time.
   */
  async read(now: Instant, machineKeys: Iterable<string>): Promise<void> {
    const database = this.#database;
    if (!database || this.isMissing) return;
    const wanted = new Set(machineKeys);
    this.#forgetOld(now, wanted);
    const due = [...wanted].filter((key) => !this.#isFresh(key, now));
    if (due.length === 0) return;
    const list = await this.#knowColumns(database);
    if (this.isMissing) return;
    for (const key of due) this.#readAt.set(key, now);
    for (let start = 0; start < due.length; start += MACHINES_MAX) {
      const some = due.slice(start, start + MACHINES_MAX);
      const sessions = await readBrokerSessions(database, list, some);
      for (const key of some) this.#take(key, sessions.get(key), now);
    }
  }

  /** What the broker's rows last said of this machine; null where they never did. */
  word(machineKey: string): BrokerWord | null {
    return this.#words.get(machineKey) ?? null;
  }

  /** Machines that were read since this was last called. */
  answered(): Set<string> {
    const answered = this.#answered;
    this.#answered = new Set();
    return answered;
  }

  #take(key: string, sessions: BrokerWord["sessions"] | undefined, readAt: Instant): void {
    if (sessions) this.#words.set(key, { readAt, sessions });
    else this.#words.delete(key);
    this.#answered.add(key);
  }

  #isFresh(key: string, now: Instant): boolean {
    const readAt = this.#readAt.get(key);
    return readAt !== undefined && readAt <= now && now - readAt < READ_EVERY_MS;
  }

  #forgetOld(now: Instant, wanted: ReadonlySet<string>): void {
    for (const [key, readAt] of this.#readAt) {
      if (wanted.has(key) || now - readAt < KEPT_MS) continue;
      this.#readAt.delete(key);
      this.#words.delete(key);
    }
  }

  async #knowColumns(database: ReturnType<typeof openBrokerTables>): Promise<ColumnList> {
    if (this.#columns) return this.#columns;
    this.#columns = new ColumnList(database.dialect, await checkColumns(database, BROKER_NEEDS));
    if (this.isMissing) log.info("the broker tables hold no sessions that can be read: one witness fewer");
    return this.#columns;
  }
}
