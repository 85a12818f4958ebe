import type { Instant } from "@/lib/domain/site";

/** Which server is asked next for its Windows sessions. Knows nothing of answers but whether they came; times are site times. */

export interface AskOrders {
  readonly now: Instant;
  /** Machines to be heard at once, the most pressing first; each stays urgent until it was asked, even if not named again. */
  readonly urgent: Iterable<string>;
  /** Machines to be heard at least every `sweepMs`. */
  readonly sweep: Iterable<string>;
  readonly sweepMs: number;
}

interface Turn {
  askedAt: Instant | null;
  /** Asks in a row without an answer. */
  failures: number;
  isAsking: boolean;
  /** Since when it has been in either list without a break. */
  urgentSince: Instant | null;
  sweptSince: Instant | null;
}

const MINUTE = 60_000;
/** A server that cannot be asked is asked less and less often, up to this. */
const BACK_OFF_MS_MAX = 10 * MINUTE;
const KEPT_MS = 60 * MINUTE;
/** Where sweeps are late, so many urgent asks go between two of them: a flood of suspects must not stop the sweep. */
const URGENT_RUN_MAX = 3;

export class AskPlan {
  readonly #turns = new Map<string, Turn>();
  #plannedAt: Instant | null = null;
  #urgent: string[] = [];
  #sweep: string[] = [];
  /** Sweep asks that the time passed allows, with the fraction that is left. */
  #granted = 0;
  #lateSweeps = 0;
  #urgentRun = 0;

  /** Plans anew. A sweep that was planned and not begun yet is planned again only where it is still wanted. */
  update({ now, urgent, sweep, sweepMs }: AskOrders): void {
    const elapsedMs = this.#plannedAt === null ? 0 : Math.max(0, now - this.#plannedAt);
    this.#plannedAt = now;
    const wanted = { urgent: new Set([...urgent, ...this.#stillUrgent()]), sweep: new Set(sweep) };
    this.#enlist(wanted.urgent, "urgentSince", now);
    this.#enlist(wanted.sweep, "sweptSince", now);
    this.#forgetOld(now);
    this.#urgent = this.#orderUrgent(wanted.urgent, now);
    this.#granted += (wanted.sweep.size * Math.min(elapsedMs, sweepMs)) / sweepMs;
    // One that would be late before the next update, if that comes as late as this one, is asked now.
    this.#planSweep(wanted, now, now - sweepMs + elapsedMs);
  }

  /** Takes the next machine to ask; null where nothing is planned. */
  next(): string | null {
    const sweepFirst = this.#urgent.length === 0 || (this.#lateSweeps > 0 && this.#urgentRun >= URGENT_RUN_MAX);
    if (sweepFirst) {
      const swept = this.#sweep.shift();
      if (swept !== undefined) {
        this.#urgentRun = 0;
        this.#lateSweeps = Math.max(0, this.#lateSweeps - 1);
        this.#granted = Math.max(0, this.#granted - 1);
        return swept;
      }
    }
    this.#urgentRun += 1;
    return this.#urgent.shift() ?? null;
  }

  began(key: string, at: Instant): void {
    const turn = this.#turnOf(key);
    turn.askedAt = at;
    turn.isAsking = true;
  }

  ended(key: string, isAnswered: boolean): void {
    const turn = this.#turnOf(key);
    turn.isAsking = false;
    turn.failures = isAnswered ? 0 : turn.failures + 1;
  }

  /** Plans nothing any more. */
  clear(): void {
    this.#urgent = [];
    this.#sweep = [];
  }

  /** Whether anything is known of this machine still. */
  knows(key: string): boolean {
    return this.#turns.has(key);
  }

  #turnOf(key: string): Turn {
    const known = this.#turns.get(key);
    if (known) return known;
    const turn: Turn = { askedAt: null, failures: 0, isAsking: false, urgentSince: null, sweptSince: null };
    this.#turns.set(key, turn);
    return turn;
  }

  /** Machines that became urgent and were not asked since: it may not have been their time yet, or all places were taken. */
  #stillUrgent(): string[] {
    return [...this.#turns].filter(([, turn]) => turn.urgentSince !== null && isUnheard(turn)).map(([key]) => key);
  }

  #enlist(wanted: ReadonlySet<string>, since: "urgentSince" | "sweptSince", now: Instant): void {
    for (const key of wanted) this.#turnOf(key)[since] ??= now;
    for (const [key, turn] of this.#turns) if (!wanted.has(key)) turn[since] = null;
  }

  #forgetOld(now: Instant): void {
    for (const [key, turn] of this.#turns) {
      const isWanted = turn.urgentSince !== null || turn.sweptSince !== null || turn.isAsking;
      if (!isWanted && now - (turn.askedAt ?? 0) > KEPT_MS) this.#turns.delete(key);
    }
  }

  /** In the given order those that were not asked since they became urgent, then the others in turn; last those that fail. */
  #orderUrgent(wanted: ReadonlySet<string>, now: Instant): string[] {
    const ranked = [...wanted]
      .map((key) => ({ key, turn: this.#turnOf(key) }))
      .filter(({ turn }) => mayAsk(turn, now))
      .map(({ key, turn }) => {
        const waitsSince = isUnheard(turn) ? 0 : (turn.askedAt ?? 0);
        return { key, isFailing: turn.failures > 0, waitsSince };
      });
    ranked.sort((a, b) => Number(a.isFailing) - Number(b.isFailing) || a.waitsSince - b.waitsSince);
    return ranked.map(({ key }) => key);
  }

  /** As many as were granted or are late, those first whose last ask (or whose joining) is the longest ago. */
  #planSweep(
    wanted: { urgent: ReadonlySet<string>; sweep: ReadonlySet<string> },
    now: Instant,
    lateFrom: Instant,
  ): void {
    const urgent = new Set(this.#urgent);
    const waiting: { key: string; since: Instant }[] = [];
    this.#lateSweeps = 0;
    for (const key of wanted.sweep) {
      const turn = this.#turnOf(key);
      if (urgent.has(key) || !mayAsk(turn, now)) continue;
      const since = Math.max(turn.askedAt ?? 0, turn.sweptSince ?? 0);
      if (since < lateFrom) this.#lateSweeps += 1;
      waiting.push({ key, since });
    }
    this.#granted = Math.min(this.#granted, waiting.length + 1);
    const count = Math.min(Math.max(Math.floor(this.#granted), this.#lateSweeps), waiting.length);
    if (count > 0) waiting.sort((one, other) => one.since - other.since);
    this.#sweep = waiting.slice(0, count).map(({ key }) => key);
  }
}

/** Whether it was not asked since it became urgent. */
function isUnheard({ askedAt, urgentSince }: Turn): boolean {
  return askedAt === null || askedAt < (urgentSince ?? 0);
}

function mayAsk({ askedAt, failures, isAsking }: Turn, now: Instant): boolean {
  if (isAsking) return false;
  if (askedAt === null) return true;
  // Asked in what is now the future: the site's clock was set back.
  if (askedAt > now + MINUTE) return true;
  return now - askedAt >= Math.min(BACK_OFF_MS_MAX, MINUTE * 2 ** Math.max(0, failures - 1));
}
