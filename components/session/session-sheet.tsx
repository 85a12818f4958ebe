"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { SessionRow } from "@/lib/api/contract/sessions";
import { sessionQuery } from "@/lib/api/query";
import { GhostBadge } from "../ghost/ghost-badge";
import { GHOST_CLASS } from "../ghost/ghost-words";
import type { RepairSubject } from "../operation/operation-request";
import { RepairBar } from "../operation/repair-bar";
import { routes } from "../routes";
import { QueryStates } from "../shell/query-states";
import { buttonLook } from "../ui/button-look";
import { CopyButton } from "../ui/copy-button";
import { DescriptionList, type Fact } from "../ui/description-list";
import { Sheet } from "../ui/sheet";
import { SkeletonRows } from "../ui/skeleton";
import { Age, Time } from "../ui/time";
import { formatDuration } from "../ui/time-format";
import { readable } from "../words";
import { EndsSentence } from "./ends-sentence";
import { LIFE_NAME } from "./life-names";
import { SessionBadge } from "./session-badge";
import { lookOfState } from "./session-state";
import { NAME_SOURCE, Who } from "./who";

export interface SessionSheetProps {
  sessionKey: string;
  onClose: () => void;
  /** It stands on the page of its person, which has its own first step. */
  ofPerson?: boolean;
}

/** Everything the site says of one session, beside the list. It follows the session until it ends. */
export function SessionSheet({ sessionKey, onClose, ofPerson = false }: SessionSheetProps) {
  const query = useQuery({ ...sessionQuery(sessionKey), enabled: sessionKey !== "" });
  const session = query.data?.session;
  return (
    <Sheet open={sessionKey !== ""} onClose={onClose} title="Session" note={session?.userFullName ?? session?.user}>
      <QueryStates
        query={query}
        skeleton={<SkeletonRows rows={12} />}
        notFound={{ title: "This session is no longer on the site." }}
      >
        {({ session: shown }) => <SessionBody key={shown.key} session={shown} ofPerson={ofPerson} />}
      </QueryStates>
    </Sheet>
  );
}

function SessionBody({ session, ofPerson }: { session: SessionRow; ofPerson: boolean }) {
  return (
    <>
      <div className="flex flex-col gap-2 border-line border-b p-4">
        <div className="flex flex-wrap items-center gap-2.5">
          <SessionBadge state={session.state} />
          {session.ghost && <GhostBadge class={session.ghost.class} state={session.ghost.state} />}
          <span className="text-muted text-small">
            for <Age since={session.since} />
          </span>
        </div>
        <p className="text-muted">{lookOfState(session.state).meaning}</p>
        {session.ghost && <p>{GHOST_CLASS[session.ghost.class].meaning}</p>}
        <RepairBar lead={!ofPerson} subject={subjectOf(session)} />
        <div className="flex flex-wrap gap-2">
          {session.userKey && !ofPerson && (
            <Link href={routes.user(session.userKey)} className={buttonLook()}>
              Open the person
            </Link>
          )}
          {session.machineKey && (
            <Link href={routes.server(session.machineKey)} className={buttonLook()}>
              Open {session.machine}
            </Link>
          )}
          {session.ghost && (
            <Link href={routes.ghost(session.ghost.id)} className={buttonLook()}>
              Evidence of the ghost
            </Link>
          )}
        </div>
      </div>
      <DescriptionList facts={factsOf(session)} />
      <div className="flex items-center gap-2 px-4 py-3 text-muted text-small">
        <span className="wrap-anywhere min-w-0">Session key {session.key}</span>
        <CopyButton compact label="Copy the session key" text={() => session.key} />
      </div>
    </>
  );
}

function subjectOf({ key, machineKey, machine, userFullName, user }: SessionRow): RepairSubject {
  return { sessionKey: key, machineKey, machine, person: userFullName ?? user };
}

function factsOf(session: SessionRow): Fact[] {
  return [
    { name: "User", value: <Who session={session} /> },
    { name: "Name comes from", value: NAME_SOURCE[session.userSource] },
    { name: "Machine", value: session.machine },
    { name: "Delivery group", value: session.deliveryGroup },
    { name: "Ends", value: <EndsSentence ends={session.ends} /> },
    { name: "Place in the timeouts", value: session.life && LIFE_NAME[session.life] },
    { name: "Since", value: <Time at={session.since} focusable /> },
    { name: "Started", value: session.startedAt && <Time at={session.startedAt} focusable /> },
    { name: "Idle since", value: session.idleSince ? <Time at={session.idleSince} focusable /> : null },
    { name: "Logon took", value: session.logOnDurationMs === null ? null : formatDuration(session.logOnDurationMs) },
    { name: "App state", value: spelled(session.appState) },
    { name: "Applications", value: session.applications.length > 0 ? session.applications.join(", ") : "none" },
    { name: "Kind", value: kindOf(session) },
    { name: "Connection", value: spelled(session.connectionMode) },
    { name: "Protocol", value: session.protocol },
    { name: "Client", value: session.client },
    { name: "Client address", value: session.clientAddress },
    { name: "Client version", value: joined([session.clientVersion, session.clientPlatform]) },
    { name: "Hidden", value: yesNo(session.hidden) },
    { name: "Anonymous", value: yesNo(session.anonymous) },
  ];
}

function kindOf({ sessionType, sessionSupport }: SessionRow): string | null {
  return joined([spelled(sessionType), spelled(sessionSupport)?.toLowerCase() ?? null]);
}

function spelled(name: string | null): string | null {
  return name === null ? null : readable(name);
}

function joined(parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null).join(", ") || null;
}

function yesNo(value: boolean | null): string | null {
  if (value === null) return null;
  return value ? "yes" : "no";
}
