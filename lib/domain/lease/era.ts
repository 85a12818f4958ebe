import type { OutageEra } from "./outage";

/** The two flags of Get-BrokerSite; null where the release has none, or where it was not read. */
export interface OutageFlags {
  readonly leasing: boolean | null;
  readonly cache: boolean | null;
}

/** Releases before 7.12 know no Local Host Cache, those from 7.16 on no leases: a flag that is missing counts as off where the other is there. */
export function eraOf({ leasing, cache }: OutageFlags): OutageEra {
  if (leasing === null && cache === null) return "unknown";
  if (leasing && cache) return "both";
  if (leasing) return "leases";
  return cache ? "cache" : "none";
}

/** What brokers without the database; null where nothing does, or nobody knows. */
export type OutageMechanism = "leases" | "cache";

/** Where both are on, leases are judged: the narrower promise of the two. */
export function mechanismOf(era: OutageEra): OutageMechanism | null {
  switch (era) {
    case "leases":
    case "both":
      return "leases";
    case "cache":
      return "cache";
    case "none":
    case "unknown":
      return null;
  }
}
