"use client";

import Link from "next/link";
import type { GhostRow } from "@/lib/api/contract/ghosts";
import { ClassBadge } from "../ghost/ghost-badge";
import { EvidenceLink } from "../ghost/ghost-line";
import { CLEAR_REASON, INCIDENT_STATE } from "../ghost/ghost-words";
import { routes } from "../routes";
import { Panel } from "../ui/panel";
import { Time } from "../ui/time";
import { countOf, onMachine } from "../words";
import { GhostCard } from "./ghost-card";

/** So many are shown with their evidence; the rest is in the queue. */
const CARDS_MAX = 5;

/** A card for each open ghost of this person, and for the failures of machines that they have sessions on. */
export function OpenGhosts({
  ghosts,
  userKey,
  leadId,
}: {
  ghosts: readonly GhostRow[];
  userKey: string;
  /** The ghost whose repair is the page's one button already. */
  leadId: string | null;
}) {
  if (ghosts.length === 0) return null;
  const more = ghosts.length - CARDS_MAX;
  return (
    <Panel title="Ghosts" note={countOf(ghosts.length, "open", "open")}>
      <ul className="divide-y divide-line">
        {ghosts.slice(0, CARDS_MAX).map((ghost) => (
          <GhostCard key={ghost.id} ghost={ghost} repairable={ghost.id !== leadId} />
        ))}
      </ul>
      {more > 0 && (
        <p className="border-line border-t px-4 py-2.5">
          <Link href={routes.ghostsWhere({ user: userKey })} className="text-link">
            and {more} more
          </Link>
        </p>
      )}
    </Panel>
  );
}

/** What was, quietly: a caller who calls again often has had one before. */
export function PastGhosts({ ghosts }: { ghosts: readonly GhostRow[] }) {
  if (ghosts.length === 0) return null;
  return (
    <Panel title="Past ghosts" note="the newest first">
      <ul className="divide-y divide-line">
        {ghosts.map((ghost) => (
          <li key={ghost.id} className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 text-small">
            <ClassBadge class={ghost.class} state={ghost.state} />
            <span className="text-muted">{onMachine(ghost.machine)}</span>
            <span className="text-muted">
              <Time at={ghost.since} focusable />
              {ghost.clearedAt && (
                <>
                  {" to "}
                  <Time at={ghost.clearedAt} focusable />
                </>
              )}
            </span>
            <span className="text-muted">
              {INCIDENT_STATE[ghost.state].label}
              {ghost.outcome && `: ${CLEAR_REASON[ghost.outcome]}`}
            </span>
            <EvidenceLink ghost={ghost} className="ml-auto text-link" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
