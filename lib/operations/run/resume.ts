import type { RunScope } from "@/lib/collector/run-scope";
import { VERBS } from "@/lib/domain/operation/verbs";
import { readOpenOperation, readUnsettled } from "./open-operation";
import { settle } from "./settle";
import { stopRest } from "./stop-rest";
import { writePart } from "./write-part";

/**
 * What an earlier start of the program left behind. What was only intended was never sent, and is not sent now: whoever asked for it is
 * gone. What was being sent may have been done: it is unknown until the site shows it.
 */
export async function resume(scope: RunScope): Promise<void> {
  for (const operation of await readUnsettled(scope.desk, scope.siteId)) {
    const at = scope.siteClock.now();
    const within = VERBS[operation.verb].agreesWithinMs;
    for (const part of operation.parts.filter(({ state }) => state === "acting")) {
      const message =
        "Ghostdesk ended before an answer came. Whether it was done is being found out by reading the site.";
      const look = within === null ? { settledAt: at } : { lookUntil: at + within };
      await writePart(scope, operation, part, { state: "unknown", message, ...look }, "operation.outcome");
    }
    if (operation.parts.some(({ state }) => state === "intended")) {
      await stopRest(scope, operation, "Ghostdesk ended before this was sent. Nothing was done.");
    }
    const now = await readOpenOperation(scope.desk, operation.id);
    if (now) await settle(scope, now);
  }
}
