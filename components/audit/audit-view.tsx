"use client";

import dynamic from "next/dynamic";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { auditCsvUrl } from "@/lib/api/query";
import { CsvLink } from "../shell/csv-link";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { SkeletonRows } from "../ui/skeleton";
import { ColumnMenu, useColumnChoice } from "../ui/table/column-menu";
import { VirtualTable } from "../ui/table/virtual-table";
import { useNarrow } from "../ui/use-narrow";
import { countOf } from "../words";
import { AUDIT_COLUMNS } from "./audit-columns";
import { AuditFilters } from "./audit-filters";
import { type AuditParams, auditSearchParams, filterOf, isFiltered, NO_FILTER } from "./audit-search-params";
import { ChainBanner } from "./chain-banner";
import { type AuditListRow, type AuditPage, useAudit } from "./use-audit";

const AuditCards = dynamic(() => import("./audit-cards").then((loaded) => loaded.AuditCards), {
  loading: () => <SkeletonRows rows={8} />,
});
const AuditSheet = dynamic(() => import("./audit-sheet").then((loaded) => loaded.AuditSheet), { ssr: false });
const NO_ROWS: readonly AuditListRow[] = [];

/** Who did what and when, in the order in which it was written, and whether anybody changed it since. */
export function AuditView() {
  const [params, setParams] = useQueryStates(auditSearchParams);
  const [columns, chooseColumns] = useColumnChoice("audit");
  const narrow = useNarrow();
  const audit = useAudit(params, narrow);
  const [shown, setShown] = useState<AuditListRow | null>(null);
  const change = (next: Partial<AuditParams>) => void setParams(next);
  const { page } = audit;
  return (
    <>
      <PageTitle
        title="Audit"
        note={page && !audit.isPrevious && noteOf(page.total, isFiltered(params))}
        end={
          <>
            {!narrow && <ColumnMenu columns={AUDIT_COLUMNS} chosen={columns} onChange={chooseColumns} />}
            <CsvLink href={auditCsvUrl(filterOf(params))} />
          </>
        }
      />
      {page && <ChainBanner chain={page.chain} />}
      <AuditFilters params={params} rows={page?.rows ?? NO_ROWS} onChange={change} />
      <QueryStates query={{ ...audit, data: page }} skeleton={<SkeletonRows rows={16} />}>
        {(data) => <List {...{ params, change, audit, page: data, narrow, columns, shown, onShow: setShown }} />}
      </QueryStates>
      <AuditSheet entry={shown} onClose={() => setShown(null)} />
    </>
  );
}

interface ListProps {
  params: AuditParams;
  change: (next: Partial<AuditParams>) => void;
  audit: ReturnType<typeof useAudit>;
  page: AuditPage;
  narrow: boolean;
  columns: Readonly<Record<string, boolean>>;
  shown: AuditListRow | null;
  onShow: (entry: AuditListRow) => void;
}

function List({ params, change, audit, page, narrow, columns, shown, onShow }: ListProps) {
  // What was read last is old where our own database does not answer any more; the site has no part in it.
  const stale = audit.failureReason !== null;
  const empty = <NoEntries filtered={isFiltered(params)} onClear={() => change(NO_FILTER)} />;
  if (narrow) {
    if (page.total === 0) return empty;
    const more = page.total - page.rows.length;
    return (
      <>
        <AuditCards rows={page.rows} selectedKey={shown?.key ?? ""} stale={stale} onOpen={onShow} />
        {more > 0 && <p className="text-muted text-small">The newest {page.rows.length}; filters find the others.</p>}
      </>
    );
  }
  return (
    <VirtualTable
      label="Audit"
      columns={AUDIT_COLUMNS}
      columnVisibility={columns}
      source={audit.source}
      onRange={audit.onRange}
      sort={null}
      onSort={noOtherOrder}
      dense
      selectedKey={shown?.key ?? ""}
      goneWord="left the list"
      stale={stale}
      onOpen={onShow}
      onDetails={onShow}
      openHint="details"
      foot={countOf(page.total, "entry", "entries")}
      empty={empty}
    />
  );
}

/** The audit has one order. */
function noOtherOrder(): void {}

function noteOf(total: number, filtered: boolean): string {
  const entries = countOf(total, "entry", "entries");
  return filtered ? `${entries} of this filter` : entries;
}

function NoEntries({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (!filtered) {
    return (
      <EmptyState kind="none" title="Nothing has been written yet.">
        Whatever is changed here, and everybody who signs in, is written down in this list.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="filtered"
      title="No entry fits this filter."
      action={<Button onClick={onClear}>Clear the filters</Button>}
    >
      There may be entries of another person, day or kind.
    </EmptyState>
  );
}
