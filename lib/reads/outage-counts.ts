import type { OutageResponse } from "@/lib/api/contract/leases";
import type { Instant } from "@/lib/domain/site";
import { fold } from "./fold";
import type { FlatPairs, PairScope } from "./outage-flat";
import { type Totals, totalsOf } from "./outage-index";
import { WITHIN_MS } from "./outage-list";
import type { OutageTerms } from "./outage-terms";
import { COVERED_CODE, reasonAt } from "./outage-wards";
import { searchFirst } from "./sorting";

type Counted = Totals & Pick<OutageResponse, "people" | "byGroup" | "byReason" | "falling">;

/** What does not move with the time. `untils`: when covered pairs fall out, ascending. */
interface Standing {
  readonly counted: Omit<Counted, "falling">;
  readonly untils: Float64Array;
}

/** Windows of one list and many viewers ask for the same counts, which only a verdict changes. */
const standings = new WeakMap<FlatPairs, Standing>();

/** Everything that is counted over the pairs of a scope. */
export function countPairs(terms: OutageTerms, scope: PairScope, now: Instant): Counted {
  const known = scope.isMeant === null ? standings.get(scope.flat) : undefined;
  const standing = known ?? count(terms, scope);
  if (scope.isMeant === null) standings.set(scope.flat, standing);
  const { counted, untils } = standing;
  const before = (end: Instant) => searchFirst(untils.length, (at) => (untils[at] ?? 0) >= end);
  const gone = searchFirst(untils.length, (at) => (untils[at] ?? 0) > now);
  const within = (ms: number) => Math.max(0, before(now + ms) - gone);
  return { ...counted, falling: { day: within(WITHIN_MS["24h"]), threeDays: within(WITHIN_MS["3d"]) } };
}

function count(terms: OutageTerms, scope: PairScope): Standing {
  const counts = new Uint32Array(terms.codesMost);
  const people = { all: 0, some: 0, none: 0 };
  for (let person = 0; person < scope.flat.people.length; person += 1) {
    const reached = countPerson(counts, scope, person);
    if (reached !== null) people[reached] += 1;
  }
  const byCode = Array.from(counts, (each, code) => [code, each] as const).filter(([, each]) => each > 0);
  const totals = totalsOf(byCode.map(([code, each]) => [code & 15, each] as const));
  const counted = { ...totals, people, byGroup: byGroupOf(terms, byCode), byReason: reasonsOf(byCode) };
  return { counted, untils: untilsOf(scope) };
}

/** Adds one person's pairs, by their codes. Null where none is meant. */
function countPerson(
  counts: Uint32Array,
  { flat: { starts, codes }, isMeant }: PairScope,
  person: number,
): "all" | "some" | "none" | null {
  const end = starts[person + 1] ?? 0;
  let [covered, pairs] = [0, 0];
  for (let place = starts[person] ?? 0; place < end; place += 1) {
    if (isMeant !== null && !isMeant(place)) continue;
    const code = codes[place] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
    pairs += 1;
    if ((code & 15) === COVERED_CODE) covered += 1;
  }
  if (pairs === 0) return null;
  if (covered === 0) return "none";
  return covered === pairs ? "all" : "some";
}

function untilsOf({ flat: { people, starts }, isMeant }: PairScope): Float64Array {
  const untils: Instant[] = [];
  for (const [person, { record }] of people.entries()) {
    for (const { at, verdict } of record.bound) {
      const isAsked = isMeant === null || isMeant((starts[person] ?? 0) + at);
      if (verdict.until !== null && isAsked) untils.push(verdict.until);
    }
  }
  return Float64Array.from(untils).sort();
}

type Counts = readonly (readonly [code: number, count: number])[];

function byGroupOf(terms: OutageTerms, byCode: Counts): OutageResponse["byGroup"] {
  const groups = new Map<number, [code: number, count: number][]>();
  for (const [code, each] of byCode) {
    const own = groups.get(code >> 4) ?? [];
    own.push([code & 15, each]);
    groups.set(code >> 4, own);
  }
  const rows = [...groups].map(([code, own]) => {
    const { key, name } = terms.groupAt(code);
    return { key, name: name || "Not named", ...totalsOf(own), why: reasonsOf(own) };
  });
  return rows.sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1));
}

function reasonsOf(byCode: Counts): Record<string, number> {
  const reasons: Record<string, number> = {};
  for (const [code, each] of byCode) {
    const why = reasonAt(code & 15);
    if (why !== null) reasons[why] = (reasons[why] ?? 0) + each;
  }
  return reasons;
}
