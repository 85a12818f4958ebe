import { FailedSignIns } from "@/lib/auth/failed-sign-ins";
import type { Runtime } from "@/lib/collector/runtime";

const KEY = Symbol.for("ghostdesk.failed-sign-ins");

interface CountsHolder {
  [KEY]?: WeakMap<Runtime, FailedSignIns>;
}

/** The counts of this process: one for each runtime, whichever bundle asks. */
export function failedSignIns(runtime: Runtime): FailedSignIns {
  const holder = globalThis as CountsHolder;
  holder[KEY] ??= new WeakMap();
  const counts = holder[KEY].get(runtime) ?? new FailedSignIns(runtime.wallClock);
  holder[KEY].set(runtime, counts);
  return counts;
}
