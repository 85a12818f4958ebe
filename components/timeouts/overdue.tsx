"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { routes } from "../routes";
import { useFreshness } from "../shell/site";
import { Panel } from "../ui/panel";
import { PlainTable } from "../ui/table/plain-table";
import { useNarrow } from "../ui/use-narrow";
import { countOf, formatNumber } from "../words";
import { EndingCards } from "./ending-cards";
import { type Ending, OVERDUE_COLUMNS, withKeys } from "./ending-columns";
import type { EndsNextProps } from "./ends-next";

/** What should have ended and has not: the oldest twenty, with the way to all. */
export function Overdue({ data, filter }: EndsNextProps) {
  const router = useRouter();
  const narrow = useNarrow();
  const { stale } = useFreshness();
  const rows = useMemo(() => withKeys(data.overdue.rows), [data.overdue.rows]);
  if (rows.length === 0) return null;
  const open = (row: Ending) =>
    router.push(row.ghostId ? routes.ghost(row.ghostId) : routes.sessionsWhere({ overdue: "true", details: row.key }));
  return (
    <Panel
      title="Past their deadline"
      note={
        rows.length < data.overdue.count
          ? `the oldest ${rows.length} of ${formatNumber(data.overdue.count)}`
          : countOf(rows.length, "session")
      }
      end={
        <Link href={routes.sessionsWhere({ ...filter, overdue: "true" })} className="text-link text-small">
          All in the list of sessions
        </Link>
      }
    >
      <p className="border-line border-b px-4 py-2 text-muted text-small">
        A timer should have ended them. That happens when the server no longer knows the session, or when its limit was
        changed a moment ago.
      </p>
      {narrow ? (
        <EndingCards label="Past their deadline" rows={rows} overdue />
      ) : (
        <PlainTable
          label="Past their deadline"
          columns={OVERDUE_COLUMNS}
          rows={rows}
          goneWord="ended"
          stale={stale}
          dense
          onOpen={open}
        />
      )}
    </Panel>
  );
}
