"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { isOpen } from "@/lib/domain/ghost/classes";
import { FormError } from "../people/form-error";
import { useRefusal, useSiteFacts } from "../shell/site";
import { Button } from "../ui/button";
import { Time } from "../ui/time";
import type { Ghost } from "./ghost-sentence";
import { GHOST_CLASS } from "./ghost-words";
import { useGhostWork, type Work } from "./ghost-work";

const load = () => import("./dismiss-dialog");
const DismissDialog = dynamic(() => load().then((loaded) => loaded.DismissDialog), { ssr: false });

/** Who works on it, and what this person can do about that. */
export function GhostActions({ ghost, copy }: { ghost: Ghost; copy: ReactNode }) {
  const refusal = useRefusal("work-ghosts");
  const [dismissing, setDismissing] = useState(false);
  const work = useGhostWork();
  const start = (what: Work) => work.mutate({ ids: [ghost.id], what });
  const dismissed = ghost.state === "dismissed";
  return (
    <>
      {ghost.takenBy && <Taken by={ghost.takenBy} at={ghost.takenAt} />}
      <div className="flex flex-wrap gap-2">
        {isOpen(ghost.state) && (
          <>
            <TakeButton ghost={ghost} refusal={refusal} pending={work.isPending} onWork={start} />
            <Button disabledReason={refusal} onPointerEnter={() => void load()} onClick={() => setDismissing(true)}>
              Dismiss…
            </Button>
          </>
        )}
        {dismissed && (
          <Button disabledReason={refusal} pending={work.isPending} onClick={() => start({ kind: "reopen" })}>
            Reopen
          </Button>
        )}
        {copy}
      </div>
      <FormError error={work.error} />
      {dismissing && (
        <DismissDialog
          ids={[ghost.id]}
          name={`${GHOST_CLASS[ghost.class].label} on ${ghost.machine ?? "an unnamed machine"}`}
          onClose={() => setDismissing(false)}
        />
      )}
    </>
  );
}

interface TakeProps {
  ghost: Ghost;
  refusal: string | null;
  pending: boolean;
  onWork: (what: Work) => void;
}

/** Take what nobody has, take over what somebody has, put down what one has oneself. */
function TakeButton({ ghost: { takenBy }, refusal, pending, onWork }: TakeProps) {
  const { me } = useSiteFacts();
  if (takenBy === me.name) {
    return (
      <Button disabledReason={refusal} pending={pending} onClick={() => onWork({ kind: "release" })}>
        Release
      </Button>
    );
  }
  return (
    <Button disabledReason={refusal} pending={pending} onClick={() => onWork({ kind: "take", over: takenBy !== null })}>
      {takenBy === null ? "Take" : `Take over from ${takenBy}`}
    </Button>
  );
}

function Taken({ by, at }: { by: string; at: string | null }) {
  const { me } = useSiteFacts();
  return (
    <p role="status" className="rounded-control border border-info-border bg-info-soft px-3 py-1.5 text-info-text">
      {by === me.name ? "You are" : `${by} is`} working on this
      {at && (
        <>
          , since <Time at={at} focusable />
        </>
      )}
      .
    </p>
  );
}
