"use client";

import { useQueryStates } from "nuqs";
import { operationsCsvUrl } from "@/lib/api/query";
import { CsvLink } from "../shell/csv-link";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { useFreshness } from "../shell/site";
import { Button } from "../ui/button";
import { SkeletonRows } from "../ui/skeleton";
import { ColumnMenu, useColumnChoice } from "../ui/table/column-menu";
import { VirtualTable } from "../ui/table/virtual-table";
import { useNarrow } from "../ui/use-narrow";
import { countOf } from "../words";
import { HiddenNote } from "./hidden-note";
import { OperationCards } from "./operation-cards";
import { OPERATION_COLUMNS } from "./operation-columns";
import { OperationDetails } from "./operation-details";
import { NoOperations } from "./operation-empty";
import { OperationFilters } from "./operation-filters";
import {
  filterOf,
  isFiltered,
  NO_FILTER,
  type OperationPageParams,
  operationSearchParams,
} from "./operation-search-params";
import { type OperationListRow, type OperationsPage, useOperations } from "./use-operations";

const NO_ROWS: readonly OperationListRow[] = [];

/** Who did what, why, and what came of it: filters in the address, any length, the CSV of exactly what is filtered. */
export function OperationsView() {
  const [params, setParams] = useQueryStates(operationSearchParams);
  const [columns, chooseColumns] = useColumnChoice("operations");
  const narrow = useNarrow();
  const operations = useOperations(params, narrow);
  const change = (next: Partial<OperationPageParams>) => void setParams(next);
  const { page } = operations;
  return (
    <>
      <PageTitle
        title="Operations"
        note={page && !operations.isPrevious && noteOf(page.total, isFiltered(params))}
        end={
          <>
            {!narrow && <ColumnMenu columns={OPERATION_COLUMNS} chosen={columns} onChange={chooseColumns} />}
            <CsvLink href={operationsCsvUrl(filterOf(params))} />
          </>
        }
      />
      {page && <HiddenNote hidden={page.hidden} />}
      <OperationFilters params={params} rows={page?.rows ?? NO_ROWS} onChange={change} />
      <QueryStates
        query={{ ...operations, data: page }}
        skeleton={<SkeletonRows rows={16} />}
        notFound={{
          title: "This filter fits nothing on the site.",
          action: <Button onClick={() => change(NO_FILTER)}>Clear the filters</Button>,
        }}
      >
        {(shown) => <List {...{ params, change, operations, page: shown, narrow, columns }} />}
      </QueryStates>
      <OperationDetails id={params.operation} onClose={() => change({ operation: "" })} />
    </>
  );
}

interface ListProps {
  params: OperationPageParams;
  change: (next: Partial<OperationPageParams>) => void;
  operations: ReturnType<typeof useOperations>;
  page: OperationsPage;
  narrow: boolean;
  columns: Readonly<Record<string, boolean>>;
}

function List({ params, change, operations, page, narrow, columns }: ListProps) {
  const { stale } = useFreshness();
  const show = (row: OperationListRow) => change({ operation: row.key });
  const empty = <NoOperations filtered={isFiltered(params)} onClear={() => change(NO_FILTER)} />;
  if (narrow) {
    if (page.total === 0) return empty;
    const more = page.total - page.rows.length;
    return (
      <>
        <OperationCards rows={page.rows} selectedKey={params.operation} stale={stale} onOpen={show} />
        {more > 0 && <p className="text-muted text-small">The newest {page.rows.length}; filters find the others.</p>}
      </>
    );
  }
  return (
    <VirtualTable
      label="Operations"
      columns={OPERATION_COLUMNS}
      columnVisibility={columns}
      source={operations.source}
      onRange={operations.onRange}
      sort={null}
      onSort={noOtherOrder}
      dense
      selectedKey={params.operation}
      goneWord="left the list"
      stale={stale}
      onOpen={show}
      onDetails={show}
      openHint="details"
      foot={countOf(page.total, "operation")}
      empty={empty}
    />
  );
}

/** The list has one order. */
function noOtherOrder(): void {}

function noteOf(total: number, filtered: boolean): string {
  return filtered ? `${countOf(total, "operation")} of this filter` : countOf(total, "operation");
}
