"use client";

import dynamic from "next/dynamic";
import type { LeaseRow } from "@/lib/api/contract/leases";
import { leasesCsvUrl } from "@/lib/api/query-standing";
import { CsvLink } from "../shell/csv-link";
import { QueryStates } from "../shell/query-states";
import { useFreshness } from "../shell/site";
import { Button } from "../ui/button";
import { useNow } from "../ui/clock";
import { EmptyState } from "../ui/empty-state";
import { SkeletonRows } from "../ui/skeleton";
import { ColumnMenu, useColumnChoice } from "../ui/table/column-menu";
import { VirtualTable } from "../ui/table/virtual-table";
import { Time } from "../ui/time";
import { useNarrow } from "../ui/use-narrow";
import { countOf } from "../words";
import { LEASE_COLUMNS } from "./lease-columns";
import { LeaseFilters } from "./lease-filters";
import { isLeaseFiltered, leaseFilterOf, NO_LEASE_FILTER } from "./lease-search-params";
import { MoreRows } from "./more-rows";
import type { OutageTabProps } from "./outage-tab";
import { READING_WORD } from "./outage-words";
import { type LeasePage, useLeases } from "./use-leases";

const LeaseCards = dynamic(() => import("./lease-cards").then((loaded) => loaded.LeaseCards), {
  loading: () => <SkeletonRows rows={8} />,
});
const MINUTE = 60_000;
/** What ends next comes first. */
const USUAL_SORT = "expiresAt";

/** Every lease of the site, the next to expire first; the CSV holds exactly what is filtered. */
export function LeasesTab({ outage, params, change }: OutageTabProps) {
  const now = useNow(MINUTE);
  const narrow = useNarrow();
  const [columns, chooseColumns] = useColumnChoice("leases");
  const filter = leaseFilterOf(params, now);
  const leases = useLeases({ sort: USUAL_SORT, ...filter }, { cards: narrow, ready: now > 0 });
  const { page } = leases;
  const clear = <Button onClick={() => change(NO_LEASE_FILTER)}>Clear the filters</Button>;
  return (
    <>
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 basis-96">
          <LeaseFilters outage={outage} params={params} change={change} page={page} />
        </div>
        <div className="flex items-center gap-2">
          {!narrow && <ColumnMenu columns={LEASE_COLUMNS} chosen={columns} onChange={chooseColumns} />}
          <CsvLink href={leasesCsvUrl(filter)} />
        </div>
      </div>
      <QueryStates
        query={{ ...leases, data: page }}
        skeleton={<SkeletonRows rows={12} />}
        notFound={{ title: "This filter fits nothing on the site.", action: clear }}
      >
        {(shown) => (
          <List
            {...{ leases, params, change, narrow, columns }}
            page={shown}
            empty={<NoLeases page={shown} filtered={isLeaseFiltered(params)} clear={clear} />}
          />
        )}
      </QueryStates>
    </>
  );
}

interface ListProps extends Pick<OutageTabProps, "params" | "change"> {
  leases: ReturnType<typeof useLeases>;
  page: LeasePage;
  narrow: boolean;
  columns: Readonly<Record<string, boolean>>;
  empty: React.ReactNode;
}

function List({ leases, params, change, page, narrow, columns, empty }: ListProps) {
  const { stale } = useFreshness();
  const show = (row: LeaseRow) => change({ lease: row.key });
  if (narrow) {
    if (page.total === 0) return empty;
    return (
      <>
        <LeaseCards rows={page.rows} selectedKey={params.lease} stale={stale} onOpen={show} />
        <MoreRows page={page} />
      </>
    );
  }
  return (
    <VirtualTable
      label="Leases"
      columns={LEASE_COLUMNS}
      columnVisibility={columns}
      source={leases.source}
      onRange={leases.onRange}
      sort={params.sort || USUAL_SORT}
      onSort={(sort) => change({ sort: sort === USUAL_SORT ? "" : (sort ?? "") })}
      selectedKey={params.lease}
      goneWord="removed"
      stale={stale}
      dense
      onOpen={show}
      onDetails={show}
      openHint="opens the lease"
      foot={
        <>
          {countOf(page.total, "lease")} · as of <Time at={page.asOf} />
        </>
      }
      empty={empty}
    />
  );
}

/** Which kind of empty: not read, none, or none of this filter. */
function NoLeases({ page, filtered, clear }: { page: LeasePage; filtered: boolean; clear: React.ReactNode }) {
  const { reading } = page;
  if (!page.isRead) {
    const kind = reading.state === "reading" ? "reading" : "unreachable";
    return (
      <EmptyState kind={kind} title={`Leases: ${READING_WORD[reading.state].label.toLowerCase()}.`}>
        {reading.problem}
      </EmptyState>
    );
  }
  if (filtered) return <EmptyState kind="filtered" title="No lease fits this filter." action={clear} />;
  return (
    <EmptyState kind="none" title="The site has no leases yet.">
      Controllers write one whenever somebody launches something while connection leasing is on.
    </EmptyState>
  );
}
