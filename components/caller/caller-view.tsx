"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect, useState } from "react";
import type { UserResponse } from "@/lib/api/contract/users";
import { userQuery } from "@/lib/api/query";
import { routes } from "../routes";
import { CALLER_COLUMNS } from "../session/session-columns";
import { SessionDetails } from "../session/session-details";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { useFreshness, useSiteFacts } from "../shell/site";
import { buttonLook } from "../ui/button-look";
import { useNow, useZone } from "../ui/clock";
import { CopyButton } from "../ui/copy-button";
import { DescriptionList } from "../ui/description-list";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { Skeleton, SkeletonRows } from "../ui/skeleton";
import { PlainTable } from "../ui/table/plain-table";
import { Time } from "../ui/time";
import { countOf } from "../words";
import { borrowedNames } from "./borrowed-names";
import { callerFacts } from "./caller-facts";
import { callerSentence } from "./caller-sentence";
import { useRecentPeople, withPerson } from "./recent-people";
import { ticketText } from "./ticket-text";

/** One person: a plain sentence first, then the sessions, then what the site knows. */
export function CallerView({ userKey }: { userKey: string }) {
  const query = useQuery(userQuery(userKey));
  const user = query.data?.user;
  const name = user && (user.fullName ?? user.account);
  useRemember(user);
  return (
    <>
      <PageTitle
        title={name ?? "Caller"}
        note={user?.fullName && user.account}
        parent={{ href: routes.find, label: "Find" }}
        end={query.data && <CopyForTicket data={query.data} />}
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
        {(data) => <Caller {...data} />}
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

function Caller({ user, sessions, asOf }: UserResponse) {
  const { stale } = useFreshness();
  const now = useNow(60_000);
  const zone = useZone();
  const [details, setDetails] = useState("");
  const name = user.fullName ?? user.account;
  const borrowed = borrowedNames(sessions);
  return (
    <div className="flex flex-col gap-4">
      <section
        aria-label="Answer"
        className="rounded-panel border border-line bg-panel p-4"
        data-stale={stale || undefined}
      >
        <p className="max-w-[64ch] text-balance font-semibold text-sentence">
          {callerSentence(name, sessions, now, zone)}
        </p>
        {borrowed && <p className="mt-1.5 text-warn-text">{borrowed}</p>}
        <p className="mt-1.5 text-muted">
          {stale ? "The last that was read" : "As the site says"}, as of <Time at={asOf} focusable />.
          {!user.known &&
            " No user record of the site has this name: it stands on sessions whose user was not verified."}
        </p>
      </section>
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
      <Panel title="What the site knows" className="max-w-180">
        <DescriptionList facts={callerFacts(user)} />
      </Panel>
      <SessionDetails sessionKey={details} onClose={() => setDetails("")} />
    </div>
  );
}

function CopyForTicket({ data }: { data: UserResponse }) {
  const zone = useZone();
  return <CopyButton label="Copy for the ticket" text={() => ticketText(data, zone)} />;
}

function CallerSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <div className="rounded-panel border border-line bg-panel p-4">
        <Skeleton className="h-7 w-2/3" />
        <Skeleton className="mt-2.5 h-4 w-48" />
      </div>
      <div className="rounded-panel border border-line bg-panel">
        <SkeletonRows rows={3} />
      </div>
    </div>
  );
}
