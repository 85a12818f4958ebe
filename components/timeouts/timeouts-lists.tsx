"use client";

import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import { useFreshness } from "../shell/site";
import { GroupTable } from "./group-table";
import { Overdue } from "./overdue";
import { ServerTable } from "./server-table";
import { queryOf, type TimeoutsParams } from "./timeouts-search-params";

/** The lists at the end of the page: what should have ended, every delivery group, and the servers where something ends next. */
export function TimeoutsLists({ data, params }: { data: TimeoutsResponse; params: TimeoutsParams }) {
  const { stale } = useFreshness();
  return (
    <div className="flex flex-col gap-4" data-stale={stale || undefined}>
      <Overdue data={data} filter={queryOf(params)} />
      <GroupTable groups={data.groups} />
      <ServerTable servers={data.servers} chosen={params.server} />
    </div>
  );
}
