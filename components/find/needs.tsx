"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { GhostsResponse } from "@/lib/api/contract/ghosts";
import type { OperationsResponse } from "@/lib/api/contract/operations";
import type { ServerRow, ServersResponse } from "@/lib/api/contract/servers";
import type { SessionsResponse } from "@/lib/api/contract/sessions";
import { ghostsQuery, operationsQuery, serversQuery, sessionsQuery } from "@/lib/api/query";
import { routes } from "../routes";
import { FaultBadge } from "../server/server-badges";
import { UNNAMED } from "../session/session-search-params";
import { QueryStates } from "../shell/query-states";
import { useFreshness, useLiveLine } from "../shell/site";
import { sourceProblems } from "../shell/source-words";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { SkeletonRows } from "../ui/skeleton";
import { Time } from "../ui/time";
import { GhostNeeds, SkippedNeeds, useNoGhosts } from "./ghost-needs";
import { NEEDY_STATES, OperationNeeds, overdue } from "./operation-needs";
import { MachineNeeds, UnnamedNeeds, UnregisteredFacts } from "./site-needs";

/** So many of each kind are looked through. */
const READ_MAX = 100;
const GHOSTS_MAX = 8;
const SKIPPED_MAX = 5;
const OPERATIONS_MAX = 5;

/** What did not help longer ago than this is history: somebody went on from there, or nobody calls any more. */
const RECENT_MS = 8 * 3_600_000;
const recently = () => new Date(Date.now() - RECENT_MS).toISOString();

/** What needs a person now: ghosts first, then what was done and did not help, then servers that harm who never calls, then what the site itself complains of. */
export function Needs() {
  const { stale } = useFreshness();
  const sourcesWell = sourceProblems(useLiveLine().sources).length === 0;
  const ghosts = useQuery(ghostsQuery({ limit: GHOSTS_MAX }));
  const skipped = useQuery(serversQuery({ support: "all", only: "skipped", limit: SKIPPED_MAX }));
  const unregistered = useQuery(serversQuery({ support: "all", only: "unregistered", limit: READ_MAX }));
  const faulty = useQuery(serversQuery({ support: "all", only: "fault", limit: READ_MAX }));
  const unnamed = useQuery(sessionsQuery({ userSource: UNNAMED, sort: "since", limit: READ_MAX }));
  const [from] = useState(recently);
  const operations = useQuery(operationsQuery({ state: NEEDY_STATES, from, limit: OPERATIONS_MAX }));
  const query = joined({ ghosts, skipped, unregistered, faulty, unnamed, operations });
  return (
    <Panel title="What needs a person now">
      <div data-stale={stale || undefined}>
        <QueryStates query={query} skeleton={<SkeletonRows rows={8} />}>
          {(data) => <Found data={data} sourcesWell={sourcesWell} from={from} />}
        </QueryStates>
      </div>
    </Panel>
  );
}

interface Data {
  readonly ghosts: GhostsResponse;
  readonly skipped: ServersResponse;
  readonly unregistered: ServersResponse;
  readonly faulty: ServersResponse;
  readonly unnamed: SessionsResponse;
  readonly operations: OperationsResponse;
}
type Queries = { readonly [name in keyof Data]: UseQueryResult<Data[name]> };

/** All of them as one: what is shown has to be whole, or "nothing" would be a lie. */
function joined({ ghosts, skipped, unregistered, faulty, unnamed, operations }: Queries) {
  const all = [ghosts, skipped, unregistered, faulty, unnamed, operations];
  const data: Data | undefined =
    ghosts.data && skipped.data && unregistered.data && faulty.data && unnamed.data && operations.data
      ? {
          ghosts: ghosts.data,
          skipped: skipped.data,
          unregistered: unregistered.data,
          faulty: faulty.data,
          unnamed: unnamed.data,
          operations: operations.data,
        }
      : undefined;
  return {
    data,
    error: all.find(({ error }) => error)?.error ?? null,
    failureReason: all.find(({ failureReason }) => failureReason)?.failureReason ?? null,
    refetch: () => Promise.all(all.map((each) => each.refetch())),
  };
}

function Found({ data, sourcesWell, from }: { data: Data; sourcesWell: boolean; from: string }) {
  const { ghosts, skipped, faulty, operations } = data;
  const off = data.unregistered.rows.filter((server) => !isMeantToBeOff(server));
  // What is a ghost stands above, with its evidence.
  const unnamed = data.unnamed.rows.filter(({ anonymous, ghost }) => anonymous !== true && ghost === null);
  const needy = operations.total + overdue(operations).length;
  if (ghosts.total + skipped.total + off.length + faulty.total + unnamed.length + needy === 0)
    return <Nothing ghosts={ghosts} sourcesWell={sourcesWell} />;
  return (
    <>
      <GhostNeeds data={ghosts} />
      <OperationNeeds data={operations} from={from} />
      <SkippedNeeds data={skipped} />
      <MachineNeeds
        rows={off}
        isCut={isCut(data.unregistered)}
        name="not registered"
        href={`${routes.servers}?support=all&only=unregistered`}
      >
        {(server) => <UnregisteredFacts server={server} />}
      </MachineNeeds>
      <MachineNeeds
        rows={faulty.rows}
        isCut={isCut(faulty)}
        name="in fault"
        href={`${routes.servers}?support=all&only=fault`}
      >
        {(server) => <FaultBadge state={server.fault} />}
      </MachineNeeds>
      <UnnamedNeeds rows={unnamed} isCut={isCut(data.unnamed)} />
    </>
  );
}

/** There are more than were looked through. */
function isCut({ total, rows }: ServersResponse | SessionsResponse): boolean {
  return total > rows.length;
}

/** A machine without power cannot register, and somebody wanted it so. */
function isMeantToBeOff(server: ServerRow): boolean {
  return server.power === "Off" || server.power === "Suspended" || server.maintenance === true;
}

/** The site is well, as far as its sources can tell. */
function Nothing({ ghosts, sourcesWell }: { ghosts: GhostsResponse; sourcesWell: boolean }) {
  const noGhosts = useNoGhosts(ghosts);
  return (
    <EmptyState kind="none" title={`${noGhosts}.`}>
      {sourcesWell ? "Nothing else needs a person now" : "Nothing else but the source above"}: every machine that is on
      is registered and without a fault, every session has its user. As of <Time at={ghosts.asOf} focusable />.
    </EmptyState>
  );
}
