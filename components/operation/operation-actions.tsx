"use client";

import { Square } from "lucide-react";
import type { OperationResponse } from "@/lib/api/contract/operations";
import { VERBS } from "@/lib/domain/operation/verbs";
import { FormError } from "../people/form-error";
import { useRefusal } from "../shell/site";
import { Button } from "../ui/button";
import { askFor, loadDialog } from "./asked";
import { nextRequest } from "./operation-request";
import { isStoppable } from "./progress-words";
import { useStop } from "./use-stop";
import { VERB_WORD } from "./verb-words";

type Operation = OperationResponse["operation"];

/** What a person can do about an operation: stop what was not sent yet, or take the next step where it did not help. */
export function OperationActions({ operation }: { operation: Operation }) {
  const stoppable = isStoppable(operation);
  const request = nextRequest(operation);
  const mayStop = useRefusal("act-on-sessions");
  const mayGoOn = useRefusal(request ? VERBS[request.verb].permission : "read");
  const stop = useStop();
  if (!stoppable && !request) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {stoppable && (
        <Button
          size="small"
          icon={Square}
          disabledReason={mayStop}
          pending={stop.isPending}
          onClick={() => stop.mutate(operation.id)}
        >
          Stop
        </Button>
      )}
      {request && (
        <Button
          size="small"
          disabledReason={mayGoOn}
          onPointerEnter={() => void loadDialog()}
          onClick={() => askFor(request)}
        >
          Next: {VERB_WORD[request.verb].name.toLowerCase()}…
        </Button>
      )}
      <FormError error={stop.error} />
    </div>
  );
}
