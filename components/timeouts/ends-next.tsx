"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import { routes } from "../routes";
import { useFreshness } from "../shell/site";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { VirtualTable } from "../ui/table/virtual-table";
import { useNarrow } from "../ui/use-narrow";
import { countOf, formatNumber } from "../words";
import { coverageWords, dueWords } from "./coverage-words";
import { EndingCards } from "./ending-cards";
import { type Ending, NEXT_COLUMNS, withKeys } from "./ending-columns";

export interface EndsNextProps {
  data: TimeoutsResponse;
  /** The filter of the page, under the names of the API. */
  filter: Readonly<Record<string, string>>;
}

/** The next hundred that a timer ends or disconnects, and how many should have ended already. */
export function EndsNext({ data, filter }: EndsNextProps) {
  const narrow = useNarrow();
  const rows = useMemo(() => withKeys(data.next), [data.next]);
  const coverage = coverageWords(data.limits);
  return (
    <Panel
      title="Ends next"
      note={rows.length < data.due ? `the next ${rows.length} of ${formatNumber(data.due)}` : undefined}
      end={<OverdueNote count={data.overdue.count} filter={filter} />}
    >
      {rows.length === 0 ? (
        <NothingDue data={data} />
      ) : narrow ? (
        <EndingCards label="Ends next" rows={rows} />
      ) : (
        <NextTable rows={rows} id={JSON.stringify(filter)} />
      )}
      <div className="border-line border-t px-4 py-2 text-muted text-small">
        <p>{dueWords(data.due, data.withoutDeadline)}</p>
        {coverage && <p>{coverage}</p>}
      </div>
    </Panel>
  );
}

function OverdueNote({ count, filter }: { count: number; filter: EndsNextProps["filter"] }) {
  if (count === 0) return <span className="text-muted text-small">none is past its deadline</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-1.5 text-small">
      <TriangleAlert aria-hidden className="size-3.5 text-warn-text" />
      {count === 1 ? "1 is past its deadline:" : `${formatNumber(count)} are past their deadline:`}
      <Link href={Object.keys(filter).length > 0 ? routes.ghostsWhere(filter) : routes.ghosts} className="text-link">
        look for ghosts
      </Link>
    </span>
  );
}

function NothingDue({ data }: { data: TimeoutsResponse }) {
  if (data.sessions === 0) return <EmptyState kind="none" title="There is no session to end." />;
  const unread = data.withoutDeadline["limit-unknown"] ?? 0;
  if (unread === 0) return <EmptyState kind="none" title="Nothing is due: no timer runs." />;
  return (
    <EmptyState kind="reading" title="No deadline is known.">
      {countOf(unread, "session")} may have one, but {unread === 1 ? "its limit was" : "their limits were"} not read.
      Unknown does not mean off.
    </EmptyState>
  );
}

/** Fills a place of its own and scrolls in it; rows that end stay where they are while somebody points at them. */
function NextTable({ rows, id }: { rows: readonly Ending[]; id: string }) {
  const router = useRouter();
  const { stale } = useFreshness();
  const source = useMemo(() => {
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return { id, count: rows.length, rowAt: (place: number) => rows[place], byKey };
  }, [rows, id]);
  const open = (row: Ending) =>
    router.push(row.userKey ? routes.user(row.userKey) : routes.sessionsWhere({ details: row.key }));
  return (
    <div className="flex h-104 flex-col [&>div]:rounded-none [&>div]:border-0">
      <VirtualTable
        label="Ends next"
        columns={NEXT_COLUMNS}
        source={source}
        onRange={ignore}
        sort={null}
        onSort={ignore}
        goneWord="ended"
        stale={stale}
        dense
        onOpen={open}
        openHint="opens the person"
        foot={countOf(rows.length, "deadline")}
      />
    </div>
  );
}

/** Every row is here, in the only order it has. */
function ignore(): void {}
