"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import type { GhostResponse } from "@/lib/api/contract/ghosts";
import { ghostQuery } from "@/lib/api/query";
import { isOpen } from "@/lib/domain/ghost/classes";
import { RepairBar } from "../operation/repair-bar";
import { routes } from "../routes";
import { QueryStates } from "../shell/query-states";
import { useNow } from "../ui/clock";
import { CopyButton } from "../ui/copy-button";
import { Sheet } from "../ui/sheet";
import { SkeletonRows } from "../ui/skeleton";
import { Time } from "../ui/time";
import { countOf } from "../words";
import { Confidence } from "./confidence";
import { CopyEvidence } from "./copy-evidence";
import { GhostActions } from "./ghost-actions";
import { ClassBadge, IncidentBadge } from "./ghost-badge";
import { Evidence } from "./ghost-evidence";
import { GhostHistory } from "./ghost-history";
import { type Ghost, ghostHeadline, graceSentence, hurtSentence } from "./ghost-sentence";
import { repairSubject } from "./ghost-subject";
import { CLEAR_REASON, GHOST_CLASS, NEXT_STEP } from "./ghost-words";
import { Whose } from "./whose";

/** Why Ghostdesk says so, beside the queue: one ghost with everything that speaks for it and against it. */
export function GhostSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery({ ...ghostQuery(id), enabled: id !== "" });
  const ghost = query.data?.ghost;
  return (
    <Sheet
      open={id !== ""}
      onClose={onClose}
      title={ghost ? GHOST_CLASS[ghost.class].label : "Ghost"}
      note={ghost?.machine && `on ${ghost.machine}`}
    >
      <QueryStates
        query={query}
        skeleton={<SkeletonRows rows={12} />}
        notFound={{ title: "Ghostdesk has no ghost of this address." }}
      >
        {(data) => <GhostBody key={data.ghost.id} data={data} />}
      </QueryStates>
    </Sheet>
  );
}

function GhostBody({ data: { ghost, asOf } }: { data: GhostResponse }) {
  const now = useNow(60_000);
  const wait = graceSentence(ghost);
  const hurt = hurtSentence(ghost);
  return (
    <>
      <div className="flex flex-col gap-3 border-line border-b p-4">
        <p className="text-balance font-semibold text-title">{ghostHeadline(ghost, now)}</p>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <ClassBadge class={ghost.class} state={ghost.state} />
          <IncidentBadge state={ghost.state} />
          <Confidence level={ghost.confidence} />
        </div>
        <Standing ghost={ghost} />
        {isOpen(ghost.state) && <RepairBar lead subject={repairSubject(ghost)} />}
        <GhostActions ghost={ghost} copy={<CopyEvidence ghost={ghost} asOf={asOf} />} />
      </div>
      <Part title="Why Ghostdesk says so">
        {wait && <p className="px-4 pb-2">{wait}</p>}
        <Evidence ghost={ghost} />
      </Part>
      <Part title="Who was hurt">
        <p className="px-4 pb-3">
          {hurt ?? "The people whose sessions failed; the failures are the evidence above."}
          {ghost.lastFailedLaunchAt && (
            <>
              {" "}
              The last at <Time at={ghost.lastFailedLaunchAt} focusable />.
            </>
          )}
        </p>
      </Part>
      {isOpen(ghost.state) && (
        <Part title="First step">
          <p className="px-4 pb-3">{ghost.next === null ? noStep(ghost) : <FirstStep step={ghost.next} />}</p>
        </Part>
      )}
      <Part title="Where">
        <Place ghost={ghost} />
      </Part>
      <Part title="History">
        <GhostHistory history={ghost.history} />
      </Part>
      {ghost.sessionKey && (
        <div className="flex items-center gap-2 px-4 py-3 text-muted text-small">
          <span className="wrap-anywhere min-w-0">Session key {ghost.sessionKey}</span>
          <CopyButton compact label="Copy the session key" text={() => ghost.sessionKey ?? ""} />
        </div>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-line border-b">
      <h3 className="px-4 pt-3 pb-1.5 font-semibold text-muted text-small">{title}</h3>
      {children}
    </section>
  );
}

/** Where it stands in its life: since when, whether it came back, how it ended. */
function Standing({ ghost }: { ghost: Ghost }) {
  const { dismissed, outcome, clearedAt, returns } = ghost;
  return (
    <div className="flex flex-col gap-1 text-muted">
      <p>
        Since <Time at={ghost.since} focusable />, first seen <Time at={ghost.firstSeenAt} focusable />
        {ghost.confirmedAt && (
          <>
            , confirmed <Time at={ghost.confirmedAt} focusable />
          </>
        )}
        .
      </p>
      {returns > 0 && <p>It was cleared and came back {returns === 1 ? "once" : `${returns} times`} within a day.</p>}
      {clearedAt && (
        <p>
          Cleared <Time at={clearedAt} focusable />
          {outcome && `: ${CLEAR_REASON[outcome]}`}.
        </p>
      )}
      {dismissed && (
        <p>
          {dismissed.by} dismissed it <Time at={dismissed.at} focusable />: “{dismissed.reason}”
        </p>
      )}
    </div>
  );
}

function noStep({ subject }: Ghost): string {
  return subject === "machine"
    ? "None on the strength of a trace alone. Look at the machine and at the ghosts on it."
    : "None that the evidence leaves.";
}

function FirstStep({ step }: { step: NonNullable<Ghost["next"]> }) {
  return (
    <>
      <span className="font-medium">{NEXT_STEP[step].label}.</span>{" "}
      <span className="text-muted">{NEXT_STEP[step].meaning}</span>
    </>
  );
}

/** The person and the machine, and whom a repair of the whole machine would touch. */
function Place({ ghost }: { ghost: Ghost }) {
  const { machine, machineKey, othersOnMachine, deliveryGroup } = ghost;
  return (
    <div className="flex flex-col gap-1 px-4 pb-3">
      <p>
        <Whose ghost={ghost} />
      </p>
      <p>
        {machineKey ? (
          <Link href={routes.server(machineKey)} className="text-link">
            {machine ?? "The machine"}
          </Link>
        ) : (
          (machine ?? "The site does not name the machine.")
        )}
        {deliveryGroup && <span className="text-muted"> in {deliveryGroup}</span>}
      </p>
      {othersOnMachine !== null && (
        <p className="text-muted">
          {othersOnMachine === 0
            ? "Nobody else is on this machine."
            : `${countOf(othersOnMachine, "other person is", "other people are")} on this machine.`}
        </p>
      )}
    </div>
  );
}
