import Link from "next/link";
import type { ReactNode } from "react";
import type { ServerRow } from "@/lib/api/contract/servers";
import type { SessionRow } from "@/lib/api/contract/sessions";
import { routes } from "../routes";
import { RegistrationBadge } from "../server/server-badges";
import { SessionBadge } from "../session/session-badge";
import { UNNAMED } from "../session/session-search-params";
import { Who } from "../session/who";
import { Age } from "../ui/time";
import { countOf } from "../words";
import { LINE, LINES, NeedKind } from "./need-kind";

/** So many of each kind are shown. */
const SHOWN_MAX = 5;

/** How many of a list; one that was cut may be longer. */
function atLeast(count: number, one: string, isCut: boolean): string {
  return isCut ? `${count} or more ${one}s` : countOf(count, one);
}

/** Machines that the site itself complains of, each with what is wrong. */
export function MachineNeeds({
  rows,
  isCut,
  name,
  href,
  children,
}: {
  rows: readonly ServerRow[];
  isCut: boolean;
  name: string;
  href: string;
  children: (server: ServerRow) => ReactNode;
}) {
  if (rows.length === 0) return null;
  return (
    <NeedKind title={`${atLeast(rows.length, "machine", isCut)} ${name}`} href={href}>
      <ul className={LINES}>
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
      </ul>
    </NeedKind>
  );
}

export function UnregisteredFacts({ server }: { server: ServerRow }) {
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

/** Sessions of nobody that no rule calls a ghost, or not yet. */
export function UnnamedNeeds({ rows, isCut }: { rows: readonly SessionRow[]; isCut: boolean }) {
  if (rows.length === 0) return null;
  const href = routes.sessionsWhere({ userSource: UNNAMED, sort: "since" });
  return (
    <NeedKind
      title={`${atLeast(rows.length, "session", isCut)} without a user name`}
      note="anonymous users and ghosts left out"
      href={href}
    >
      <ul className={LINES}>
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
      </ul>
    </NeedKind>
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
