import type { OutageResponse } from "@/lib/api/contract/leases";
import { bucketOf } from "@/lib/domain/lease/buckets";
import type { Instant } from "@/lib/domain/site";
import { fold } from "./fold";
import { coverageAt, type Totals, totalsOf } from "./outage-index";
import type { PairScope } from "./outage-list";
import type { OutageTerms } from "./outage-terms";
import { COVERED_CODE, type PersonCover, reasonAt } from "./outage-wards";

type Counted = Totals & Pick<OutageResponse, "people" | "byGroup" | "byReason" | "falling">;

/** Everything that is counted over the pairs of a scope, in one pass. */
export function countPairs(terms: OutageTerms, { people, isMeant }: PairScope, now: Instant): Counted {
  // As long as codes go, so that it stays an array of numbers.
  const counts = Array.from({ length: terms.codesMost }, () => 0);
  const reach = { all: 0, some: 0, none: 0 };
  const falling = { day: 0, threeDays: 0 };
  for (const { record } of people) {
    const reached = countPerson(counts, record, isMeant);
    if (reached !== null) reach[reached] += 1;
    countFalling(falling, record, isMeant, now);
  }
  const byCode = counts.map((count, code) => [code, count] as const).filter(([, count]) => count > 0);
  return {
    ...totalsOf(byCode.map(([code, count]) => [code & 15, count] as const)),
    people: reach,
    byGroup: byGroupOf(terms, byCode),
    byReason: reasonsOf(byCode),
    falling,
  };
}

/** Adds one person's pairs, by their codes. Null where none is meant. */
function countPerson(
  counts: number[],
  person: PersonCover,
  isMeant: PairScope["isMeant"],
): "all" | "some" | "none" | null {
  const { codes } = person;
  let [covered, pairs] = [0, 0];
  for (let at = 0; at < codes.length; at += 1) {
    if (isMeant !== null && !isMeant(person, at)) continue;
    const code = codes[at] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
    pairs += 1;
    if ((code & 15) === COVERED_CODE) covered += 1;
  }
  if (pairs === 0) return null;
  if (covered === 0) return "none";
  return covered === pairs ? "all" : "some";
}

function countFalling(
  falling: { day: number; threeDays: number },
  person: PersonCover,
  isMeant: PairScope["isMeant"],
  now: Instant,
): void {
  for (const { at, verdict } of person.bound) {
    if (verdict.until === null || isMeant?.(person, at) === false) continue;
    const bucket = bucketOf(verdict.until, now);
    if (bucket === "day") falling.day += 1;
    if (bucket === "day" || bucket === "threeDays") falling.threeDays += 1;
  }
}

type Counts = readonly (readonly [code: number, count: number])[];

function byGroupOf(terms: OutageTerms, byCode: Counts): OutageResponse["byGroup"] {
  const groups = new Map<number, [code: number, count: number][]>();
  for (const [code, count] of byCode) {
    const own = groups.get(code >> 4) ?? [];
    own.push([code & 15, count]);
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
  for (const [code, count] of byCode) {
    const why = reasonAt(code & 15);
    if (why !== null && coverageAt(code & 15) !== "covered") reasons[why] = (reasons[why] ?? 0) + count;
  }
  return reasons;
}
