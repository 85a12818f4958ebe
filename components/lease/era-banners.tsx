import type { OutageResponse } from "@/lib/api/contract/leases";
import { Banner } from "../ui/banner";
import { Time } from "../ui/time";
import { hasLeases, IN_USE_TITLE, inUseWords } from "./outage-words";

/** What a person should know before the answer: the database is away now, or both mechanisms are on at once. */
export function EraBanners({ outage: { inUse, era, asOf, reading } }: { outage: OutageResponse }) {
  return (
    <>
      {inUse && (
        <Banner tone="bad" title={IN_USE_TITLE[era]}>
          {inUse.since ? (
            <>
              Since <Time at={inUse.since} focusable />.{" "}
            </>
          ) : (
            "Since when is not known. "
          )}
          {inUseWords(inUse)} What is shown was read at <Time at={(hasLeases(era) && reading.asOf) || asOf} focusable />
          .
        </Banner>
      )}
      {era === "both" && (
        <Banner tone="warn" title="Connection leasing and Local Host Cache are both on.">
          Citrix supports one of the two at a time: switch one of them off. What is counted here is what leases promise,
          the narrower of the two.
        </Banner>
      )}
    </>
  );
}
