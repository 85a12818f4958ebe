import type { LogonPeers } from "@/lib/domain/ghost/facts";
import type { Instant, Session } from "@/lib/domain/site";
import { middleOf, valueAt } from "./ranks";

/**
 * The logons of the last hours by the minute in which they began: when many begin at once and few finish, the site is slow and no
 * session is dead. Durations are kept in whole seconds, rounded up.
 */

const MINUTE = 60_000;
const KEPT_MINUTES = 180;
/** Minutes to either side that count as the same time. */
const AROUND_MINUTES = 10;

const UNFINISHED = -1;

interface Logon {
  readonly minute: number;
  /** {@link UNFINISHED} while it runs. */
  readonly seconds: number;
}

interface Bucket {
  unfinished: number;
  finished: number;
  /** How many took so many seconds. */
  readonly bySeconds: Map<number, number>;
}

/** What of a session tells its logon. */
export type LogonSigns = Pick<
  Session,
  "key" | "anonymous" | "reconnect" | "brokeredAt" | "startedAt" | "logOnEndedAt" | "logOnDurationMs"
>;

export class LogonPeerBook {
  readonly #logons = new Map<string, Logon>();
  readonly #buckets = new Map<number, Bucket>();
  #firstMinute = 0;

  /** A live session as it is now. Anonymous sessions load no profile and reconnects log nobody on: they say nothing. */
  note(session: LogonSigns): void {
    const known = this.#logons.get(session.key);
    const logon = session.reconnect ? afterReconnect(session, known) : firstLogon(session);
    if (!logon || logon.minute < this.#firstMinute) return;
    if (known?.minute === logon.minute && known.seconds === logon.seconds) return;
    if (known) this.#count(known, -1);
    this.#logons.set(session.key, logon);
    this.#count(logon, 1);
  }

  /** The session ended: a logon that had finished stays counted, one that never did is no logon any more. */
  forget(key: string): void {
    const logon = this.#logons.get(key);
    if (!logon) return;
    this.#logons.delete(key);
    if (logon.seconds === UNFINISHED) this.#count(logon, -1);
  }

  /** The logons that began at most ten minutes before or after `at`, in whole minutes, and what became of them. */
  around(at: Instant): LogonPeers {
    const minute = Math.floor(at / MINUTE);
    const merged: Bucket = { unfinished: 0, finished: 0, bySeconds: new Map() };
    for (let each = minute - AROUND_MINUTES; each <= minute + AROUND_MINUTES; each += 1) {
      const bucket = this.#buckets.get(each);
      if (!bucket) continue;
      merged.unfinished += bucket.unfinished;
      merged.finished += bucket.finished;
      for (const [seconds, logons] of bucket.bySeconds) {
        merged.bySeconds.set(seconds, (merged.bySeconds.get(seconds) ?? 0) + logons);
      }
    }
    const { unfinished, finished } = merged;
    return { unfinished, finished, ...durationsIn(merged) };
  }

  /** Forgets what began more than three hours ago. */
  prune(now: Instant): void {
    const first = Math.floor(now / MINUTE) - KEPT_MINUTES;
    if (first <= this.#firstMinute) return;
    this.#firstMinute = first;
    for (const minute of this.#buckets.keys()) if (minute < first) this.#buckets.delete(minute);
    for (const [key, { minute }] of this.#logons) if (minute < first) this.#logons.delete(key);
  }

  #count({ minute, seconds }: Logon, by: 1 | -1): void {
    const bucket = this.#buckets.get(minute) ?? { unfinished: 0, finished: 0, bySeconds: new Map() };
    this.#buckets.set(minute, bucket);
    if (seconds === UNFINISHED) {
      bucket.unfinished += by;
      return;
    }
    bucket.finished += by;
    const logons = (bucket.bySeconds.get(seconds) ?? 0) + by;
    if (logons === 0) bucket.bySeconds.delete(seconds);
    else bucket.bySeconds.set(seconds, logons);
  }
}

function firstLogon(session: LogonSigns): Logon | null {
  const start = session.brokeredAt ?? session.startedAt;
  if (session.anonymous || start === null) return null;
  const tookMs = session.logOnEndedAt === null ? null : session.logOnEndedAt - start;
  return { minute: Math.floor(start / MINUTE), seconds: toSeconds(session.logOnDurationMs ?? tookMs) };
}

/** The connection's dates are now the reconnect's; only how long the logon took is still known, of the session itself. */
function afterReconnect(session: LogonSigns, known: Logon | undefined): Logon | null {
  if (!known || session.logOnDurationMs === null) return null;
  return { minute: known.minute, seconds: toSeconds(session.logOnDurationMs) };
}

/** A machine whose clock is behind ends a logon before it began: it took no time that we could tell. */
function toSeconds(ms: number | null): number {
  return ms === null ? UNFINISHED : Math.max(0, Math.ceil(ms / 1000));
}

function durationsIn({ finished, bySeconds }: Bucket): Pick<LogonPeers, "medianMs" | "longestMs"> {
  if (finished === 0) return { medianMs: null, longestMs: null };
  const lengths = [...bySeconds].sort(([one], [other]) => one - other);
  return { medianMs: valueAt(lengths, middleOf(finished)) * 1000, longestMs: valueAt(lengths, finished) * 1000 };
}
