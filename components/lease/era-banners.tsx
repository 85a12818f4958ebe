import type { OutageResponse } from "@/lib/api/contract/leases";
import { Banner } from "../ui/banner";
import { Time } from "../ui/time";
import { inUseWords } from "./outage-words";

/** What a person should know before the answer: the database is away now, or both mechanisms are on at once. */
export function EraBanners({ outage: { inUse, era, asOf } }: { outage: OutageResponse }) {
  return (
    <>
      {inUse && (
        <Banner tone="bad" title={era === "cache" ? "Local Host Cache is in use." : "Leases are in use."}>
          {inUse.since ? (
            <>
              Since <Time at={inUse.since} focusable />.{" "}
            </>
          ) : (
            "Since when is not known. "
          )}
          {inUseWords(inUse)} What is shown was read at <Time at={asOf} focusable />.
        </Banner>
      )}
      {era === "both" && (
        <Banner tone="warn" title="Connection leasing and Local Host Cache are both on.">
          Citrix supports one of the two at a time: which one brokers in an outage is not certain until one is switched
          off.
        </Banner>
      )}
    </>
  );
}
