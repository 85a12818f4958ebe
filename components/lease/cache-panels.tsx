import type { OutageResponse } from "@/lib/api/contract/leases";
import { DescriptionList } from "../ui/description-list";
import { Panel } from "../ui/panel";
import { SimpleCell, SimpleTable } from "../ui/simple-table";
import { ServiceBadge, StateBadge } from "./controller-badges";
import { Flags } from "./no-protection";

/** Local Host Cache: what it is and does, what the site says of it, and what nobody can read of it from here. */
export function CachePanels({ outage }: { outage: OutageResponse }) {
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="What Local Host Cache does" note="in the product since 7.12">
          <ul className="flex list-disc flex-col gap-1.5 py-3 pr-4 pl-8">
            <li>
              Each controller keeps a copy of the part of the site's database that brokering needs: groups, machines,
              and who is assigned to what.
            </li>
            <li>
              It takes over once the database has been away for 90 seconds. Until then nobody can start a session, and
              for a moment nobody can when the database comes back.
            </li>
            <li>Machines register anew with the one controller that brokers meanwhile. Sessions go on.</li>
            <li>
              Everybody can launch what they are entitled to, on any machine that is registered and has room: there are
              no leases that could run out.
            </li>
            <li>
              Pooled desktops whose machines are power managed are left out, unless the site and the delivery group
              allow machines to be reused without a restart.
            </li>
          </ul>
        </Panel>
        <CacheControllers controllers={outage.controllers} />
      </div>
      <Panel title="What Ghostdesk cannot read of it">
        <div className="flex flex-col gap-3 py-3">
          <p className="max-w-[90ch] px-4">
            When the copy was last brought up to date, and whether that worked, stands in no table and in no answer of
            the broker SDK. It is in the Application log of each controller; ids of events collide there, so look for
            provider and id together.
          </p>
          <DescriptionList facts={EVENTS} />
        </div>
      </Panel>
    </>
  );
}

/** The site's two flags, by which it is known that this is how it brokers. */
export function FlagsPanel({ outage }: { outage: OutageResponse }) {
  return (
    <Panel title="What the site says">
      <Flags outage={outage} />
    </Panel>
  );
}

/** Only events whose provider and id are both known; the ids of a good synchronisation are not documented. */
const EVENTS = [
  { name: "Config Synchronizer, 505", value: "The last synchronisation into the local copy failed." },
  { name: "Citrix Broker Service, 1201", value: "The connection to the site's database was lost." },
  { name: "Citrix Broker Service, 1200", value: "The connection to the site's database is back." },
  { name: "High Availability Service, 3502", value: "An outage has begun: Local Host Cache brokers." },
  { name: "High Availability Service, 3503", value: "The outage is over." },
];

function CacheControllers({ controllers }: { controllers: OutageResponse["controllers"] }) {
  return (
    <Panel title="Controllers" note="in an outage one of them brokers, in each zone">
      {controllers.length === 0 ? (
        <p className="px-4 py-3 text-muted">The controllers were not read.</p>
      ) : (
        <SimpleTable
          label="Controllers"
          columns={[{ title: "Controller" }, { title: "State" }, { title: "Broker service" }]}
        >
          {controllers.map(({ dnsName, state, serviceStatus }) => (
            <tr key={dnsName}>
              <SimpleCell head>
                <span className="font-medium">{dnsName}</span>
              </SimpleCell>
              <SimpleCell>
                <StateBadge state={state} />
              </SimpleCell>
              <SimpleCell>
                <ServiceBadge status={serviceStatus} />
              </SimpleCell>
            </tr>
          ))}
        </SimpleTable>
      )}
    </Panel>
  );
}
