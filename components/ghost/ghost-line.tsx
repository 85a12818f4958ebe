"use client";

import Link from "next/link";
import type { GhostRow } from "@/lib/api/contract/ghosts";
import { routes } from "../routes";
import { useSiteFacts } from "../shell/site";
import { TimeAndAge } from "../ui/time";
import { GhostBadge } from "./ghost-badge";
import { NEXT_STEP } from "./ghost-words";
import { Whose } from "./whose";
import { workWords } from "./work-words";

/** One line where there is room for it, and the same from top to bottom; else as many as it takes. */
const LINE =
  "flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 @3xl:grid @3xl:py-1.5 " +
  "@3xl:grid-cols-[13rem_minmax(0,1fr)_6rem_6.5rem_6.25rem_auto] @5xl:grid-cols-[14rem_minmax(0,1fr)_8rem_9rem_10rem_auto]";

/** One ghost in a short list: what, who, where, since when, what to do first, and the way to its evidence. */
export function GhostLine({ ghost }: { ghost: GhostRow }) {
  const { me } = useSiteFacts();
  const step = ghost.next && NEXT_STEP[ghost.next];
  return (
    <div className={LINE}>
      <span>
        <GhostBadge class={ghost.class} state={ghost.state} />
      </span>
      <span className="min-w-0 truncate">
        <Whose ghost={ghost} brief />
      </span>
      <span className="min-w-0 truncate">
        <Place ghost={ghost} />
      </span>
      <span className="whitespace-nowrap">
        <TimeAndAge at={ghost.since} />
      </span>
      <span className="relative text-small" title={step?.meaning}>
        <span className="text-muted @3xl:sr-only @5xl:not-sr-only">First:</span>{" "}
        {step ? step.label.toLowerCase() : "look at it"}
      </span>
      <EvidenceLink ghost={ghost} className="ml-auto text-link" />
      {ghost.takenBy && (
        <span className="col-span-full text-info-text text-small">{workWords(ghost.takenBy, me.name)}</span>
      )}
    </div>
  );
}

/** Named after its ghost, so that several on a page can be told apart by ear. */
export function EvidenceLink({ ghost, className = "text-link" }: { ghost: GhostRow; className?: string }) {
  const whose = ghost.userFullName ?? ghost.user ?? "nobody named";
  const what = ghost.subject === "session" ? `${whose} on ${ghost.machine ?? "an unnamed machine"}` : ghost.machine;
  return (
    <Link href={routes.ghost(ghost.id)} aria-label={`Evidence: ${what}`} className={className}>
      Evidence
    </Link>
  );
}

function Place({ ghost }: { ghost: GhostRow }) {
  if (ghost.machineKey === null) return ghost.machine ?? "unnamed machine";
  return (
    <Link href={routes.server(ghost.machineKey)} className="name-link">
      {ghost.machine}
    </Link>
  );
}
