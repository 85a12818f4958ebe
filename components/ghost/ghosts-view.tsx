"use client";

import { ArrowDownWideNarrow } from "lucide-react";
import dynamic from "next/dynamic";
import { useQueryStates } from "nuqs";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { useFreshness, useRefusal } from "../shell/site";
import { Button } from "../ui/button";
import { SkeletonRows } from "../ui/skeleton";
import { ColumnMenu, useColumnChoice } from "../ui/table/column-menu";
import { VirtualTable } from "../ui/table/virtual-table";
import { Time } from "../ui/time";
import { useNarrow } from "../ui/use-narrow";
import { countOf } from "../words";
import { GHOST_COLUMNS, type QueueRow } from "./ghost-columns";
import { GhostDetails } from "./ghost-details";
import { GhostFilters } from "./ghost-filters";
import { type GhostParams, ghostSearchParams, isFiltered, NO_FILTER } from "./ghost-search-params";
import type { QueueTableProps } from "./ghost-table";
import { type Marks, useMarks } from "./marks";
import { ReachBanner } from "./reach-banner";
import { useSeenSessions } from "./seen-sessions";
import { type QueuePage, useQueue, WHOLE_MAX } from "./use-queue";

/** What a phone shows, an empty queue, and what somebody has to ask for come when they are wanted. */
const GhostCards = dynamic(() => import("./ghost-cards").then((loaded) => loaded.GhostCards), {
  loading: () => <SkeletonRows rows={8} />,
});
const NoGhosts = dynamic(() => import("./ghost-empty").then((loaded) => loaded.NoGhosts));
const ServerGroups = dynamic(() => import("./server-groups").then((loaded) => loaded.ServerGroups), {
  loading: () => <SkeletonRows rows={16} />,
});
const SelectionBar = dynamic(() => import("./selection-bar").then((loaded) => loaded.SelectionBar), { ssr: false });

/** Every ghost of the site that is open, or of a filter in the address, with the evidence of one beside it. */
export function GhostsView() {
  const [params, setParams] = useQueryStates(ghostSearchParams);
  const [columns, chooseColumns] = useColumnChoice("ghosts");
  const narrow = useNarrow();
  const marks = useMarks();
  const { stale } = useFreshness();
  const whole = narrow || params.by === "server";
  const queue = useQueue(params, whole);
  const change = (next: Partial<GhostParams>) => void setParams(next);
  const { page } = queue;
  return (
    <>
      <PageTitle
        title="Ghosts"
        note={page && !queue.isPrevious && noteOf(page.total, params)}
        end={
          <>
            {params.sort !== "" && <MostUrgentFirst onChoose={() => change({ sort: "" })} />}
            {!narrow && <ColumnMenu columns={GHOST_COLUMNS} chosen={columns} onChange={chooseColumns} />}
          </>
        }
      />
      {page && !stale && <ReachBanner server={page.server} />}
      <GhostFilters params={params} page={page ?? null} onChange={change} />
      <QueryStates
        query={{ ...queue, data: page }}
        skeleton={<SkeletonRows rows={16} />}
        notFound={{
          title: "This filter fits nothing on the site.",
          action: <Button onClick={() => change(NO_FILTER)}>Clear the filters</Button>,
        }}
      >
        {(shown) => <Queue {...{ params, change, marks, queue, page: shown, narrow, columns }} />}
      </QueryStates>
      <GhostDetails id={params.ghost} onClose={() => change({ ghost: "" })} />
    </>
  );
}

/** Back to the queue's own order; a table's headers can only choose another. */
function MostUrgentFirst({ onChoose }: { onChoose: () => void }) {
  return (
    <Button size="small" variant="quiet" icon={ArrowDownWideNarrow} onClick={onChoose}>
      Most urgent first
    </Button>
  );
}

interface QueueProps {
  params: GhostParams;
  change: (next: Partial<GhostParams>) => void;
  marks: Marks;
  queue: ReturnType<typeof useQueue>;
  page: QueuePage;
  narrow: boolean;
  columns: Readonly<Record<string, boolean>>;
}

/** The rows: a list of any length, parts by server, or cards where there is little room. */
function Queue({ params, change, marks, queue, page, narrow, columns }: QueueProps) {
  const { stale } = useFreshness();
  const mayWork = useRefusal("work-ghosts") === null;
  const sessionsOf = useSeenSessions(queue.source.byKey);
  const show = (row: QueueRow) => change({ ghost: row.key });
  const empty = <NoGhosts page={page} filtered={isFiltered(params)} onClear={() => change(NO_FILTER)} />;
  const table: QueueTableProps = {
    label: "Ghosts",
    selectedKey: params.ghost,
    goneWord: "left the list",
    stale,
    dense: true,
    onOpen: show,
    onDetails: show,
    markedKeys: marks.marked,
    onMark: mayWork ? (row) => marks.toggle(row.key) : undefined,
    foot:
      marks.marked.size > 0 ? (
        <SelectionBar marks={marks} sessionKeys={sessionsOf(marks.marked)} />
      ) : (
        <Count page={page} />
      ),
    openHint: "evidence",
    onEscape: () => marks.set([]),
    escapeHint: "closes",
  };
  const choices = {
    sort: params.sort || null,
    onSort: (sort: string | null) => change({ sort: sort ?? "" }),
    columnVisibility: columns,
  };
  if (narrow) {
    if (page.total === 0) return empty;
    return <GhostCards rows={page.rows} selectedKey={params.ghost} stale={stale} onOpen={show} />;
  }
  if (params.by === "server" && page.total > 0) {
    return <ServerGroups {...table} {...choices} rows={page.rows} id={queue.source.id} marks={marks} />;
  }
  return (
    <VirtualTable
      {...table}
      {...choices}
      columns={GHOST_COLUMNS}
      source={queue.source}
      onRange={queue.onRange}
      empty={empty}
    />
  );
}

/** How many rows; a part of a long list says that it is one. */
function Count({ page }: { page: QueuePage }) {
  return (
    <>
      {countOf(page.total, "ghost")}
      {page.rows.length >= WHOLE_MAX && page.total > page.rows.length && `, the first ${page.rows.length} by server`} ·
      as of <Time at={page.asOf} />
    </>
  );
}

function noteOf(total: number, params: GhostParams): string {
  if (isFiltered(params)) return `${countOf(total, "ghost")} of this filter`;
  return total === 0 ? "none open" : `${countOf(total, "ghost")} open`;
}
