"use client";

import { useQueries } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import type { ServerRow, ServersResponse } from "@/lib/api/contract/servers";
import { serversQuery } from "@/lib/api/query";
import { routes } from "../routes";
import { STATE_LEGEND } from "../session/session-state";
import { GroupSelect } from "../shell/group-select";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { useFreshness } from "../shell/site";
import { useWindowOffsets, useWindowSource, WINDOW } from "../shell/use-windows";
import { Legend } from "../ui/bars";
import { Button } from "../ui/button";
import { Chip, ChipGroup } from "../ui/chip";
import { EmptyState } from "../ui/empty-state";
import { SearchBox } from "../ui/search-box";
import { Segmented } from "../ui/segmented";
import { SkeletonRows } from "../ui/skeleton";
import { ColumnMenu, useColumnChoice } from "../ui/table/column-menu";
import { VirtualTable } from "../ui/table/virtual-table";
import { Time } from "../ui/time";
import { countOf } from "../words";
import { SERVER_COLUMNS } from "./server-columns";
import { isFiltered, ONLY, queryOf, type ServerParams, serverSearchParams } from "./server-search-params";

const NO_FILTER = { q: "", group: "", only: "all" } as const;
const KIND: Record<ServerParams["support"], string> = {
  MultiSession: "server",
  SingleSession: "desktop",
  all: "machine",
};

/** Every machine of the site with its sessions by state, load and registration. */
export function ServersView() {
  const router = useRouter();
  const { stale } = useFreshness();
  const [params, setParams] = useQueryStates(serverSearchParams);
  const [columns, chooseColumns] = useColumnChoice("servers");
  const windows = useServerWindows(params);
  const change = (next: Partial<ServerParams>) => void setParams(next);
  const open = (row: ServerRow) => router.push(routes.server(row.key));
  const { page } = windows;
  return (
    <>
      <PageTitle
        title="Servers"
        note={page && !windows.isPrevious && noteOf(page, params)}
        end={
          <>
            <Legend entries={STATE_LEGEND} />
            <ColumnMenu columns={SERVER_COLUMNS} chosen={columns} onChange={chooseColumns} />
          </>
        }
      />
      <ServerFilters params={params} counts={page?.counts ?? null} onChange={change} />
      <QueryStates
        query={{ ...windows, data: page }}
        skeleton={<SkeletonRows rows={16} />}
        notFound={{ title: "This filter fits nothing on the site." }}
      >
        {(shown) => (
          <VirtualTable
            label="Servers"
            columns={SERVER_COLUMNS}
            columnVisibility={columns}
            source={windows.source}
            onRange={windows.onRange}
            sort={params.sort || "name"}
            onSort={(sort) => change({ sort: sort === "name" ? "" : (sort ?? "") })}
            goneWord="gone"
            stale={stale}
            onOpen={open}
            openHint="opens the server"
            foot={
              <>
                {countOf(shown.total, KIND[params.support])} · as of <Time at={shown.asOf} />
              </>
            }
            empty={<NoServers params={params} onClear={() => change(NO_FILTER)} />}
          />
        )}
      </QueryStates>
    </>
  );
}

function useServerWindows(params: ServerParams) {
  const query = queryOf(params);
  const id = JSON.stringify(query);
  const { offsets, onRange } = useWindowOffsets(id);
  const results = useQueries({
    queries: offsets.map((offset) => ({ ...serversQuery({ ...query, offset, limit: WINDOW }), gcTime: 60_000 })),
  });
  return { ...useWindowSource(id, results), onRange };
}

function noteOf({ total, groups }: ServersResponse, params: ServerParams): string {
  const count = countOf(total, KIND[params.support]);
  return isFiltered(params)
    ? `${count} of this filter`
    : `${count}, ${countOf(groups.length, "delivery group")} on the site`;
}

const ONLY_LABEL: Record<ServerParams["only"], string> = {
  all: "All",
  ghosts: "With ghosts",
  skipped: "Being skipped",
  unregistered: "Unregistered",
  fault: "In fault",
  maintenance: "Maintenance",
  off: "Powered off",
};

interface FilterProps {
  params: ServerParams;
  counts: ServersResponse["counts"] | null;
  onChange: (change: Partial<ServerParams>) => void;
}

function ServerFilters({ params, counts, onChange }: FilterProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox
        label="Filter the servers"
        placeholder="Name, DNS name, delivery group"
        className="w-72 max-sm:w-full"
        value={params.q}
        onSearch={(q) => onChange({ q })}
      />
      <Segmented
        label="Kind of machine"
        value={params.support}
        options={[
          { value: "MultiSession", label: "Servers" },
          { value: "SingleSession", label: "Desktops" },
          { value: "all", label: "Both" },
        ]}
        onChange={(support) => onChange({ support })}
      />
      <GroupSelect value={params.group} onChange={(group) => onChange({ group })} />
      <ChipGroup label="Only">
        {ONLY.map((only) => (
          <Chip key={only} on={params.only === only} count={counts?.[only]} onChange={() => onChange({ only })}>
            {ONLY_LABEL[only]}
          </Chip>
        ))}
      </ChipGroup>
    </div>
  );
}

function NoServers({ params, onClear }: { params: ServerParams; onClear: () => void }) {
  const kind = `${KIND[params.support]}s`;
  if (!isFiltered(params)) return <EmptyState kind="none" title={`The site has no ${kind}.`} />;
  return (
    <EmptyState
      kind="filtered"
      title={`None of the ${kind} fits this filter.`}
      action={<Button onClick={onClear}>Clear the filters</Button>}
    />
  );
}
