"use client";

import { useQueries } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import type { SessionRow } from "@/lib/api/contract/sessions";
import { sessionsCsvUrl, sessionsQuery } from "@/lib/api/query";
import { routes } from "../routes";
import { CsvLink } from "../shell/csv-link";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { useFreshness } from "../shell/site";
import { useWindowOffsets, useWindowSource, WINDOW } from "../shell/use-windows";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { SkeletonRows } from "../ui/skeleton";
import { ColumnMenu, useColumnChoice } from "../ui/table/column-menu";
import { VirtualTable } from "../ui/table/virtual-table";
import { Time } from "../ui/time";
import { countOf } from "../words";
import { SESSION_COLUMNS } from "./session-columns";
import { SessionDetails } from "./session-details";
import { SessionFilters } from "./session-filters";
import { filterOf, isFiltered, type SessionParams, sessionSearchParams } from "./session-search-params";

const NO_FILTER = {
  q: "",
  state: "",
  class: "",
  server: "",
  group: "",
  user: "",
  userSource: "",
  life: "",
  overdue: "",
} as const;

/** Every session of the site: filters in the address, any length, the CSV of exactly what is filtered. */
export function SessionsView() {
  const router = useRouter();
  const { stale } = useFreshness();
  const [params, setParams] = useQueryStates(sessionSearchParams);
  const [columns, chooseColumns] = useColumnChoice("sessions");
  const windows = useSessionWindows(params);
  const change = (next: Partial<SessionParams>) => void setParams(next);
  const showDetails = (row: SessionRow) => change({ details: row.key });
  const open = (row: SessionRow) => (row.userKey ? router.push(routes.user(row.userKey)) : showDetails(row));
  const { page } = windows;
  return (
    <>
      <PageTitle
        title="Sessions"
        note={page && !windows.isPrevious && noteOf(page.total, isFiltered(params))}
        end={
          <>
            <ColumnMenu columns={SESSION_COLUMNS} chosen={columns} onChange={chooseColumns} />
            <CsvLink href={sessionsCsvUrl(filterOf(params))} />
          </>
        }
      />
      <SessionFilters params={params} byState={page?.byState ?? null} onChange={change} />
      <QueryStates
        query={{ ...windows, data: page }}
        skeleton={<SkeletonRows rows={16} />}
        notFound={{
          title: "This filter fits nothing on the site.",
          action: <ClearFilters onClear={() => change(NO_FILTER)} />,
        }}
      >
        {(shown) => (
          <VirtualTable
            label="Sessions"
            columns={SESSION_COLUMNS}
            columnVisibility={columns}
            source={windows.source}
            onRange={windows.onRange}
            sort={params.sort || "user"}
            onSort={(sort) => change({ sort: sort === "user" ? "" : (sort ?? "") })}
            selectedKey={params.details}
            goneWord="ended"
            stale={stale}
            onOpen={open}
            onDetails={showDetails}
            openHint="opens the person"
            foot={
              <>
                {countOf(shown.total, "session")} · as of <Time at={shown.asOf} />
              </>
            }
            empty={<NoSessions filtered={isFiltered(params)} onClear={() => change(NO_FILTER)} />}
          />
        )}
      </QueryStates>
      <SessionDetails sessionKey={params.details} onClose={() => change({ details: "" })} />
    </>
  );
}

function useSessionWindows(params: SessionParams) {
  const filter = filterOf(params);
  const id = JSON.stringify(filter);
  const { offsets, onRange } = useWindowOffsets(id);
  const results = useQueries({
    queries: offsets.map((offset) => ({ ...sessionsQuery({ ...filter, offset, limit: WINDOW }), gcTime: 60_000 })),
  });
  return { ...useWindowSource(id, results), onRange };
}

function noteOf(total: number, filtered: boolean): string {
  return filtered ? `${countOf(total, "session")} of this filter` : `${countOf(total, "session")} on the site`;
}

function NoSessions({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (!filtered) return <EmptyState kind="none" title="Nobody has a session on this site." />;
  return (
    <EmptyState kind="filtered" title="No session fits this filter." action={<ClearFilters onClear={onClear} />}>
      The site has sessions; none of them has all of what is asked for.
    </EmptyState>
  );
}

function ClearFilters({ onClear }: { onClear: () => void }) {
  return <Button onClick={onClear}>Clear the filters</Button>;
}
