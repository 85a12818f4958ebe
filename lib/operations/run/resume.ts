import type { RunScope } from "@/lib/collector/run-scope";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { readUnsettled } from "./open-operation";
import { takeUp } from "./take-up";

/**
 * Takes up what an earlier start of the program left behind. One operation that cannot be taken up keeps the program from no start.
 * Returns the ids of the restarts of broker agents that something is still expected of. Rejects where our own database cannot be read.
 */
export async function resume(scope: RunScope): Promise<string[]> {
  const open = await readUnsettled(scope.desk, scope.siteId);
  for (const { id } of open) {
    await takeUp(scope, id, "Ghostdesk ended").catch((error) =>
      log.error({ event: "operation.not-resumed", operation: id, reason: describeError(error) }),
    );
  }
  return open.flatMap(({ id, verb }) => (verb === "restart-agent" ? [id] : []));
}
