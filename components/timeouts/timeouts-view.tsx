"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useQueryStates } from "nuqs";
import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import { timeoutsQuery } from "@/lib/api/query-standing";
import { PageTitle } from "../shell/page-title";
import { isDecisive, QueryStates } from "../shell/query-states";
import { useFreshness } from "../shell/site";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Skeleton } from "../ui/skeleton";
import { Diagram, DiagramNote } from "./diagram";
import { Standby } from "./standby";
import { TimeoutsFilters } from "./timeouts-filters";
import { NO_FILTER, queryOf, type TimeoutsParams, timeoutsSearchParams } from "./timeouts-search-params";
import { DiagramSkeleton, EndsSkeleton } from "./timeouts-skeleton";

/** What stands below the diagram comes after it. */
const EndsNext = dynamic(() => import("./ends-next").then((loaded) => loaded.EndsNext), { loading: EndsSkeleton });
const TimeoutsLists = dynamic(() => import("./timeouts-lists").then((loaded) => loaded.TimeoutsLists));
const WhatIf = dynamic(() => import("./what-if").then((loaded) => loaded.WhatIf), {
  ssr: false,
  loading: () => <Skeleton className="h-160 w-full" />,
});

/** What ends sessions by themselves: the diagram of their lives with live counts, what ends next, and what other timers would do. */
export function TimeoutsView() {
  const { stale } = useFreshness();
  const [params, setParams] = useQueryStates(timeoutsSearchParams);
  const change = (next: Partial<TimeoutsParams>) => void setParams(next);
  const query = useQuery(timeoutsQuery(queryOf(params)));
  const { data } = query;
  const clear = () => change(NO_FILTER);
  const shown = isDecisive(query.error) ? undefined : data;
  return (
    <>
      <PageTitle title="Timeouts" note={data && !query.isPlaceholderData && <DiagramNote data={data} />} />
      <TimeoutsFilters params={params} serverName={serverNameOf(data, params.server)} onChange={change} />
      <QueryStates
        query={query}
        skeleton={<DiagramSkeleton />}
        notFound={{
          title: "This filter fits nothing on the site.",
          action: <Button onClick={clear}>Clear the filter</Button>,
        }}
      >
        {(read) => <Standing data={read} params={params} onClear={clear} />}
      </QueryStates>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1.55fr)_minmax(0,1fr)]">
        {shown ? (
          <div className="flex min-w-0 flex-col gap-4" data-stale={stale || undefined}>
            <EndsNext data={shown} filter={queryOf(params)} />
            <Standby standby={shown.standby} unknown={shown.apart.unknown} filter={params} />
          </div>
        ) : (
          !query.failureReason && <EndsSkeleton />
        )}
        <WhatIf group={params.group} />
      </div>
      {shown && <TimeoutsLists data={shown} params={params} />}
    </>
  );
}

function serverNameOf(data: TimeoutsResponse | undefined, server: string): string | null {
  return (
    data?.servers.find(({ key, name }) => key === server || name.toLowerCase() === server.toLowerCase())?.name ?? null
  );
}

function Standing({ data, params, onClear }: { data: TimeoutsResponse; params: TimeoutsParams; onClear: () => void }) {
  const { stale } = useFreshness();
  return (
    <div className="flex flex-col gap-4" data-stale={stale || undefined}>
      {data.sessions === 0 && (params.group !== "" || params.server !== "") && (
        <EmptyState
          kind="filtered"
          title="Nobody has a session there."
          action={<Button onClick={onClear}>Clear the filter</Button>}
        />
      )}
      <Diagram data={data} filter={params} />
    </div>
  );
}
