"use client";

import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import type { OperationParams, PreviewBody } from "@/lib/api/contract/operations";
import { errorOfField } from "../people/form-error";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { FieldError } from "../ui/field";
import { askFor } from "./asked";
import type { OperationRequest } from "./operation-request";
import { firstParams, isComplete, ParamsFields } from "./params-fields";
import { Changes, PreviewView, Refusal } from "./preview-view";
import { randomKey } from "./random-key";
import { ReasonFields } from "./reason-fields";
import { isReason } from "./recent-reasons";
import { type Preview, usePreview } from "./use-preview";
import { isOutdated, useStart } from "./use-start";
import { confirmWords, meaningOf, questionWords } from "./verb-questions";

/** Typing is over when nothing was typed for so long. */
const SETTLED_MS = 500;

/** Shows whom it touches, asks why, and sends it. What becomes of it is followed in the corner. */
export function OperationDialog({ request }: { request: OperationRequest }) {
  const [params, setParams] = useState(() => firstParams(request.verb, request.params));
  const step = { verb: request.verb, action: params.action ?? null, enabled: params.enabled };
  return (
    <Dialog
      wide
      open
      onOpenChange={(next) => !next && askFor(null)}
      title={questionWords(step, request.subject)}
      description={meaningOf(step)}
    >
      <OperationForm request={request} params={params} onParams={setParams} />
    </Dialog>
  );
}

interface FormProps {
  request: OperationRequest;
  params: OperationParams;
  onParams: (params: OperationParams) => void;
}

function OperationForm({ request, params, onParams }: FormProps) {
  const { verb, target } = request;
  const [key] = useState(() => randomKey());
  const [said, setSaid] = useState({ reason: "", ticket: "" });
  const [checked, setChecked] = useState(false);
  const settled = useSettled(params);
  const ready = isComplete(verb, params);
  const body: PreviewBody = { verb, target, ...(Object.keys(settled).length > 0 ? { params: settled } : {}) };
  const preview = usePreview(key, body, ready && settled === params);
  const start = useStart(key, {
    started: (id) => {
      request.onStarted?.(id);
      askFor(null);
    },
    outdated: preview.renew,
  });
  const ticketNeeded = preview.shown?.ticketNeeded ?? false;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const { token } = preview;
    const ticket = said.ticket.trim();
    if (token === null || start.isPending || !isReason(said.reason) || (ticketNeeded && ticket === "")) return;
    start.mutate({ token, reason: said.reason.trim(), ...(ticket === "" ? {} : { ticket }) });
  };
  const fields = <ParamsFields verb={verb} params={params} onChange={onParams} />;
  if (preview.error && !preview.shown) return <RuledOut preview={preview}>{fields}</RuledOut>;
  const waiting = ready ? null : <p className="text-muted">Write the message; then Ghostdesk shows who gets it.</p>;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {fields}
      <PreviewView preview={preview} waiting={waiting} />
      <ReasonFields said={said} onChange={setSaid} ticketNeeded={ticketNeeded} checked={checked} error={start.error} />
      <Changes preview={preview} />
      <StartError error={start.error} preview={preview} />
      <div className="sticky -bottom-5 -mx-5 -mb-5 flex flex-wrap justify-end gap-2 rounded-b-panel border-line border-t bg-panel px-5 py-3">
        <Button onClick={() => askFor(null)}>Cancel</Button>
        <Button type="submit" variant="primary" pending={start.isPending} disabledReason={waitReason(preview, ready)}>
          {confirmWords(
            { verb, action: params.action ?? null, enabled: params.enabled },
            request,
            preview.shown?.touchesTotal ?? null,
          )}
        </Button>
      </div>
    </form>
  );
}

/** It cannot be done so, and why: nothing else to fill in. */
function RuledOut({ preview, children }: { preview: Preview; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-4">
      {children}
      {preview.error && <Refusal error={preview.error} onAgain={preview.renew} />}
      <div className="flex justify-end">
        <Button onClick={() => askFor(null)}>Close</Button>
      </div>
    </div>
  );
}

/** Why it cannot be confirmed yet. */
function waitReason(preview: Preview, ready: boolean): string | null {
  if (!ready) return "The message is still empty.";
  if (preview.error) return preview.error.message;
  if (preview.changes.length > 0) return "Something has changed: read it first.";
  return preview.token === null ? "Reading whom it touches…" : null;
}

/** Why it was not taken. What was shown is read again meanwhile, so that the next press is about what is there now. */
function StartError({ error, preview }: { error: Error | null; preview: Preview }) {
  if (!error || errorOfField(error, "reason") || errorOfField(error, "ticket")) return null;
  if (!isOutdated(error)) return <Refusal error={error} />;
  const again = preview.token === null ? "" : " Nothing of what you see above has changed; you can confirm it now.";
  return <FieldError>{`${error.message}${again}`}</FieldError>;
}

/** The value once it has stood for a moment. */
function useSettled<TValue>(value: TValue): TValue {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
