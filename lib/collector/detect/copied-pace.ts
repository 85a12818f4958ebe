import type { LogonPeers } from "@/lib/domain/ghost/facts";
import type { Instant } from "@/lib/domain/site";
import type { LogonCount } from "@/lib/site/tables/read-logons";
import { summariseLogons, type WeeklyPace } from "../ghosts/logon-pace";
import { LogonPeerBook } from "../ghosts/logon-peers";
import type { PaceWitness } from "../ghosts/witnesses";
import type { CopiedLogon } from "./site-copy";

/** What logons took on a copied site, as a program that had run all the time would know it at a moment. */

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
/** A little more than what the book of peers keeps. */
const PEERS_MS = 4 * HOUR;
const LOGON_MS_MAX = 24 * HOUR;

export class CopiedPace implements PaceWitness {
  readonly #logons: readonly CopiedLogon[];
  #at: Instant | null = null;
  #weekly: WeeklyPace = { longestMs: null, medianMs: null, logons: 0 };
  #peers = new LogonPeerBook();

  constructor(logons: readonly CopiedLogon[]) {
    this.#logons = logons;
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
    return this.#at;
  }

  moveTo(at: Instant): void {
    this.#at = at;
    this.#weekly = summariseLogons(countLogons(this.#logons, at));
    this.#peers = new LogonPeerBook();
    for (const logon of this.#logons) if (logon.began <= at && logon.began > at - PEERS_MS) this.#note(logon, at);
    this.#peers.prune(at);
  }

  around(at: Instant): LogonPeers {
    return this.#peers.around(at);
  }

  /** The copy tells more than the live sessions do: those that ended count as well. */
  note(): void {}
  forget(): void {}

  #note(logon: CopiedLogon, at: Instant): void {
    const isFinished = logon.finishedAt !== null && logon.finishedAt <= at;
    if (!isFinished && logon.sessionEndedAt !== null && logon.sessionEndedAt <= at) return;
    this.#peers.note({
      key: logon.sessionKey,
      anonymous: false,
      reconnect: false,
      brokeredAt: logon.began,
      startedAt: logon.began,
      logOnEndedAt: null,
      logOnDurationMs: isFinished ? logon.tookMs : null,
    });
  }
}

/** The finished logons of the week before `at` by whole seconds, shortest first. */
function countLogons(logons: readonly CopiedLogon[], at: Instant): LogonCount[] {
  const bySecond = new Map<number, { logons: number; longestMs: number }>();
  for (const { began, finishedAt, tookMs } of logons) {
    const isCounted = began >= at - WEEK && finishedAt !== null && finishedAt <= at;
    if (!isCounted || tookMs === null || tookMs < 0 || tookMs > LOGON_MS_MAX) continue;
    const seconds = Math.floor(tookMs / 1_000);
    const known = bySecond.get(seconds);
    bySecond.set(seconds, { logons: (known?.logons ?? 0) + 1, longestMs: Math.max(known?.longestMs ?? 0, tookMs) });
  }
  return [...bySecond].sort(([a], [b]) => a - b).map(([seconds, count]) => ({ seconds, ...count }));
}
