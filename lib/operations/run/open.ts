import type { RunScope } from "@/lib/collector/run-scope";
import type { OperationDesk } from "@/lib/collector/runtime";
import { OperationRunner } from "./runner";

/** Takes up what an earlier start left open, and goes on by real time. Rejects where our own database cannot be read. */
export function openOperations(scope: RunScope): Promise<OperationDesk> {
  return OperationRunner.open(scope, {
    every: (ms, work) => {
      const timer = setInterval(work, ms);
      timer.unref();
      return () => clearInterval(timer);
    },
  });
}
