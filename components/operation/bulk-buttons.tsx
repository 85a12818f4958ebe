"use client";

import type { Verb } from "@/lib/domain/operation/verbs";
import { useRefusal } from "../shell/site";
import { Button } from "../ui/button";
import { countOf } from "../words";
import { askFor, loadDialog } from "./asked";
import { VERB_WORD } from "./verb-words";

/** What can be done to several sessions at once, in the order of the ladder. */
const BULK = ["log-off", "hide", "message"] as const satisfies readonly Verb[];

/** Acts on the sessions of what is selected; the dialog shows them all before anything happens. */
export function BulkButtons({ sessionKeys, onStarted }: { sessionKeys: readonly string[]; onStarted: () => void }) {
  const several = sessionKeys.length > 1;
  const refusal = useRefusal(several ? "act-in-bulk" : "act-on-sessions");
  const off = sessionKeys.length === 0 ? "What is selected is about machines: it has no sessions." : refusal;
  return BULK.map((verb) => (
    <Button
      key={verb}
      size="small"
      disabledReason={off}
      onPointerEnter={() => void loadDialog()}
      onClick={() =>
        askFor({
          verb,
          target: { sessions: [...sessionKeys] },
          subject: several ? countOf(sessionKeys.length, "session") : "the session",
          onStarted,
        })
      }
    >
      {VERB_WORD[verb].name}…
    </Button>
  ));
}
