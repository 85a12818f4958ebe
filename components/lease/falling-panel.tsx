"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { OutageResponse, PairRow } from "@/lib/api/contract/leases";
import { outageQuery } from "@/lib/api/query-standing";
import { routes } from "../routes";
import { QueryStates } from "../shell/query-states";
import { Button } from "../ui/button";
import { useNow } from "../ui/clock";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { SkeletonRows } from "../ui/skeleton";
import { formatDuration } from "../ui/time-format";
import { formatNumber } from "../words";
import type { ChangeParams } from "./lease-search-params";
import { NO_PAIR_FILTER } from "./lease-search-params";
import { resourceWords } from "./lease-words";
import { untilWords } from "./outage-words";
import { pairKey } from "./pair-key";

/** So many are named here; the rest is in the list of pairs. */
const SHOWN_MAX = 8;
const DAY_MS = 86_400_000;

/** Who can launch something now and will not in three days, the next one first. */
export function FallingPanel({ outage, change }: { outage: OutageResponse; change: ChangeParams }) {
  const { falling } = outage;
  const query = useQuery({
    ...outageQuery({ within: "3d", limit: SHOWN_MAX }),
    enabled: (falling?.threeDays ?? 0) > 0,
  });
  const show = (within: "24h" | "3d") => change({ ...NO_PAIR_FILTER, tab: "pairs", within });
  return (
    <Panel
      title="Who falls out"
      note={untilWords(outage.inUse)}
      end={
        falling &&
        falling.threeDays > 0 && (
          <>
            <Button size="small" onClick={() => show("24h")}>
              24 h: {formatNumber(falling.day)}
            </Button>
            <Button size="small" onClick={() => show("3d")}>
              3 days: {formatNumber(falling.threeDays)}
            </Button>
          </>
        )
      }
    >
      <Body falling={falling} query={query} />
    </Panel>
  );
}

function Body({
  falling,
  query,
}: {
  falling: OutageResponse["falling"];
  query: Parameters<typeof QueryStates<OutageResponse>>[0]["query"];
}) {
  if (falling === null) return <EmptyState kind="unreachable" title="Nobody can tell: leases were not read." />;
  if (falling.threeDays === 0) return <EmptyState kind="none" title="Nobody falls out within 3 days." />;
  return (
    <QueryStates query={query} skeleton={<SkeletonRows rows={Math.min(SHOWN_MAX, falling.threeDays)} />}>
      {({ rows }) => (
        <ul className="divide-y divide-line">
          {rows.map((pair) => (
            <FallingLine key={pairKey(pair)} pair={pair} />
          ))}
        </ul>
      )}
    </QueryStates>
  );
}

function FallingLine({ pair: { user, userFullName, userKey, group, application, until } }: { pair: PairRow }) {
  const now = useNow(60_000);
  const left = until === null ? null : Date.parse(until) - now;
  const name = userFullName ?? user ?? "nobody named";
  return (
    <li className="grid min-h-9 grid-cols-[minmax(0,1fr)_5.5rem] sm:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_5.5rem] items-center gap-x-3 px-4 py-1.5">
      {userKey ? (
        <Link href={routes.user(userKey)} className="name-link truncate">
          {name}
        </Link>
      ) : (
        <span className="truncate">{name}</span>
      )}
      <span
        className="truncate text-muted text-small max-sm:col-span-2 max-sm:row-start-2"
        title={resourceWords(group, application)}
      >
        {resourceWords(group, application)}
      </span>
      <span
        className={
          left !== null && left <= DAY_MS ? "text-right text-small text-warn-text" : "text-right text-muted text-small"
        }
      >
        {left === null ? "not known" : `in ${formatDuration(left)}`}
      </span>
    </li>
  );
}
