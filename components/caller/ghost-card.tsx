"use client";

import type { GhostRow } from "@/lib/api/contract/ghosts";
import { Confidence } from "../ghost/confidence";
import { GhostBadge } from "../ghost/ghost-badge";
import { EvidenceLink } from "../ghost/ghost-line";
import { hurtSentence } from "../ghost/ghost-sentence";
import { NEXT_STEP } from "../ghost/ghost-words";
import { useHeadline } from "../ghost/use-headline";
import { workWords } from "../ghost/work-words";
import { useSiteFacts } from "../shell/site";
import { buttonLook } from "../ui/button-look";
import { Skeleton } from "../ui/skeleton";
import { Age, Time } from "../ui/time";
import { onMachine } from "../words";

/** One open ghost of a caller: what it is, on what grounds, what to do first, whom it hurt, who works on it. */
export function GhostCard({ ghost }: { ghost: GhostRow }) {
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
      {ghost.subject === "session" && (
        <p>
          <span className="text-muted">First step:</span> <FirstStep ghost={ghost} />
        </p>
      )}
      {hurt && <p className={ghost.failedLaunches > 0 ? "text-warn-text" : "text-muted"}>{hurt}</p>}
    </li>
  );
}

function FirstStep({ ghost }: { ghost: GhostRow }) {
  if (ghost.next === null) return "none that the evidence allows.";
  const { label, meaning } = NEXT_STEP[ghost.next];
  return (
    <>
      <strong className="font-semibold">
        {label} {onMachine(ghost.machine)}
      </strong>
      . {meaning}
    </>
  );
}
