"use client";

import type { GhostRow } from "@/lib/api/contract/ghosts";
import { Confidence } from "../ghost/confidence";
import { GhostBadge } from "../ghost/ghost-badge";
import { EvidenceLink } from "../ghost/ghost-line";
import { hurtSentence } from "../ghost/ghost-sentence";
import { repairSubject } from "../ghost/ghost-subject";
import { useHeadline } from "../ghost/use-headline";
import { workWords } from "../ghost/work-words";
import { RepairBar } from "../operation/repair-bar";
import { useSiteFacts } from "../shell/site";
import { buttonLook } from "../ui/button-look";
import { Skeleton } from "../ui/skeleton";
import { Age, Time } from "../ui/time";

/**
 * One open ghost of a caller: what it is, on what grounds, what to do first, whom it hurt, who works on it. `repairable`: what can be
 * done about it stands here, and not already above.
 */
export function GhostCard({ ghost, repairable }: { ghost: GhostRow; repairable: boolean }) {
  const { me } = useSiteFacts();
  const headline = useHeadline(ghost);
  const hurt = hurtSentence(ghost);
  return (
    <li className="flex flex-col gap-2 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <GhostBadge class={ghost.class} state={ghost.state} />
        <span className="text-muted text-small">
          <Confidence level={ghost.confidence} />
        </span>
        <span className="text-muted text-small">
          since <Time at={ghost.since} focusable /> (<Age since={ghost.since} />)
        </span>
        <span className={ghost.takenBy ? "text-info-text text-small" : "text-muted text-small"}>
          {workWords(ghost.takenBy, me.name)}
        </span>
        <EvidenceLink ghost={ghost} className={`ml-auto ${buttonLook("secondary", "small")}`} />
      </div>
      {headline ? <p className="max-w-[80ch] font-medium">{headline}</p> : <Skeleton className="h-5 w-2/3" />}
      {repairable && <RepairBar subject={repairSubject(ghost)} />}
      {hurt && <p className={ghost.failedLaunches > 0 ? "text-warn-text" : "text-muted"}>{hurt}</p>}
    </li>
  );
}
