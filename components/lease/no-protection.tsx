import type { OutageResponse } from "@/lib/api/contract/leases";
import { DescriptionList } from "../ui/description-list";
import { Panel } from "../ui/panel";
import { LeasingSwitch } from "./leasing-switch";
import { flagWord } from "./outage-words";

/** Neither mechanism is on: what that means, and how one is switched on. */
export function NoProtection({ outage }: { outage: OutageResponse }) {
  const { flags } = outage;
  return (
    <Panel title="Nothing brokers without the database">
      <div className="flex flex-col gap-3 border-line border-b p-4">
        <p className="max-w-[80ch]">
          Sessions that run go on. Nobody can start or reconnect to one until the database is back. With connection
          leasing on, controllers remember what everybody launched in the last two weeks, and on which machine; it
          protects those who have launched something since it was switched on.
        </p>
        {flags.leasing !== null && <LeasingSwitch outage={outage} />}
        <p className="max-w-[80ch] text-muted">
          Local Host Cache is switched on with PowerShell on a controller, by somebody who may administer the site:{" "}
          <Command text="Set-BrokerSite -ConnectionLeasingEnabled $false -LocalHostCacheEnabled $true" />
        </p>
      </div>
      <Flags outage={outage} />
    </Panel>
  );
}

/** The flags were not read: why, and what would tell. */
export function UnknownEra({ outage }: { outage: OutageResponse }) {
  return (
    <Panel title="Why nobody can tell">
      <div className="flex flex-col gap-3 border-line border-b p-4">
        <p className="max-w-[80ch]">
          {outage.reading.problem ?? "The site's flags were not read yet."} Which mechanism brokers without the database
          stands in two flags of the site, and only the broker SDK reads them.
        </p>
        <p className="max-w-[80ch] text-muted">
          On a controller this shows both:{" "}
          <Command text="Get-BrokerSite | Select ConnectionLeasingEnabled, LocalHostCacheEnabled" />
        </p>
      </div>
      <Flags outage={outage} />
    </Panel>
  );
}

/** What the site says of itself. */
export function Flags({ outage: { flags, release } }: { outage: OutageResponse }) {
  return (
    <DescriptionList
      facts={[
        { name: "Connection leasing", value: flagWord(flags.leasing, flags.cache) },
        { name: "Local Host Cache", value: flagWord(flags.cache, flags.leasing) },
        { name: "Release", value: release },
      ]}
    />
  );
}

function Command({ text }: { text: string }) {
  return (
    <code className="wrap-anywhere rounded-small bg-sunken px-1 py-0.5 font-mono text-ink text-small">{text}</code>
  );
}
