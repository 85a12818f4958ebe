import type { Incident } from "@/lib/domain/ghost/incident";
import { type Capacity, capacityOf, judgeMachine } from "@/lib/domain/lease/capacity";
import type { OutageMechanism } from "@/lib/domain/lease/era";
import { type PairVerdict, UNCOVERED_REASONS } from "@/lib/domain/lease/outage";
import type { Pair } from "@/lib/domain/lease/pair";
import { mayLease } from "@/lib/domain/lease/rules";
import { judgePair, type PairFacts } from "@/lib/domain/lease/verdict";
import type { Instant, Machine, Session } from "@/lib/domain/site";
import { fold } from "./fold";
import type { OutageTerms } from "./outage-terms";
import type { SiteIndex } from "./site-index";

/** Pairs that are judged together: all that lead to one machine, since who is covered there depends on the others. */

/** One person's pairs, as numbers: a large site has a million of them. */
export interface PersonCover {
  /** Pair.userKey. */
  readonly key: string;
  readonly userName: string | null;
  readonly anonymous: boolean;
  /** One for each pair, in the order of their names: sixteen times the group's code, plus that of the verdict. */
  readonly codes: number[];
  /** Those that lead somewhere, or that time changes. */
  readonly bound: readonly BoundPair[];
}

export interface BoundPair {
  readonly person: PersonCover;
  /** Its place in `codes`. */
  readonly at: number;
  readonly pair: Pair;
  verdict: PairVerdict;
}

export const COVERED_CODE = 0;
const REASON_CODES = new Map(UNCOVERED_REASONS.map((why, at) => [why, at + 1] as const));

export function verdictCode({ why }: PairVerdict): number {
  return why === null ? COVERED_CODE : (REASON_CODES.get(why) ?? COVERED_CODE);
}

/** Null for {@link COVERED_CODE}. */
export function reasonAt(code: number): (typeof UNCOVERED_REASONS)[number] | null {
  return UNCOVERED_REASONS[code - 1] ?? null;
}

/** Who judges: by which mechanism and terms, of which site, when. */
export interface Bench {
  readonly index: SiteIndex;
  readonly terms: OutageTerms;
  readonly mechanism: OutageMechanism;
  readonly now: Instant;
}

interface Place {
  readonly machine: Machine | null;
  readonly haunted: ReadonlySet<string>;
}

const NOWHERE: Place = { machine: null, haunted: new Set() };

/** A pair whose machine nobody can tell. No table of the site has the Sids of machines, so one that is named by its Sid alone is such a pair. */
export function judgeAlone(bench: Bench, pair: Pair, person: Pick<PersonCover, "anonymous">): PairVerdict {
  const isVague = pair.machine === null && pair.machineSid === null;
  const vague = isVague ? pair : { ...pair, machine: null, machineSid: null };
  return judgePair(factsOf(bench, { pair: vague, person }, NOWHERE));
}

function factsOf(
  { terms, mechanism, now }: Bench,
  { pair, person }: { readonly pair: Pair; readonly person: Pick<PersonCover, "anonymous"> },
  { machine, haunted }: Place,
): PairFacts {
  return {
    now,
    mechanism,
    pair,
    group: terms.facts(pair.groupKey),
    machine,
    anonymous: person.anonymous,
    leasing: mayLease(terms.rules, pair),
    ghost: haunted.has(pair.userKey),
    full: false,
  };
}

export class Ward {
  /** Of a machine, in upper case; null for pairs whose document names none. */
  readonly machine: string | null;
  readonly pairs = new Set<BoundPair>();
  /** When a verdict here may become another by itself. */
  changesAt: Instant = Number.POSITIVE_INFINITY;

  constructor(machine: string | null) {
    this.machine = machine;
  }

  /** Returns whether any verdict is another than before. */
  judge(bench: Bench): boolean {
    const pairs = [...this.pairs];
    let isMoved = false;
    for (const [at, verdict] of this.#verdicts(bench, pairs).entries()) {
      const bound = pairs[at];
      if (!bound || isSame(bound.verdict, verdict)) continue;
      const { person } = bound;
      isMoved = true;
      bound.verdict = verdict;
      person.codes[bound.at] = ((person.codes[bound.at] ?? 0) & ~15) | verdictCode(verdict);
    }
    this.changesAt = bench.mechanism === "leases" ? nextExpiry(pairs, bench.now) : Number.POSITIVE_INFINITY;
    return isMoved;
  }

  #verdicts(bench: Bench, pairs: readonly BoundPair[]): readonly PairVerdict[] {
    const { index } = bench;
    if (this.machine === null) return pairs.map(({ pair, person }) => judgeAlone(bench, pair, person));
    const [entry, another] = index.machinesNamed.get(fold(this.machine)) ?? [];
    // A bare name that two machines have tells nobody which of them is meant.
    if (another) return pairs.map(({ pair, person }) => judgeAlone(bench, pair, person));
    const machine = entry?.record ?? null;
    const haunted = new Set(machine ? index.snapshot.ghosts.onMachine(machine.key).flatMap(hauntedUser) : []);
    const facts = pairs.map((bound) => factsOf(bench, bound, { machine, haunted }));
    return judgeMachine(facts, crowdOn(index, machine));
  }
}

function isSame(a: PairVerdict, b: PairVerdict): boolean {
  return a.why === b.why && a.until === b.until;
}

function nextExpiry(pairs: readonly BoundPair[], now: Instant): Instant {
  let next = Number.POSITIVE_INFINITY;
  for (const { pair } of pairs) {
    for (const lease of [pair.launch, pair.enumeration]) {
      if (lease && lease.expiresAt > now && lease.expiresAt < next) next = lease.expiresAt;
    }
  }
  return next;
}

const NO_PLACES: Capacity = { places: null, estimated: true };

function crowdOn(index: SiteIndex, machine: Machine | null) {
  if (!machine) return { capacity: NO_PLACES, sessions: 0, present: new Set<string>() };
  const there = index.sessionsOnMachine(machine.key);
  const present = new Set(there.flatMap(({ record }) => ownerOfSession(record) ?? []));
  return { capacity: capacityOf(machine, there.length), sessions: there.length, present };
}

/** Pair.userKey of a session's user; null where nothing names one. */
export function ownerOfSession({ userKey, user }: Pick<Session, "userKey" | "user">): string | null {
  return userKey ?? user?.toLowerCase() ?? null;
}

/**
 * Whose ghost stands in the way of a logon. A suspect may be somebody at work, and a session that is just old is one to come back to: neither
 * keeps its user out.
 */
function hauntedUser(incident: Incident): string[] {
  const isInTheWay =
    incident.subject.kind === "session" && incident.class !== "just-old" && incident.state !== "suspect";
  const owner = isInTheWay ? ownerOfSession(incident) : null;
  return owner === null ? [] : [owner];
}
