"use client";

import dynamic from "next/dynamic";
import type { OutageResponse } from "@/lib/api/contract/leases";
import { Panel } from "../ui/panel";
import { Skeleton } from "../ui/skeleton";
import { CachePanels, FlagsPanel } from "./cache-panels";
import { FallingPanel } from "./falling-panel";
import { GroupPanel } from "./group-panel";
import type { ChangeParams, LeaseParams } from "./lease-search-params";
import { NoProtection, UnknownEra } from "./no-protection";
import { hasLeases } from "./outage-words";
import { ReasonBars } from "./reason-bars";

/** The chart is looked at after everything else. */
const CoverageTrend = dynamic(() => import("./coverage-trend").then((loaded) => loaded.CoverageTrend), {
  ssr: false,
  loading: () => <Skeleton className="m-4 h-65" />,
});

export interface OutageTabProps {
  outage: OutageResponse;
  params: LeaseParams;
  change: ChangeParams;
}

/** Why some could not, where, who falls out next, and how it was: whatever this site has of it. */
export function OutageTab({ outage, change }: OutageTabProps) {
  const { era, covered } = outage;
  const counted = covered !== null && era !== "none";
  return (
    <div className="flex flex-col gap-4">
      {era === "none" && <NoProtection outage={outage} />}
      {era === "unknown" && <UnknownEra outage={outage} />}
      {counted && (
        <>
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <ReasonBars byReason={outage.byReason} change={change} />
            {hasLeases(era) ? <FallingPanel outage={outage} change={change} /> : <FlagsPanel outage={outage} />}
          </div>
          <GroupPanel byGroup={outage.byGroup} change={change} />
        </>
      )}
      {era === "cache" && !counted && <FlagsPanel outage={outage} />}
      {(era === "cache" || era === "both") && <CachePanels outage={outage} />}
      {counted && (
        <Panel title="How it was" note="pairs that could have launched, of all">
          <CoverageTrend trend={outage.trend} />
        </Panel>
      )}
      <Assumptions assumptions={outage.assumptions} />
    </div>
  );
}

/** On what the answer rests that nobody can read. */
function Assumptions({ assumptions }: { assumptions: readonly string[] }) {
  if (assumptions.length === 0) return null;
  return (
    <Panel title="What this assumes">
      <ul className="flex list-disc flex-col gap-1 py-3 pr-4 pl-8">
        {assumptions.map((assumption) => (
          <li key={assumption} className="max-w-[90ch]">
            {assumption}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
