"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ServerResponse } from "@/lib/api/contract/servers";
import type { SessionRow } from "@/lib/api/contract/sessions";
import { serverQuery } from "@/lib/api/query";
import { ServerLeasesFigure } from "../lease/server-leases";
import { RepairBar } from "../operation/repair-bar";
import { routes } from "../routes";
import { SessionDetails } from "../session/session-details";
import { STATE_LEGEND, stateSegments } from "../session/session-state";
import { SERVER_SESSION_COLUMNS } from "../session/told-columns";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { useFreshness } from "../shell/site";
import { Legend, LoadBar, StackedBar } from "../ui/bars";
import { buttonLook } from "../ui/button-look";
import { CopyButton } from "../ui/copy-button";
import { DescriptionList } from "../ui/description-list";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { SkeletonRows } from "../ui/skeleton";
import { PlainTable } from "../ui/table/plain-table";
import { countOf, readable } from "../words";
import { NextDeadline } from "./next-deadline";
import { FaultBadge, MaintenanceBadge, PowerBadge, RegistrationBadge } from "./server-badges";
import { machineFacts, serviceFacts } from "./server-facts";
import { ServerGhosts } from "./server-ghosts";
import { loadPercent } from "./server-state";
import { SkippedBanner } from "./skipped";
import { pendingWords } from "./skipped-words";

/** One machine: what is wrong with it, what the site knows of it, and everybody on it. */
export function ServerView({ serverKey }: { serverKey: string }) {
  const query = useQuery(serverQuery(serverKey));
  const name = query.data?.server.name;
  return (
    <>
      <PageTitle
        title={name ?? "Server"}
        note={query.data?.server.deliveryGroup}
        parent={{ href: routes.servers, label: "Servers" }}
        end={name && <CopyButton label="Copy the name" text={() => name} />}
      />
      <QueryStates
        query={query}
        skeleton={<SkeletonRows rows={14} />}
        notFound={{
          title: "The site has no such machine.",
          action: (
            <Link href={routes.servers} className={buttonLook()}>
              All servers
            </Link>
          ),
        }}
      >
        {(data) => <Server {...data} />}
      </QueryStates>
    </>
  );
}

function Server({ server, rows }: ServerResponse) {
  const { stale } = useFreshness();
  return (
    <div className="flex flex-col gap-4" data-stale={stale || undefined}>
      <SkippedBanner server={server} />
      <ServerGhosts serverKey={server.key} name={server.name} />
      <Standing server={server} />
      <Sessions server={server} rows={rows} stale={stale} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="Desktop service" note="how the agent and the site see each other">
          <DescriptionList facts={serviceFacts(server)} />
        </Panel>
        <Panel title="Machine">
          <DescriptionList facts={machineFacts(server)} />
        </Panel>
      </div>
    </div>
  );
}

/** How the machine stands, in one line of badges and one of numbers. */
function Standing({ server }: { server: ServerResponse["server"] }) {
  return (
    <section
      aria-label="State"
      className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-panel border border-line bg-panel p-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        <RegistrationBadge state={server.registration} />
        <PowerBadge state={server.power} />
        {server.fault !== "None" && <FaultBadge state={server.fault} />}
        {server.maintenance && <MaintenanceBadge />}
      </div>
      <Figure name="people" value={server.users} />
      <Figure name="sessions" value={server.sessions} />
      <Figure name="pending logons" value={pendingWords(server)} />
      <ServerLeasesFigure server={server} />
      <p className="text-muted">
        next deadline <NextDeadline next={server.nextDeadline} />
      </p>
      {server.loadIndex !== null && (
        <div className="flex items-center gap-2 text-muted">
          load <LoadBar label={`Load of ${server.name}`} percent={loadPercent(server.loadIndex)} />
        </div>
      )}
      <div className="ml-auto flex min-w-56 flex-col gap-2 max-md:ml-0 max-md:w-full">
        <StackedBar segments={stateSegments(server.states)} className="h-2.5" />
        <Legend entries={STATE_LEGEND.filter(({ colour }) => isShown(server.states, colour))} />
      </div>
    </section>
  );
}

function isShown(states: Readonly<Record<string, number>>, colour: string): boolean {
  return stateSegments(states).some((segment) => segment.colour === colour);
}

function Figure({ name, value }: { name: string; value: number | string | null }) {
  return (
    <p className="text-muted">
      <span className="mr-1.5 font-semibold text-ink text-title">{value ?? "unknown"}</span>
      {name}
    </p>
  );
}

function Sessions({ server, rows, stale }: { server: ServerResponse["server"]; rows: SessionRow[]; stale: boolean }) {
  const router = useRouter();
  const [details, setDetails] = useState("");
  const kind = server.sessionSupport === null ? "machine" : readable(server.sessionSupport).toLowerCase();
  return (
    <Panel
      title="Everybody on it"
      note={`${countOf(rows.length, "session")}, ${kind}`}
      end={
        <Link href={routes.sessionsWhere({ server: server.key })} className={buttonLook("secondary", "small")}>
          Open as a list
        </Link>
      }
    >
      <div className="border-line border-b px-4 py-3">
        <RepairBar lead subject={{ sessionKey: null, machineKey: server.key, machine: server.name, person: null }} />
      </div>
      {rows.length === 0 ? (
        <EmptyState kind="none" title={`Nobody has a session on ${server.name}.`} />
      ) : (
        <PlainTable
          label={`Sessions on ${server.name}`}
          columns={SERVER_SESSION_COLUMNS}
          rows={rows}
          goneWord="ended"
          stale={stale}
          selectedKey={details}
          onDetails={(row) => setDetails(row.key)}
          onOpen={(row) => (row.userKey ? router.push(routes.user(row.userKey)) : setDetails(row.key))}
        />
      )}
      <SessionDetails sessionKey={details} onClose={() => setDetails("")} />
    </Panel>
  );
}
