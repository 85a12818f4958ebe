"use client";

import type { ClaimRow } from "@/lib/api/contract/ghosts";
import type { GhostClass } from "@/lib/domain/ghost/classes";
import { Badge } from "../ui/badge";
import { Age, Time } from "../ui/time";
import { claimLabel, stanceWords, valueWords } from "./claim-words";
import { STANCE_LOOK } from "./ghost-look";
import type { Ghost } from "./ghost-sentence";
import { EVIDENCE_SOURCE } from "./ghost-words";

/** Every value that the rule looked at: what, from where, how old, and whether it speaks for the ghost. */
export function Evidence({ ghost }: { ghost: Ghost }) {
  return (
    <dl>
      {ghost.evidence.map((claim) => (
        <ClaimLine key={claim.field} claim={claim} ghostClass={ghost.class} />
      ))}
    </dl>
  );
}

function ClaimLine({ claim, ghostClass }: { claim: ClaimRow; ghostClass: GhostClass }) {
  const look = STANCE_LOOK[claim.stance];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-line border-t px-4 py-2">
      <dt className="text-muted text-small">{claimLabel(claim, ghostClass)}</dt>
      <dd className="text-right text-faint text-small">
        <Said claim={claim} />
      </dd>
      <dd className="col-span-2 flex items-baseline gap-3">
        <span className="wrap-anywhere min-w-0 font-medium">
          {claim.value.kind === "instant" ? <Time at={claim.value.at} focusable /> : valueWords(claim, (at) => at)}
        </span>
        <span className="ml-auto">
          <Badge tone={look.tone} icon={look.icon} quiet>
            {stanceWords(claim)}
          </Badge>
        </span>
      </dd>
    </div>
  );
}

/** `Monitoring database · 4 min ago`. What a setting says has no age. */
function Said({ claim: { source, saidAt } }: { claim: ClaimRow }) {
  if (saidAt === null) return source === "server" ? "The server itself, not heard" : EVIDENCE_SOURCE[source];
  return (
    <>
      {EVIDENCE_SOURCE[source]} · <Age since={saidAt} /> ago
    </>
  );
}
