import type { LogonPace, LogonPeers } from "@/lib/domain/ghost/facts";
import type { Instant, Session } from "@/lib/domain/site";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { checkColumns, MONITOR_NEEDS } from "@/lib/site/tables/columns";
import type { TablesDatabase } from "@/lib/site/tables/database";
import { type LogonCount, readLogonCounts } from "@/lib/site/tables/read-logons";
import { ColumnList } from "@/lib/site/tables/select";
import { LogonPeerBook } from "./logon-peers";
import { middleOf, valueAt } from "./ranks";

/** What this site's own logons take: of the past week by the tables, of the past hours by the live sessions. */

const HOUR = 60 * 60_000;
const WEEK = 7 * 24 * HOUR;
const READ_EVERY_MS = HOUR;
/** After a read that failed: what is known is old by at most an hour, and the next may burden a slow database again. */
const AGAIN_AFTER_MS = 10 * 60_000;
/** Fewer logons say nothing of what is usual. */
const LOGONS_MIN = 20;
/** One in so many is left out at the top: a single logon that hung for hours and then finished is no measure. */
const LEFT_OUT_ONE_IN = 1_000;

export type WeeklyPace = Pick<LogonPace, "longestMs" | "medianMs" | "logons">;

/** The figures of a week's logons, shortest first. To the second, the longest of each second being known exactly. */
export function summariseLogons(counts: readonly LogonCount[]): WeeklyPace {
  const logons = counts.reduce((sum, each) => sum + each.logons, 0);
  if (logons < LOGONS_MIN) return { longestMs: null, medianMs: null, logons };
  const lengths = counts.map((each) => [each.longestMs, each.logons] as const);
  const longestRank = logons - Math.floor(logons / LEFT_OUT_ONE_IN);
  return { longestMs: valueAt(lengths, longestRank), medianMs: valueAt(lengths, middleOf(logons)), logons };
}

export class SiteLogonPace implements LogonPace {
  readonly #database: TablesDatabase;
  readonly #peers = new LogonPeerBook();
  #weekly: WeeklyPace = { longestMs: null, medianMs: null, logons: 0 };
  #readAt: Instant | null = null;
  #dueAt: Instant = 0;
  #reason: string | null = null;
  #columns: ColumnList | null = null;

  constructor(database: TablesDatabase) {
    this.#database = database;
  }

  get longestMs(): number | null {
    return this.#weekly.longestMs;
  }
  get medianMs(): number | null {
    return this.#weekly.medianMs;
  }
  get logons(): number {
    return this.#weekly.logons;
  }
  get readAt(): Instant | null {
    return this.#readAt;
  }

  /**
   * Reads the week's figures where they are due (once an hour of site time) and forgets old logons. Never rejects: a read that fails
   * leaves what was known, with its age, because a slow sum over a week must not stand for a lost database.
   */
  async read(now: Instant): Promise<void> {
    this.#peers.prune(now);
    if (now < this.#dueAt) return;
    try {
      this.#columns ??= new ColumnList(this.#database.dialect, await checkColumns(this.#database, MONITOR_NEEDS));
      this.#weekly = summariseLogons(await readLogonCounts(this.#database, this.#columns, now - WEEK));
      this.#readAt = now;
      this.#dueAt = now + READ_EVERY_MS;
      this.#reason = null;
    } catch (error) {
      this.#dueAt = now + AGAIN_AFTER_MS;
      const reason = describeError(error);
      if (reason !== this.#reason) log.warn({ reason }, "how long logons take here cannot be read");
      this.#reason = reason;
    }
  }

  /** A live session as it is now; call it whenever its record changes. */
  note(session: Session): void {
    this.#peers.note(session);
  }

  /** The session is not live any more. */
  forget(sessionKey: string): void {
    this.#peers.forget(sessionKey);
  }

  around(at: Instant): LogonPeers {
    return this.#peers.around(at);
  }
}
