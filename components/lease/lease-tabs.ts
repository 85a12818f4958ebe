import type { LeaseTab } from "./lease-search-params";
import type { Outage } from "./outage-words";
import { hasLeases } from "./outage-words";

export const TAB_LABEL: Record<LeaseTab, string> = {
  outage: "Outage",
  pairs: "Pairs",
  leases: "Leases",
  controllers: "Controllers",
};

/** What this site has something to show of; the first part always says what there is, and why not more. */
export function tabsOf({ era, covered, reading }: Pick<Outage, "era" | "covered" | "reading">): LeaseTab[] {
  const listed = hasLeases(era) || (era === "unknown" && reading.state !== "absent");
  const counted = covered !== null && era !== "none";
  return ["outage", ...(counted ? (["pairs"] as const) : []), ...(listed ? (["leases"] as const) : []), "controllers"];
}
