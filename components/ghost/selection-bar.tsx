"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { BulkButtons } from "../operation/bulk-buttons";
import { Button } from "../ui/button";
import { FieldError } from "../ui/field";
import { showToast } from "../ui/toast";
import { countOf } from "../words";
import { useGhostWork, type WorkOutcome } from "./ghost-work";
import type { Marks } from "./marks";

const load = () => import("./dismiss-dialog");
const DismissDialog = dynamic(() => load().then((loaded) => loaded.DismissDialog), { ssr: false });

/** What can be done with the selected ghosts and their sessions; stands in the last line of the table, so that no row moves. */
export function SelectionBar({ marks, sessionKeys }: { marks: Marks; sessionKeys: readonly string[] }) {
  const ids = [...marks.marked];
  const [dismissing, setDismissing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const settle = (done: string) => (outcome: WorkOutcome) => {
    marks.set(outcome.refused.map(({ id }) => id));
    setRefusal(refusalWords(outcome));
    if (outcome.done.length > 0) showToast(`${countOf(outcome.done.length, "ghost")} ${done}.`);
  };
  const take = useGhostWork(settle("taken"));
  return (
    <span className="flex flex-wrap items-center gap-2 py-1">
      <span role="status" className="font-medium text-ink">
        {countOf(ids.length, "ghost")} selected
      </span>
      <Button
        size="small"
        variant="primary"
        pending={take.isPending}
        onClick={() => take.mutate({ ids, what: { kind: "take", over: false } })}
      >
        Take
      </Button>
      <Button size="small" onPointerEnter={() => void load()} onClick={() => setDismissing(true)}>
        Dismiss…
      </Button>
      <BulkButtons sessionKeys={sessionKeys} onStarted={() => marks.set([])} />
      <Button size="small" variant="quiet" onClick={() => marks.set([])}>
        Select none
      </Button>
      {(take.error ?? refusal) && <FieldError>{take.error?.message ?? refusal}</FieldError>}
      {dismissing && (
        <DismissDialog ids={ids} name="It" onClose={() => setDismissing(false)} onDone={settle("dismissed")} />
      )}
    </span>
  );
}

/** `2 of 5 stay as they were: Maria has it.` */
function refusalWords({ done, refused }: WorkOutcome): string | null {
  const [first] = refused;
  if (!first) return null;
  return `${refused.length} of ${done.length + refused.length} stay as they were: ${first.why}`;
}
