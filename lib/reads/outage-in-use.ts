import type { OutageResponse } from "@/lib/api/contract/leases";
import type { SiteView } from "@/lib/collector/runtime";
import { isOutage } from "@/lib/collector/site-outage";
import { mechanismOf } from "@/lib/domain/lease/era";
import type { OutageEra } from "@/lib/domain/lease/outage";
import type { Instant } from "@/lib/domain/site";
import { isoOrNull } from "./envelope";
import type { SiteIndex } from "./site-index";

/**
 * Whether the site does without its database now, and since when. Sessions that were launched by leases outlive the outage: they tell of one only
 * where no controller says that it has its database.
 */
export function inUseNow(
  { sdkSite, outageSince }: Pick<SiteView, "sdkSite" | "outageSince">,
  index: SiteIndex,
  era: OutageEra,
): OutageResponse["inUse"] {
  const leased = leasedSessions(index);
  if (outageSince !== null || isOutage(sdkSite)) {
    const since = outageSince ?? leased.since;
    return { since: isoOrNull(since), sessions: leased.count, why: SENTENCES[mechanismOf(era) ?? "nothing"] };
  }
  const isDenied = sdkSite?.controllers.some(({ serviceStatus }) => serviceStatus === "OK") ?? false;
  if (leased.count === 0 || isDenied) return null;
  return { since: isoOrNull(leased.since), sessions: leased.count, why: LAUNCHED };
}

const SENTENCES = {
  leases: "The controllers have lost their database: connection leases decide what can be launched.",
  cache: "The controllers have lost their database: Local Host Cache brokers on one of them in each zone.",
  nothing: "The controllers have lost their database, and nothing is known to broker without it.",
} as const;
const LAUNCHED = "Sessions were launched by connection leases, and no controller says that it has its database.";

function leasedSessions({ sessions }: SiteIndex): { readonly count: number; readonly since: Instant | null } {
  const modes = sessions.column("connectionMode", ({ record }) => record.connectionMode ?? "");
  const wanted = modes.codeOf("LeasedConnection");
  let count = 0;
  let since: Instant | null = null;
  for (const slot of sessions.inUse()) {
    if (modes.codes[slot] !== wanted) continue;
    count += 1;
    const { startedAt } = sessions.at(slot).record;
    if (startedAt !== null) since = Math.min(since ?? startedAt, startedAt);
  }
  return { count, since };
}
