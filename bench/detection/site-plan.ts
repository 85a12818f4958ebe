import type { ScenarioName } from "@/lib/site/simulator/catalogue";
import { Random } from "@/lib/site/simulator/engine/random";
import { SITE_ERAS, type SiteEra } from "@/lib/site/simulator/sizes";
import { classOf } from "./truth";

/** What happens on one simulated site: drawn from its seed, so that every run judges the same sites. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type BenchSize = "XS" | "S" | "M";

export interface PlannedScenario {
  readonly name: ScenarioName;
  /** After the site first shows itself, which is 10:40 local time on a Tuesday, Wednesday or Thursday. */
  readonly afterMs: number;
  readonly count: number;
  readonly forMs?: number;
}

export interface SitePlan {
  readonly seed: number;
  readonly size: BenchSize;
  readonly era: SiteEra;
  /** How long the site is watched. */
  readonly liveMs: number;
  /** Site time between two passes of Ghostdesk. */
  readonly passMs: number;
  /** In order of time. */
  readonly scenarios: readonly PlannedScenario[];
}

/** How often a scenario comes within a working day, and how many it touches, at the smallest size. */
interface Rate {
  readonly name: ScenarioName;
  /** Chance that it comes at all; half of it that it comes once more. */
  readonly chance: number;
  readonly least: number;
  readonly most: number;
  readonly forMinutes?: readonly [number, number];
}

const RATES: readonly Rate[] = [
  { name: "nameless-after-failed-logon", chance: 0.8, least: 1, most: 3 },
  { name: "named-gone-disconnected", chance: 0.7, least: 1, most: 3 },
  { name: "named-without-application", chance: 0.45, least: 1, most: 2 },
  { name: "hung-logon", chance: 0.7, least: 1, most: 2 },
  { name: "stuck-connected", chance: 0.5, least: 1, most: 2 },
  { name: "failure-trace", chance: 0.3, least: 1, most: 1, forMinutes: [30, 90] },
  { name: "logon-storm", chance: 0.4, least: 12, most: 40 },
  { name: "slow-logon", chance: 0.6, least: 1, most: 4 },
  { name: "anonymous-users", chance: 0.5, least: 3, most: 10 },
  { name: "console-and-rdp-administrators", chance: 0.6, least: 1, most: 4 },
  { name: "prelaunch-and-linger", chance: 0.6, least: 2, most: 6 },
  { name: "client-reconnecting", chance: 0.8, least: 2, most: 6 },
  { name: "agent-just-unregistered", chance: 0.6, least: 1, most: 2 },
  { name: "ended-between-two-reads", chance: 0.6, least: 3, most: 8 },
  { name: "site-database-down", chance: 0.1, least: 1, most: 1, forMinutes: [10, 40] },
];

/** Larger sites break more often, though not in step with their people. */
const SCALE: Readonly<Record<BenchSize, number>> = { XS: 1, S: 2, M: 4 };
/** These say how long, or whether at all, not how many. */
const UNSCALED = new Set<ScenarioName>(["failure-trace", "site-database-down"]);

/** Windows after first sight in which people work: the rest of the first day, then the second from six in the morning. */
const FIRST_DAY = [5 * MINUTE, 7 * HOUR] as const;
const SECOND_DAY = [19.5 * HOUR, 27 * HOUR] as const;
/** Faults do not begin so late that the end of the run would decide whether they were found: graces go up to an hour. */
const STANDS_MS = 75 * MINUTE;

export function planSite(seed: number, size: BenchSize, liveMs: number): SitePlan {
  // Apart from the site's own numbers, or plan and site would move together.
  const random = Random.seeded(seed * 7_919 + 13);
  const scenarios = RATES.flatMap((rate) => {
    const endMs = classOf({ scenario: rate.name }) === null ? liveMs : liveMs - STANDS_MS;
    return drawTimes(random, rate, endMs).map((afterMs) => draw(random, rate, afterMs, size));
  });
  return {
    seed,
    size,
    era: SITE_ERAS[seed % SITE_ERAS.length] ?? "leases",
    liveMs,
    passMs: random.whole(30, 60) * 1_000,
    scenarios: scenarios.sort((a, b) => a.afterMs - b.afterMs),
  };
}

/** One in ten comes at any time, at night as well. */
function drawTimes(random: Random, { chance }: Rate, endMs: number): number[] {
  return [FIRST_DAY, SECOND_DAY].flatMap(([from, to]) => {
    const times: number[] = [];
    for (let likely = chance; random.chance(likely) && times.length < 3; likely = chance / 2) {
      const at = random.chance(0.1) ? random.between(0, endMs) : random.between(from, to);
      if (at < endMs) times.push(Math.round(at));
    }
    return times;
  });
}

function draw(random: Random, rate: Rate, afterMs: number, size: BenchSize): PlannedScenario {
  const { name, least, most, forMinutes } = rate;
  const scale = UNSCALED.has(name) ? 1 : SCALE[size];
  const planned = { name, afterMs, count: random.whole(least, most * scale) };
  if (!forMinutes) return planned;
  return { ...planned, forMs: random.whole(forMinutes[0], forMinutes[1]) * MINUTE };
}

/** Out of a hundred sites. Small ones show as much and cost little, so most are; larger ones show what crowds do. */
const MIX = { M: 1, S: 8 } as const;
const DAY_AND_MORE_MS = 27 * HOUR;
/** What is left of the first day; a large site costs as much as thirty small ones. */
const REST_OF_DAY_MS = 9 * HOUR;
const AFTERNOON_MS = 5 * HOUR;

/** The plans of a run, the costliest first. At least one site of each size where there are enough. */
export function planSites(count: number, firstSeed: number): SitePlan[] {
  const large = Math.round((count * MIX.M) / 100);
  const middle = Math.round((count * MIX.S) / 100);
  return Array.from({ length: count }, (_, index) => {
    const seed = firstSeed + index;
    if (index < large) return planSite(seed, "M", AFTERNOON_MS);
    if (index < large + middle) return planSite(seed, "S", index % 2 === 0 ? DAY_AND_MORE_MS : REST_OF_DAY_MS);
    return planSite(seed, "XS", index % 2 === 0 ? DAY_AND_MORE_MS : REST_OF_DAY_MS);
  });
}
