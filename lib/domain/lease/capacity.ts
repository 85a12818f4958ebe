import type { Instant, Machine } from "../site";
import type { PairVerdict } from "./outage";
import { judgePair, type PairFacts } from "./verdict";

/**
 * How many people one machine takes. Leases lead everybody to the machine they had last, and nothing balances load then, so those leased to it are
 * weighed against it. An estimate: load is taken to grow with sessions as it did until now, and full is a load index of 10,000.
 */

const FULL = 10_000;
/** Of less nothing is concluded: a server without anybody has load too, so at low load the sum would find too few places. */
const LOAD_LEAST = 4_000;
const SESSIONS_LEAST = 3;

export interface Capacity {
  /** Sessions that it holds at most; null where nobody can tell. */
  readonly places: number | null;
  /** False where it is a fact: one on a single-session machine. */
  readonly estimated: boolean;
}

const UNKNOWN: Capacity = { places: null, estimated: true };

/** `sessions` are those on the machine now. */
export function capacityOf(
  { sessionSupport, loadIndex }: Pick<Machine, "sessionSupport" | "loadIndex">,
  sessions: number,
): Capacity {
  if (sessionSupport === "SingleSession") return { places: 1, estimated: false };
  if (sessionSupport !== "MultiSession" || loadIndex === null) return UNKNOWN;
  if (loadIndex >= FULL) return { places: sessions, estimated: true };
  if (loadIndex < LOAD_LEAST || sessions < SESSIONS_LEAST) return UNKNOWN;
  return { places: Math.floor((sessions * FULL) / loadIndex), estimated: true };
}

/** Who is on the machine now. */
export interface Crowd {
  readonly capacity: Capacity;
  readonly sessions: number;
  /** Users (Pair.userKey) who have a session there: they keep their place. */
  readonly present: ReadonlySet<string>;
}

export interface Leaseholder {
  readonly userKey: string;
  readonly launchedAt: Instant;
}

/** Users for whom no place is left, one place a person. Those with a session stay, then who launched last comes first. */
export function crowdedOut(crowd: Crowd, wanting: readonly Leaseholder[]): ReadonlySet<string> {
  const { places } = crowd.capacity;
  if (places === null) return new Set();
  const newest = new Map<string, Instant>();
  for (const { userKey, launchedAt } of wanting) {
    if (!crowd.present.has(userKey)) newest.set(userKey, Math.max(launchedAt, newest.get(userKey) ?? launchedAt));
  }
  const free = Math.max(0, places - crowd.sessions);
  if (newest.size <= free) return new Set();
  const inTurn = [...newest].sort(([a, at], [b, other]) => other - at || (a < b ? -1 : 1));
  return new Set(inTurn.slice(free).map(([userKey]) => userKey));
}

/**
 * Verdicts of all pairs that lead to one machine, in their order; `full` of the facts is not looked at. Only who would be covered otherwise takes a place. In the
 * cache era load is balanced, so nobody is crowded out.
 */
export function judgeMachine(facts: readonly PairFacts[], crowd: Crowd): PairVerdict[] {
  const verdicts = facts.map((each) => judgePair(each.full ? { ...each, full: false } : each));
  const wanting = facts.flatMap(({ mechanism, pair }, at): Leaseholder[] => {
    if (mechanism !== "leases" || verdicts[at]?.coverage !== "covered" || !pair.launch) return [];
    return [{ userKey: pair.userKey, launchedAt: pair.launch.modifiedAt }];
  });
  const out = crowdedOut(crowd, wanting);
  if (out.size === 0) return verdicts;
  return facts.map((each, at) => {
    const verdict = verdicts[at] ?? judgePair(each);
    const isOut = verdict.coverage === "covered" && each.mechanism === "leases" && out.has(each.pair.userKey);
    return isOut ? judgePair({ ...each, full: true }) : verdict;
  });
}
