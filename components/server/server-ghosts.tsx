"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import Link from "next/link";
import type { GhostRow, GhostsResponse } from "@/lib/api/contract/ghosts";
import { ghostsQuery } from "@/lib/api/query";
import { EvidenceLink } from "../ghost/ghost-line";
import { GhostLines } from "../ghost/ghost-lines";
import { GHOST_CLASS, INCIDENT_STATE } from "../ghost/ghost-words";
import { useHeadline } from "../ghost/use-headline";
import { routes } from "../routes";
import { QueryStates } from "../shell/query-states";
import { Banner } from "../ui/banner";
import { buttonLook } from "../ui/button-look";
import { Panel } from "../ui/panel";
import { Skeleton } from "../ui/skeleton";
import { Age, Time } from "../ui/time";
import { countOf } from "../words";

/** So many are shown here; the rest is in the queue. */
const SHOWN_MAX = 20;

/** The open ghosts of one machine, its own failures first. */
export function ServerGhosts({ serverKey, name }: { serverKey: string; name: string }) {
  const query = useQuery(ghostsQuery({ server: serverKey, limit: SHOWN_MAX }));
  // What another machine has would be wrong here.
  const own = query.isPlaceholderData ? { ...query, data: undefined } : query;
  return (
    <QueryStates query={own} skeleton={<LineSkeleton />}>
      {(data) => <Found data={data} serverKey={serverKey} name={name} />}
    </QueryStates>
  );
}

function LineSkeleton() {
  return (
    <div className="rounded-panel border border-line bg-panel px-4 py-2.5">
      <Skeleton className="h-5 w-64" />
    </div>
  );
}

function Found({ data, serverKey, name }: { data: GhostsResponse; serverKey: string; name: string }) {
  const traces = data.rows.filter(({ subject }) => subject === "machine");
  const ghosts = data.rows.filter(({ subject }) => subject === "session");
  const more = data.total - data.rows.length;
  return (
    <>
      {traces.map((trace) => (
        <FailureBanner key={trace.id} trace={trace} />
      ))}
      {ghosts.length === 0 ? (
        <NoGhosts name={name} asOf={data.asOf} />
      ) : (
        <Panel
          title="Ghosts on it"
          note={`${countOf(data.total - traces.length, "ghost")}, open`}
          end={
            <Link href={routes.ghostsWhere({ server: serverKey })} className={buttonLook("secondary", "small")}>
              Open in the queue
            </Link>
          }
        >
          <GhostLines ghosts={ghosts} />
          {more > 0 && (
            <p className="border-line border-t px-4 py-2.5">
              <Link href={routes.ghostsWhere({ server: serverKey })} className="text-link">
                and {more} more
              </Link>
            </p>
          )}
        </Panel>
      )}
    </>
  );
}

function NoGhosts({ name, asOf }: { name: string; asOf: string }) {
  return (
    <p className="flex items-center gap-2 rounded-panel border border-line bg-panel px-4 py-2.5">
      <CircleCheck aria-hidden className="size-4 text-ok-text" />
      <span>
        No ghosts on {name},{" "}
        <span className="text-muted">
          as of <Time at={asOf} focusable />.
        </span>
      </span>
    </p>
  );
}

/** Sessions on it keep failing: which they were and how many stands in the evidence. */
function FailureBanner({ trace }: { trace: GhostRow }) {
  const headline = useHeadline(trace);
  const state = INCIDENT_STATE[trace.state].label.toLowerCase();
  return (
    <Banner
      tone="warn"
      title={`${GHOST_CLASS["failure-trace"].label}, ${state}.`}
      action={<EvidenceLink ghost={trace} className={buttonLook("secondary", "small")} />}
    >
      {headline ?? GHOST_CLASS["failure-trace"].meaning} Since <Time at={trace.since} focusable /> (
      <Age since={trace.since} />
      ).
    </Banner>
  );
}
