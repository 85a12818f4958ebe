"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import type { ServerRow } from "@/lib/api/contract/servers";
import type { SessionRow } from "@/lib/api/contract/sessions";
import { serversQuery, sessionsQuery } from "@/lib/api/query";
import { routes } from "../routes";
import { FaultBadge, RegistrationBadge } from "../server/server-badges";
import { SessionBadge } from "../session/session-badge";
import { UNNAMED } from "../session/session-search-params";
import { Who } from "../session/who";
import { QueryStates } from "../shell/query-states";
import { useFreshness, useLiveLine } from "../shell/site";
import { sourceProblems } from "../shell/source-words";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { SkeletonRows } from "../ui/skeleton";
import { Age, Time } from "../ui/time";
import { countOf } from "../words";

/** So many of each kind are looked through, and so many shown. */
const READ_MAX = 100;
const SHOWN_MAX = 5;

/** What needs a person now, of what the site itself says; nothing here is a verdict. */
export function Needs() {
  const { stale } = useFreshness();
  const sourcesWell = sourceProblems(useLiveLine().sources).length === 0;
  const unregistered = useQuery(serversQuery({ support: "all", only: "unregistered", limit: READ_MAX }));
  const faulty = useQuery(serversQuery({ support: "all", only: "fault", limit: READ_MAX }));
  const unnamed = useQuery(sessionsQuery({ userSource: UNNAMED, sort: "since", limit: READ_MAX }));
  const all = [unregistered, faulty, unnamed];
  const query = {
    data: unregistered.data && faulty.data && unnamed.data && ([unregistered.data, faulty.data, unnamed.data] as const),
    error: all.find(({ error }) => error)?.error ?? null,
    failureReason: all.find(({ failureReason }) => failureReason)?.failureReason ?? null,
    refetch: () => Promise.all(all.map((each) => each.refetch())),
  };
  return (
    <Panel title="What needs a person now" note="as the site says">
      <div data-stale={stale || undefined}>
        <QueryStates query={query} skeleton={<SkeletonRows rows={5} />}>
          {([out, broken, nameless]) => {
            const off = out.rows.filter((server) => !isMeantToBeOff(server));
            const unknown = nameless.rows.filter((session) => session.anonymous !== true);
            if (off.length + broken.total + unknown.length === 0)
              return <Nothing asOf={out.asOf} sourcesWell={sourcesWell} />;
            return (
              <>
                <Machines rows={off} name="not registered" href={`${routes.servers}?support=all&only=unregistered`}>
                  {(server) => <Unregistered server={server} />}
                </Machines>
                <Machines rows={broken.rows} name="in fault" href={`${routes.servers}?support=all&only=fault`}>
                  {(server) => <FaultBadge state={server.fault} />}
                </Machines>
                <Unnamed rows={unknown} />
              </>
            );
          }}
        </QueryStates>
      </div>
    </Panel>
  );
}

/** A machine without power cannot register, and somebody wanted it so. */
function isMeantToBeOff(server: ServerRow): boolean {
  return server.power === "Off" || server.power === "Suspended" || server.maintenance === true;
}

/** The site is well, as far as its sources can tell. */
function Nothing({ asOf, sourcesWell }: { asOf: string; sourcesWell: boolean }) {
  return (
    <EmptyState kind="none" title={sourcesWell ? "Nothing needs a person now." : "Nothing but the source above."}>
      Every machine that is on is registered and without a fault, every session has its user. As of{" "}
      <Time at={asOf} focusable />.
    </EmptyState>
  );
}

/** How many of a list; a list that was cut may be longer. */
function atLeast(count: number, one: string): string {
  return count < READ_MAX ? countOf(count, one) : `${READ_MAX} or more ${one}s`;
}

/** One kind of thing: how many there are, the first few, and where all of them are. */
function Kind({ title, note, href, children }: { title: string; note?: string; href: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-line border-b last:border-b-0">
      <h3 className="flex h-9 items-center gap-2 bg-sunken px-4 font-medium text-small">
        {title}
        {note && <span className="font-normal text-muted">{note}</span>}
        <Link href={href} className="ml-auto font-normal text-link">
          Show all
        </Link>
      </h3>
      <ul className="divide-y divide-line">{children}</ul>
    </section>
  );
}

const LINE = "flex min-h-9 flex-wrap items-center gap-x-3 px-4 py-1";

function Machines({
  rows,
  name,
  href,
  children,
}: {
  rows: readonly ServerRow[];
  name: string;
  href: string;
  children: (server: ServerRow) => ReactNode;
}) {
  if (rows.length === 0) return null;
  return (
    <Kind title={`${atLeast(rows.length, "machine")} ${name}`} href={href}>
      {rows.slice(0, SHOWN_MAX).map((server) => (
        <li key={server.key} className={LINE}>
          <Link href={routes.server(server.key)} className="name-link min-w-28">
            {server.name}
          </Link>
          {children(server)}
          <span className="text-muted text-small">{server.deliveryGroup}</span>
          <span className="ml-auto text-muted text-small">{countOf(server.sessions, "session")}</span>
        </li>
      ))}
    </Kind>
  );
}

function Unregistered({ server }: { server: ServerRow }) {
  return (
    <>
      <RegistrationBadge state={server.registration} />
      {server.registrationSince && (
        <span className="text-muted text-small">
          for <Age since={server.registrationSince} />
        </span>
      )}
    </>
  );
}

function Unnamed({ rows }: { rows: readonly SessionRow[] }) {
  if (rows.length === 0) return null;
  const href = routes.sessionsWhere({ userSource: UNNAMED, sort: "since" });
  return (
    <Kind title={`${atLeast(rows.length, "session")} without a user name`} note="anonymous users left out" href={href}>
      {rows.slice(0, SHOWN_MAX).map((session) => (
        <li key={session.key} className={LINE}>
          <Place session={session} />
          <SessionBadge state={session.state} />
          <span className="text-muted text-small">
            for <Age since={session.since} />
          </span>
          <span className="ml-auto text-small">
            <Who session={session} />
          </span>
        </li>
      ))}
    </Kind>
  );
}

function Place({ session }: { session: SessionRow }) {
  if (session.machineKey === null) return <span className="min-w-28">{session.machine ?? "unnamed machine"}</span>;
  return (
    <Link href={routes.server(session.machineKey)} className="name-link min-w-28">
      {session.machine}
    </Link>
  );
}
