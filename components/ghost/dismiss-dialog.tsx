"use client";

import { type FormEvent, useState } from "react";
import { FormError } from "../people/form-error";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { TextField } from "../ui/field";
import { countOf } from "../words";
import { useGhostWork, type WorkOutcome } from "./ghost-work";

const REASON_MIN = 3;

export interface DismissDialogProps {
  ids: readonly string[];
  /** What is dismissed, such as `Nameless on CTX-APP-017`, where it is one. */
  name: string;
  onClose: () => void;
  onDone?: (outcome: WorkOutcome) => void;
}

/** Asks why something is no ghost: the reason is kept with it, and whoever reopens it reads it. */
export function DismissDialog(props: DismissDialogProps) {
  const { ids, name } = props;
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && props.onClose()}
      title={ids.length === 1 ? "Dismiss this ghost?" : `Dismiss ${countOf(ids.length, "ghost")}?`}
      description={`${ids.length === 1 ? `${name} leaves` : "They leave"} the queue, with your reason. Nothing on the site changes.`}
    >
      <DismissForm {...props} />
    </Dialog>
  );
}

function DismissForm({ ids, onClose, onDone }: DismissDialogProps) {
  const [reason, setReason] = useState("");
  const [short, setShort] = useState(false);
  const dismiss = useGhostWork((outcome) => {
    onDone?.(outcome);
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = reason.trim();
    setShort(said.length < REASON_MIN);
    if (said.length >= REASON_MIN) dismiss.mutate({ ids, what: { kind: "dismiss", reason: said } });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        label="Why it is no ghost"
        autoComplete="off"
        required
        maxLength={500}
        value={reason}
        error={short ? "Say in a few words why it is no ghost." : null}
        onChange={(event) => {
          setReason(event.target.value);
          setShort(false);
        }}
      />
      <FormError error={dismiss.error} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="danger" pending={dismiss.isPending}>
          Dismiss
        </Button>
      </div>
    </form>
  );
}
