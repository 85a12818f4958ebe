"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useQueryStates } from "nuqs";
import type { OutageResponse } from "@/lib/api/contract/leases";
import { outageQuery } from "@/lib/api/query-standing";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { Skeleton, SkeletonRows } from "../ui/skeleton";
import { Tabs } from "../ui/tabs";
import { AnswerPanel } from "./answer-panel";
import { EraBanners } from "./era-banners";
import { LeaseDetails } from "./lease-details";
import { type ChangeParams, type LeaseParams, leaseSearchParams } from "./lease-search-params";
import { TAB_LABEL, tabsOf } from "./lease-tabs";
import { ERA, hasLeases } from "./outage-words";
import { ReadingBadge } from "./reading-badge";

const loading = () => <SkeletonRows rows={12} />;
const OutageTab = dynamic(() => import("./outage-tab").then((loaded) => loaded.OutageTab), { loading });
const PairsTab = dynamic(() => import("./pairs-tab").then((loaded) => loaded.PairsTab), { loading });
const LeasesTab = dynamic(() => import("./leases-tab").then((loaded) => loaded.LeasesTab), { loading });
const ControllersTab = dynamic(() => import("./controllers-tab").then((loaded) => loaded.ControllersTab), { loading });

/** If the database failed now: the answer first, then who, which leases, and what the controllers hold. */
export function LeasesView() {
  const [params, setParams] = useQueryStates(leaseSearchParams);
  const query = useQuery(outageQuery({ limit: 1 }));
  // Back leads to the part or the list one came from, not through every letter of a filter.
  const change: ChangeParams = (next) =>
    void setParams(next, { history: "tab" in next || "lease" in next ? "push" : "replace" });
  const outage = query.data;
  return (
    <>
      <PageTitle
        title="Leases"
        note={outage && ERA[outage.era].name}
        end={outage && (hasLeases(outage.era) || outage.era === "unknown") && <ReadingBadge reading={outage.reading} />}
      />
      <QueryStates query={query} skeleton={<PageSkeleton />}>
        {(data) => <Leases outage={data} params={params} change={change} />}
      </QueryStates>
      <LeaseDetails leaseKey={params.lease} onClose={() => change({ lease: "" })} />
    </>
  );
}

interface LeasesProps {
  outage: OutageResponse;
  params: LeaseParams;
  change: ChangeParams;
}

function Leases({ outage, params, change }: LeasesProps) {
  const tabs = tabsOf(outage);
  const chosen = tabs.includes(params.tab) ? params.tab : "outage";
  const shared = { outage, params, change };
  const bodies = {
    outage: <OutageTab {...shared} />,
    pairs: <PairsTab {...shared} />,
    leases: <LeasesTab {...shared} />,
    controllers: <ControllersTab outage={outage} />,
  };
  return (
    <>
      <EraBanners outage={outage} />
      <AnswerPanel outage={outage} brief={chosen !== "outage"} />
      <Tabs
        label="Parts of this page"
        value={chosen}
        fill={chosen === "pairs" || chosen === "leases"}
        onChange={(next) => change({ tab: tabs.find((tab) => tab === next) ?? "outage" })}
        parts={tabs.map((tab) => ({ value: tab, label: TAB_LABEL[tab], body: bodies[tab] }))}
      />
    </>
  );
}

function PageSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-3 rounded-panel border border-line bg-panel p-4">
        <Skeleton className="h-7 w-2/3" />
        <Skeleton className="h-4 w-1/2" />
      </div>
      <SkeletonRows rows={10} />
    </div>
  );
}
