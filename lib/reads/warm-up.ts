import { setImmediate } from "node:timers/promises";
import type { SiteView } from "@/lib/collector/runtime";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { judgeInSteps } from "./outage-index";
import { knownPeople } from "./read-users";
import { sortAll } from "./session-filter";
import { siteIndex, siteIndexBefore } from "./site-index";

/**
 * Keeps the index of a site ready: built in steps of a few milliseconds when the first snapshot comes, then moved on with
 * each version. Call it once, when the server starts; reads work without it, but the first one then waits for the whole.
 * Returns a function that ends it.
 */
export function keepIndexWarm(site: SiteView): () => void {
  let state: "waiting" | "building" | "ready" = "waiting";
  let judging = false;
  const onVersion = () => {
    if (state === "ready") siteIndex(site);
    if (state === "ready" && !judging) {
      judging = true;
      // Worked out here, so that nobody waits for it; later on each answer judges what moved.
      judgeInSteps(site)
        .catch((error: unknown) => log.error({ event: "outage.judging-failed", reason: describeError(error) }))
        .finally(() => {
          judging = false;
        });
    }
    if (state !== "waiting") return;
    state = "building";
    build(site).then(
      () => {
        state = "ready";
      },
      (error: unknown) => log.error({ event: "index.build-failed", reason: describeError(error) }),
    );
  };
  if (site.current()) onVersion();
  return site.subscribe(onVersion);
}

async function build(site: SiteView): Promise<void> {
  const snapshot = site.current();
  if (!snapshot) return;
  const index = siteIndexBefore(site);
  const steps = index.build(snapshot);
  while (!steps.next().done) {
    // What most people look at first grows with the records: placing 500 more is quick, sorting 50,000 at the end is not.
    knownPeople(index);
    sortAll(index.sessions, "user");
    await setImmediate();
  }
  siteIndex(site);
}
