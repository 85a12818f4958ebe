"use client";

import { RefreshCw } from "lucide-react";
import type { OutageResponse } from "@/lib/api/contract/leases";
import { askFor, loadDialog } from "../operation/asked";
import { useRefusal } from "../shell/site";
import { Button } from "../ui/button";
import { DescriptionList } from "../ui/description-list";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { countOf, formatNumber } from "../words";
import { ServiceBadge, StateBadge } from "./controller-badges";
import { type Controller, type Folder, folderFiles, folderLeases, refreshRefusal } from "./controller-words";
import { LeasingSwitch } from "./leasing-switch";
import { Flags } from "./no-protection";
import { hasLeases } from "./outage-words";
import { ReadingBadge } from "./reading-badge";

/** What each controller says and holds, and what can be done about its leases. */
export function ControllersTab({ outage }: { outage: OutageResponse }) {
  return (
    <div className="flex flex-col gap-4">
      <Panel title="Site" note="what brokers while the database is away">
        <Flags outage={outage} />
        {outage.flags.leasing !== null && (
          <div className="border-line border-t px-4 py-3">
            <LeasingSwitch outage={outage} />
          </div>
        )}
      </Panel>
      {outage.controllers.length === 0 && (
        <EmptyState kind="unreachable" title="The controllers were not read.">
          Only the broker SDK names them.
        </EmptyState>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {outage.controllers.map((controller) => (
          <ControllerPanel key={controller.dnsName} controller={controller} outage={outage} />
        ))}
      </div>
    </div>
  );
}

function ControllerPanel({ controller, outage }: { controller: Controller; outage: OutageResponse }) {
  const { dnsName, state, serviceStatus, folder } = controller;
  return (
    <Panel title={dnsName}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-3">
        <StateBadge state={state} />
        <ServiceBadge status={serviceStatus} />
        {hasLeases(outage.era) && <Refresh controller={controller} outage={outage} />}
      </div>
      {folder ? <FolderFacts folder={folder} /> : hasLeases(outage.era) && <NoFolder />}
    </Panel>
  );
}

function Refresh({ controller, outage }: { controller: Controller; outage: OutageResponse }) {
  const refusal = useRefusal("act-on-leases");
  const off = refusal ?? refreshRefusal(outage, controller);
  const { dnsName } = controller;
  return (
    <>
      <Button
        size="small"
        className="ml-auto"
        icon={RefreshCw}
        aria-label={`Refresh the cache of ${dnsName}…`}
        disabledReason={off}
        onPointerEnter={() => void loadDialog()}
        onFocus={() => void loadDialog()}
        onClick={() => askFor({ verb: "refresh-leases", target: { controller: dnsName }, subject: dnsName })}
      >
        Refresh cache…
      </Button>
      {off && <p className="basis-full text-muted text-small">{off}</p>}
    </>
  );
}

function NoFolder() {
  return (
    <p className="px-4 py-3 text-muted">
      No cache folder of it is configured: set <code className="font-mono text-small">GHOSTDESK_LEASE_FOLDERS</code>,
      and Ghostdesk compares what this controller holds with what the site has.
    </p>
  );
}

/** What the cache folder holds, and how it differs from the site. */
function FolderFacts({ folder }: { folder: Folder }) {
  const { reading, expired, missing, unread, problems } = folder;
  return (
    <>
      <DescriptionList
        facts={[
          { name: "Cache folder", value: <ReadingBadge reading={reading} /> },
          ...(reading.problem ? [{ name: "Problem", value: reading.problem }] : []),
          { name: "Leases", value: reading.asOf === null ? null : folderLeases(folder) },
          { name: "Expired", value: reading.asOf === null ? null : formatNumber(expired) },
          { name: "Missing here", value: missing === null ? null : missingWords(missing) },
          { name: "Files", value: reading.asOf === null ? null : folderFiles(folder) },
        ]}
      />
      {unread > 0 && (
        <details className="border-line border-t px-4 py-2.5">
          <summary className="font-medium text-warn-text">{countOf(unread, "file", "files")} could not be read</summary>
          <ul aria-label="Files that could not be read" className="mt-2 flex flex-col gap-1 text-small">
            {problems.map(({ file, why }) => (
              <li key={file} className="wrap-anywhere">
                <span className="font-mono">{file}</span> <span className="text-muted">{why}</span>
              </li>
            ))}
            {unread > problems.length && (
              <li className="text-muted">and {formatNumber(unread - problems.length)} more</li>
            )}
          </ul>
        </details>
      )}
    </>
  );
}

function missingWords(missing: number): string {
  return missing === 0 ? "none: it has all that the site has" : `${countOf(missing, "lease")} that the site has`;
}
