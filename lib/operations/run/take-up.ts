import type { RunScope } from "@/lib/collector/run-scope";
import { VERBS } from "@/lib/domain/operation/verbs";
import { readOpenOperation } from "./open-operation";
import { settle } from "./settle";
import { stopRest } from "./stop-rest";
import { writePart } from "./write-part";

/**
 * Takes up an operation that nobody carries out any more. What was only intended was never sent, and is not sent now: whoever asked for
 * it is gone. What was being sent may have been done: it is unknown until the site shows it. `happened` begins the sentences that say so.
 */
export async function takeUp(scope: RunScope, operationId: string, happened: string): Promise<void> {
  const operation = await readOpenOperation(scope.desk, operationId);
  if (!operation) return;
  const at = scope.siteClock.now();
  const within = VERBS[operation.verb].agreesWithinMs;
  const look = within === null ? { settledAt: at } : { lookUntil: at + within };
  const outlook =
    within === null
      ? "Whether it was done cannot be read."
      : "Whether it was done is being found out by reading the site.";
  const message = `${happened} before an answer came. ${outlook}`;
  for (const part of operation.parts.filter(({ state }) => state === "acting")) {
    await writePart(scope, operation, part, { state: "unknown", message, ...look }, "operation.outcome");
  }
  await stopRest(scope, operation, `${happened} before this was sent. Nothing was done.`);
  const now = await readOpenOperation(scope.desk, operationId);
  if (now) await settle(scope, now);
}
