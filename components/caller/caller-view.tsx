"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect, useState } from "react";
import type { UserResponse } from "@/lib/api/contract/users";
import { userQuery } from "@/lib/api/query";
import { RepairBar } from "../operation/repair-bar";
import { routes } from "../routes";
import { SessionDetails } from "../session/session-details";
import { CALLER_COLUMNS } from "../session/told-columns";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { useFreshness, useSiteFacts } from "../shell/site";
import { buttonLook } from "../ui/button-look";
import { useZone } from "../ui/clock";
import { CopyButton } from "../ui/copy-button";
import { DescriptionList } from "../ui/description-list";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { Skeleton, SkeletonRows } from "../ui/skeleton";
import { PlainTable } from "../ui/table/plain-table";
import { countOf } from "../words";
import { Answer, AnswerSkeleton } from "./caller-answer";
import { callerFacts } from "./caller-facts";
import { OpenGhosts, PastGhosts } from "./caller-ghosts";
import { CallerLeases } from "./caller-leases";
import { leadRepair } from "./lead-repair";
import { useRecentPeople, withPerson } from "./recent-people";
import { ticketText } from "./ticket-text";
import { type CallerGhosts, useCallerGhosts } from "./use-caller-ghosts";

/** One person: a plain sentence first, then their ghosts, the sessions, what the site knows, and what was. */
export function CallerView({ userKey }: { userKey: string }) {
  const query = useQuery(userQuery(userKey));
  const ghosts = useCallerGhosts(userKey);
  const user = query.data?.user;
  const name = user && (user.fullName ?? user.account);
  useRemember(user);
  return (
    <>
      <PageTitle
        title={name ?? "Caller"}
        note={user?.fullName && user.account}
        parent={{ href: routes.find, label: "Find" }}
        end={query.data && <CopyForTicket data={query.data} ghosts={ghosts} />}
      />
      <QueryStates
        query={query}
        skeleton={<CallerSkeleton />}
        notFound={{
          title: "The site knows nobody of that name.",
          action: (
            <Link href={routes.find} className={buttonLook()}>
              Search again
            </Link>
          ),
        }}
      >
        {(data) => <Caller data={data} ghosts={ghosts} />}
      </QueryStates>
    </>
  );
}

function useRemember(user: UserResponse["user"] | undefined): void {
  const [people, store] = useRecentPeople(useSiteFacts().me.name);
  const person = user && { key: user.key, name: user.fullName ?? user.account, account: user.account };
  const isFirst = person === undefined || (people[0]?.key === person.key && people[0].name === person.name);
  useEffect(() => {
    if (person && !isFirst) store(withPerson(people, person));
  });
}

function Caller({ data, ghosts }: { data: UserResponse; ghosts: CallerGhosts | undefined }) {
  const { user, sessions } = data;
  const { stale } = useFreshness();
  const [details, setDetails] = useState("");
  const name = user.fullName ?? user.account;
  const machines = new Set(sessions.map(({ machineKey }) => machineKey));
  const traces = ghosts?.traces.filter(({ machineKey }) => machineKey !== null && machines.has(machineKey)) ?? [];
  const shown = [...(ghosts?.open ?? []), ...traces];
  const lead = ghosts ? leadRepair(name, sessions, shown) : null;
  return (
    <div className="flex flex-col gap-4">
      <Answer data={data} ghosts={ghosts}>
        {lead && <RepairBar key={lead.subject.sessionKey} lead subject={lead.subject} />}
      </Answer>
      <OpenGhosts ghosts={shown} userKey={user.key} leadId={lead?.ghostId ?? null} />
      <Panel title="Sessions" note={countOf(sessions.length, "session")}>
        {sessions.length === 0 ? (
          <EmptyState kind="none" title="No session on this site." />
        ) : (
          <PlainTable
            label={`Sessions of ${name}`}
            columns={CALLER_COLUMNS}
            rows={sessions}
            goneWord="ended"
            stale={stale}
            selectedKey={details}
            onDetails={(row) => setDetails(row.key)}
            onOpen={(row) => setDetails(row.key)}
          />
        )}
      </Panel>
      <CallerLeases userKey={user.key} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="What the site knows">
          <DescriptionList facts={callerFacts(user)} />
        </Panel>
        <PastGhosts ghosts={ghosts?.ended ?? []} />
      </div>
      <SessionDetails sessionKey={details} onClose={() => setDetails("")} ofPerson />
    </div>
  );
}

function CopyForTicket({ data, ghosts }: { data: UserResponse; ghosts: CallerGhosts | undefined }) {
  const zone = useZone();
  const open = !ghosts || ghosts.unread ? null : ghosts.open;
  return <CopyButton label="Copy for the ticket" text={() => ticketText({ ...data, ghosts: open }, zone)} />;
}

function CallerSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <div className="rounded-panel border border-line bg-panel p-4">
        <AnswerSkeleton />
        <Skeleton className="mt-2.5 h-4 w-48" />
      </div>
      <div className="rounded-panel border border-line bg-panel">
        <SkeletonRows rows={3} />
      </div>
    </div>
  );
}
