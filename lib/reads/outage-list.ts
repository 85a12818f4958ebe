import type { OutageQuery, PairRow } from "@/lib/api/contract/leases";
import { UNCOVERED_REASONS } from "@/lib/domain/lease/outage";
import type { Pair } from "@/lib/domain/lease/pair";
import type { Instant } from "@/lib/domain/site";
import { isoOrNull } from "./envelope";
import type { OutageCover } from "./outage-cover";
import type { PairScope } from "./outage-flat";
import { coverageAt } from "./outage-index";
import { resourceText } from "./outage-person";
import { type BoundPair, type PersonCover, reasonAt } from "./outage-wards";
import type { Entry } from "./record-index";
import { comparePlaced, type Placed, type RowList } from "./row-list";
import type { SiteIndex } from "./site-index";
import { searchFirst } from "./sorting";

/** Pairs as rows. A large site has a million of them, of which a window shows sixty: a row is made when it is asked for. */

export interface PairEntry extends Entry<{ readonly key: string }> {
  readonly person: PersonCover;
  readonly at: number;
  readonly pair: Pair;
}

const DAY_MS = 86_400_000;
export const WITHIN_MS = { "24h": DAY_MS, "3d": 3 * DAY_MS } as const;

type Verdicts = Pick<OutageQuery, "coverage" | "why" | "within">;

/** By user and resource; those that fall out within a time by when they do. */
export function pairRows(cover: OutageCover, scope: PairScope, query: Verdicts, now: Instant): RowList<PairEntry> {
  const isWanted = Array.from({ length: UNCOVERED_REASONS.length + 1 }, (_, code) => isCodeWanted(code, query));
  if (query.within) return fallingRows(scope, now, now + WITHIN_MS[query.within], isWanted);
  const { people, starts, codes } = scope.flat;
  const places = shownPlaces(scope, isWanted);
  const pairsOf = remember(cover);
  const at = (position: number): Placed<PairEntry> | undefined => {
    const place = places === null ? position : places[position];
    if (place === undefined || place >= codes.length) return undefined;
    const index = searchFirst(people.length, (each) => (starts[each + 1] ?? 0) > place);
    const owner = people[index];
    const own = place - (starts[index] ?? 0);
    const pair = owner && pairsOf(owner.record)[own];
    if (!pair) return undefined;
    const entry = { record: { key: pair.key }, person: owner.record, at: own, pair };
    return { value: `${owner.sortText}\n${resourceText(pair, cover.terms)}`, entry };
  };
  return { length: places?.length ?? codes.length, at };
}

/** Places in `codes` of the pairs that are asked about; null for all. */
function shownPlaces({ flat: { codes }, isMeant }: PairScope, isWanted: readonly boolean[]): Uint32Array | null {
  if (isMeant === null && isWanted.every((each) => each)) return null;
  const places = new Uint32Array(codes.length);
  let length = 0;
  for (let place = 0; place < codes.length; place += 1) {
    if (!isWanted[(codes[place] ?? 0) & 15] || (isMeant !== null && !isMeant(place))) continue;
    places[length] = place;
    length += 1;
  }
  return places.subarray(0, length);
}

function isCodeWanted(code: number, { coverage, why }: Verdicts): boolean {
  return (!coverage || coverageAt(code) === coverage) && (!why || reasonAt(code) === why);
}

/** Neighbours in a window are of the same person. */
function remember(cover: OutageCover): (person: PersonCover) => readonly Pair[] {
  const known = new Map<PersonCover, readonly Pair[]>();
  return (person) => {
    const pairs = known.get(person) ?? cover.pairsOf(person.key);
    known.set(person, pairs);
    return pairs;
  };
}

function fallingRows(
  { flat: { people, starts, codes }, isMeant }: PairScope,
  now: Instant,
  before: Instant,
  isWanted: readonly boolean[],
): RowList<PairEntry> {
  const placed: Placed<PairEntry>[] = [];
  for (const [index, { record }] of people.entries()) {
    for (const { at, pair, verdict } of record.bound) {
      if (verdict.until === null || verdict.until <= now || verdict.until >= before) continue;
      const place = (starts[index] ?? 0) + at;
      if (!isWanted[(codes[place] ?? 0) & 15] || isMeant?.(place) === false) continue;
      placed.push({ value: verdict.until, entry: { record: { key: pair.key }, person: record, at, pair } });
    }
  }
  placed.sort(comparePlaced);
  return { length: placed.length, at: (position) => placed[position] };
}

export function pairRow(index: SiteIndex, { terms }: OutageCover, { person, at, pair }: PairEntry): PairRow {
  const code = person.codes[at] ?? 0;
  const known = index.people.get(person.key)?.record;
  const machine = pair.machine === null ? null : index.machineCalled(pair.machine);
  return {
    user: person.userName,
    userFullName: known?.fullName ?? null,
    userKey: known?.key ?? null,
    group: terms.groupAt(code >> 4).name || null,
    application: pair.application,
    coverage: coverageAt(code & 15),
    why: reasonAt(code & 15),
    until: isoOrNull(boundAt(person, at)?.verdict.until ?? null),
    machine: machine?.name ?? pair.machine,
    machineKey: machine?.key ?? null,
    leaseKey: pair.launch?.key ?? pair.enumeration?.key ?? null,
  };
}

function boundAt({ bound }: PersonCover, at: number): BoundPair | undefined {
  return bound.find((each) => each.at === at);
}
