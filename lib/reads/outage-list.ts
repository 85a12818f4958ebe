import type { OutageQuery, PairRow } from "@/lib/api/contract/leases";
import { UNCOVERED_REASONS } from "@/lib/domain/lease/outage";
import type { Pair } from "@/lib/domain/lease/pair";
import type { Instant } from "@/lib/domain/site";
import { isoOrNull } from "./envelope";
import type { OutageCover } from "./outage-cover";
import { coverageAt } from "./outage-index";
import { resourceText } from "./outage-person";
import { type BoundPair, type PersonCover, reasonAt } from "./outage-wards";
import type { Entry } from "./record-index";
import { comparePlaced, type Placed, type RowList } from "./row-list";
import type { SiteIndex } from "./site-index";
import { searchFirst } from "./sorting";

/** Pairs as rows. A large site has a million of them, of which a window shows sixty: a row is made when it is asked for. */

/** Whose pairs are asked about, in the order of their names, and which of theirs. */
export interface PairScope {
  readonly people: readonly { readonly record: PersonCover; readonly sortText: string }[];
  /** Null: all of them. */
  readonly isMeant: ((person: PersonCover, at: number) => boolean) | null;
}

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
  const { isMeant } = scope;
  const isShown = (person: PersonCover, at: number) =>
    isWanted[(person.codes[at] ?? 0) & 15] === true && (isMeant === null || isMeant(person, at));
  const isAll = isMeant === null && isWanted.every((each) => each);
  const ends = new Uint32Array(scope.people.length);
  let length = 0;
  for (const [index, { record }] of scope.people.entries()) {
    if (isAll) length += record.codes.length;
    else for (let at = 0; at < record.codes.length; at += 1) if (isShown(record, at)) length += 1;
    ends[index] = length;
  }
  const pairsOf = remember(cover);
  const at = (position: number): Placed<PairEntry> | undefined => {
    const index = searchFirst(ends.length, (each) => (ends[each] ?? 0) > position);
    const owner = scope.people[index];
    if (!owner) return undefined;
    let left = position - (index === 0 ? 0 : (ends[index - 1] ?? 0));
    const place = owner.record.codes.findIndex((_, each) => {
      if (!isShown(owner.record, each)) return false;
      left -= 1;
      return left < 0;
    });
    const pair = pairsOf(owner.record)[place];
    if (!pair) return undefined;
    const entry = { record: { key: pair.key }, person: owner.record, at: place, pair };
    return { value: `${owner.sortText}\n${resourceText(pair, cover.terms)}`, entry };
  };
  return { length, at };
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
  { people, isMeant }: PairScope,
  now: Instant,
  before: Instant,
  isWanted: readonly boolean[],
): RowList<PairEntry> {
  const placed: Placed<PairEntry>[] = [];
  for (const { record } of people) {
    for (const { at, pair, verdict } of record.bound) {
      const isFalling = verdict.until !== null && verdict.until > now && verdict.until < before;
      if (!isFalling || !isWanted[(record.codes[at] ?? 0) & 15] || isMeant?.(record, at) === false) continue;
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
