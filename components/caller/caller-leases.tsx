"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { OutageResponse, PairRow } from "@/lib/api/contract/leases";
import { outageQuery } from "@/lib/api/query-standing";
import { callerOutage } from "../lease/caller-outage";
import { resourceWords } from "../lease/lease-words";
import { hasLeases } from "../lease/outage-words";
import { Expires, MachineName, VerdictBadge } from "../lease/pair-columns";
import { pairKey } from "../lease/pair-key";
import { ReadingBadge } from "../lease/reading-badge";
import { routes } from "../routes";
import { QueryStates } from "../shell/query-states";
import { useFreshness } from "../shell/site";
import { buttonLook } from "../ui/button-look";
import { Panel } from "../ui/panel";
import { SkeletonRows } from "../ui/skeleton";

/** So many resources are shown here; the rest is in the list of pairs. */
const SHOWN_MAX = 10;

/** Whether this person could launch while the database is away: each of their resources, by which machine and until when, or why not. */
export function CallerLeases({ userKey }: { userKey: string }) {
  const { stale } = useFreshness();
  const query = useQuery(outageQuery({ user: userKey, limit: SHOWN_MAX }));
  // What another person could launch would be wrong here.
  const own = query.isPlaceholderData ? { ...query, data: undefined } : query;
  const { data } = own;
  const leased = !data || data.era === "unknown" || hasLeases(data.era);
  return (
    <Panel
      title={leased ? "Leases" : "In an outage"}
      note={data && leased && <ReadingBadge reading={data.reading} />}
      end={
        data &&
        data.total > 0 && (
          <Link href={routes.leasesWhere({ tab: "pairs", user: userKey })} className={buttonLook("secondary", "small")}>
            Open as a list
          </Link>
        )
      }
    >
      <div data-stale={stale || undefined}>
        <Found query={own} userKey={userKey} />
      </div>
    </Panel>
  );
}

type Asked = Pick<UseQueryResult<OutageResponse>, "data" | "error" | "failureReason" | "refetch">;

function Found({ query, userKey }: { query: Asked; userKey: string }) {
  return (
    <QueryStates
      query={query}
      skeleton={<SkeletonRows rows={3} />}
      notFound={{ title: "Nothing is known of this person." }}
    >
      {(data) => (
        <>
          <p className="px-4 py-3 font-medium">{callerOutage(data)}</p>
          {data.rows.length > 0 && (
            <ul aria-label="In an outage" className="divide-y divide-line border-line border-t">
              {data.rows.map((pair) => (
                <PairLine key={pairKey(pair)} pair={pair} />
              ))}
            </ul>
          )}
          {data.total > SHOWN_MAX && (
            <p className="border-line border-t px-4 py-2.5">
              <Link href={routes.leasesWhere({ tab: "pairs", user: userKey })} className="text-link">
                and {data.total - SHOWN_MAX} more
              </Link>
            </p>
          )}
        </>
      )}
    </QueryStates>
  );
}

function PairLine({ pair }: { pair: PairRow }) {
  const { group, application, until, machine } = pair;
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
      <span className="min-w-0 flex-1 basis-48">{resourceWords(group, application)}</span>
      <VerdictBadge pair={pair} />
      {machine && <MachineName of={pair} focusable />}
      {until && (
        <span className="text-muted text-small">
          falls out <Expires at={until} />
        </span>
      )}
    </li>
  );
}
