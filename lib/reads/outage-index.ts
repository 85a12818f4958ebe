import { setImmediate } from "node:timers/promises";
import { eraOf, mechanismOf, type OutageMechanism } from "@/lib/domain/lease/era";
import { type OutageEra, UNCOVERED_REASONS } from "@/lib/domain/lease/outage";
import type { Reading } from "./envelope";
import type { OutageCover } from "./outage-cover";
import { reasonAt } from "./outage-wards";
import { type SiteIndex, siteIndex } from "./site-index";

/** The outage answer at this moment, counted. */

export interface OutageNow {
  readonly index: SiteIndex;
  readonly era: OutageEra;
  /** Null where nothing can be told: nothing brokers without the database, or the leases that would were not read. */
  readonly cover: OutageCover | null;
}

export function outageNow(reading: Pick<Reading, "site" | "now">): OutageNow {
  const index = siteIndex(reading.site);
  const era = eraOfSite(reading.site);
  const mechanism = judgedBy(era, index);
  index.outage.settle(mechanism, reading.now);
  return { index, era, cover: mechanism === null ? null : index.outage };
}

/** Where much has to be judged, in steps of a few milliseconds: done at once it would hold up everybody. */
export async function judgeInSteps(site: Reading["site"]): Promise<void> {
  const index = siteIndex(site);
  const mechanism = judgedBy(eraOfSite(site), index);
  if (!index.outage.isFarBehind(mechanism)) return;
  const steps = index.outage.stepsSince(mechanism, index.snapshot.asOf);
  while (!steps.next().done) {
    index.outage.inOrder();
    await setImmediate();
  }
}

export function eraOfSite({ sdkSite }: Reading["site"]): OutageEra {
  return eraOf({
    leasing: sdkSite?.connectionLeasingEnabled ?? null,
    cache: sdkSite?.localHostCacheEnabled ?? null,
  });
}

/** Leases that were not read cover nobody and leave nobody out. */
export function judgedBy(era: OutageEra, { snapshot }: SiteIndex): OutageMechanism | null {
  const mechanism = mechanismOf(era);
  return mechanism === "leases" && snapshot.leases.reading.asOf === null ? null : mechanism;
}

export interface Totals {
  covered: number;
  uncovered: number;
  unknown: number;
}

/** How many pairs have which verdict: by the code of the verdict. */
export function totalsOf(verdicts: Iterable<readonly [code: number, count: number]>): Totals {
  const totals = { covered: 0, uncovered: 0, unknown: 0 };
  for (const [code, count] of verdicts) totals[coverageAt(code)] += count;
  return totals;
}

/** What cannot be told is neither. */
export function coverageAt(code: number): keyof Totals {
  const why = reasonAt(code);
  return why === null ? "covered" : why === "unread" ? "unknown" : "uncovered";
}

/** For the samples that the trend is made of: null where nothing can be told, or not without holding up everybody. */
export function coverageNow(reading: Reading): Totals | null {
  const index = siteIndex(reading.site);
  if (index.outage.isFarBehind(judgedBy(eraOfSite(reading.site), index))) return null;
  const { cover } = outageNow(reading);
  if (!cover) return null;
  const verdicts = new Uint32Array(UNCOVERED_REASONS.length + 1);
  for (const code of cover.flat().codes) verdicts[code & 15] = (verdicts[code & 15] ?? 0) + 1;
  return totalsOf(verdicts.entries());
}
