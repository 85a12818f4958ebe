import type { OutageQuery, OutageResponse } from "@/lib/api/contract/leases";
import { mechanismOf } from "@/lib/domain/lease/era";
import { DeskError } from "@/lib/errors";
import { coverageTrend } from "./coverage-trend";
import { envelopeOf } from "./envelope";
import { fold } from "./fold";
import { resolveMachineName, resolveOwnerNames } from "./lease-owner";
import { controllerAnswers, siteAnswer } from "./lease-site";
import { assumptionsOf } from "./outage-assumptions";
import { countPairs } from "./outage-counts";
import type { CoverEntry, OutageCover } from "./outage-cover";
import { type FlatPairs, flatten, type PairScope } from "./outage-flat";
import { inUseNow } from "./outage-in-use";
import { judgeInSteps, type OutageNow, outageNow } from "./outage-index";
import { pairRow, pairRows } from "./outage-list";
import type { PersonCover } from "./outage-wards";
import type { SampleReading } from "./read-timeouts";
import { resolveGroupKey } from "./resolve-key";
import { type SiteIndex, siteIndex } from "./site-index";
import { cutWindow } from "./window";

/**
 * If the database failed now: counts over the group, user and server that were asked about, and one window of their pairs. Throws DeskError `invalid`,
 * `not-found` or `conflict`, naming the parameter.
 */
export async function readOutage(reading: SampleReading, query: OutageQuery): Promise<OutageResponse> {
  // Nobody need wait for our own tables where the site was not read yet.
  siteIndex(reading.site);
  const trend = await coverageTrend(reading.desk, reading.siteId).read(reading.now);
  await judgeInSteps(reading.site);
  const outage = outageNow(reading);
  const { index, era } = outage;
  return {
    ...envelopeOf(reading, index.snapshot),
    ...siteAnswer(reading.site, index),
    inUse: inUseNow(reading.site, index, era),
    ...pairsAnswer(reading, query, outage),
    trend,
    controllers: controllerAnswers(reading.site, index),
  };
}

type PairsAnswer = Omit<
  OutageResponse,
  "version" | "asOf" | "now" | "sources" | "era" | "flags" | "release" | "reading" | "inUse" | "trend" | "controllers"
>;

function pairsAnswer(reading: SampleReading, query: OutageQuery, { index, era, cover }: OutageNow): PairsAnswer {
  const names = namesOf(index, query);
  const mechanism = mechanismOf(era);
  if (!cover || mechanism === null) return NOTHING_TOLD;
  const scope = scopeOf(index, cover, query, names);
  const rows = pairRows(cover, scope, query, reading.now);
  const { entries, ...window } = cutWindow(rows, query, nameOfList(query));
  return {
    ...countPairs(cover.terms, scope, reading.now),
    ...window,
    rows: entries.map((entry) => pairRow(index, cover, entry)),
    assumptions: assumptionsOf(mechanism, cover.terms.rules),
  };
}

/** Unknown is not zero. */
const NOTHING_TOLD: PairsAnswer = {
  ...{ covered: null, uncovered: null, unknown: null, people: null, falling: null },
  ...{ byGroup: [], byReason: {}, total: 0, first: 0, rows: [], next: null, assumptions: [] },
};

/** What the parameters name; a name that nobody has is wrong whatever can be told of the pairs. */
interface Names {
  readonly owners: readonly string[] | null;
  readonly machine: string | null;
}

function namesOf(index: SiteIndex, { user, server }: OutageQuery): Names {
  return {
    owners: user ? resolveOwnerNames(index, user, "user") : null,
    machine: server ? resolveMachineName(index, server, "server") : null,
  };
}

function scopeOf(index: SiteIndex, cover: OutageCover, { group }: OutageQuery, { owners, machine }: Names): PairScope {
  const groupCode = group ? codeOfGroup(index, cover, group) : null;
  const leading = machine === null ? null : leadingTo(cover, machine);
  const flat = leading || owners ? flatten(someOf(cover, owners, leading)) : cover.flat();
  const { codes } = flat;
  const leads = leading && leadingPlaces(flat, leading);
  if (groupCode === null && leads === null) return { flat, isMeant: null };
  const isOfGroup = (place: number) => groupCode === null || (codes[place] ?? 0) >> 4 === groupCode;
  return { flat, isMeant: (place) => isOfGroup(place) && (leads === null || leads.has(place)) };
}

/** Whose pairs lead to that machine, and which of theirs. */
type Leading = ReadonlyMap<PersonCover, readonly number[]>;

function leadingTo(cover: OutageCover, machine: string): Leading {
  const leading = new Map<PersonCover, number[]>();
  for (const { person, at } of cover.boundTo(machine)) leading.set(person, [...(leading.get(person) ?? []), at]);
  return leading;
}

function someOf({ people }: OutageCover, owners: readonly string[] | null, leading: Leading | null): CoverEntry[] {
  const named = owners?.flatMap((name) => people.get(name) ?? people.get(name.toLowerCase()) ?? []);
  const led = leading && [...leading.keys()].flatMap(({ key }) => people.get(key) ?? []);
  const some = new Set(named ?? led ?? []);
  if (named && led) for (const entry of some) if (!led.includes(entry)) some.delete(entry);
  return [...some].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

function leadingPlaces({ people, starts }: FlatPairs, leading: Leading): ReadonlySet<number> {
  return new Set(
    people.flatMap(({ record }, index) => (leading.get(record) ?? []).map((at) => (starts[index] ?? 0) + at)),
  );
}

/** A group of the site, or one that only leases know. -1 where no pair is of it. */
function codeOfGroup(index: SiteIndex, { terms }: OutageCover, group: string): number {
  const named = terms.groupOf(`\n${fold(group.trim())}`);
  try {
    return terms.groupOf(resolveGroupKey(index, group, "group"))?.code ?? -1;
  } catch (error) {
    if (error instanceof DeskError && error.code === "not-found" && named) return named.code;
    throw error;
  }
}

/** A cursor belongs to the list with exactly this filter. */
function nameOfList({ group, user, server, coverage, why, within }: OutageQuery): string {
  return JSON.stringify(["outage", group, user, server, coverage, why, within]);
}
