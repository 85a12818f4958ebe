import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Instant } from "@/lib/domain/site";
import { makeSite } from "@/lib/site/simulator/make-site";
import { RunningSite } from "@/lib/site/simulator/running-site";
import { SdkAnswers } from "@/lib/site/simulator/sdk-answers";
import { openSiteFile } from "@/lib/site/simulator/store/site-file";
import { DetectorView } from "./detector-view";
import { PUBLIC_DETECTORS } from "./detectors/all";
import { directSdk } from "./direct-sdk";
import { DirectTables } from "./direct-tables";
import type { Sighting } from "./sighting";
import type { PlannedScenario, SitePlan } from "./site-plan";
import { readTruth, type Truth } from "./truth";
import { MODES, type Mode, Watcher } from "./watcher";

/** One site from its first day to the end of its watch: everybody looks at the same tables at the same moments. */

/** A Thursday; sites show themselves on the working day nearest to it. */
const WALL_NOW = Date.UTC(2027, 0, 14, 20, 0);
/** DeArment's own pace; the others are run by hand or by a scheduled task, so they get the same. */
export const DETECTORS_EVERY_MS = 600_000;

/** What a detector pointed at in one run. */
export interface DetectorRun {
  readonly at: Instant;
  readonly sessions: readonly string[];
  readonly machines: readonly string[];
}

export interface SiteResult {
  readonly plan: SitePlan;
  readonly from: Instant;
  readonly until: Instant;
  readonly truth: readonly Truth[];
  readonly sightings: readonly { readonly mode: Mode; readonly all: readonly Sighting[] }[];
  /** In the order of the list of detectors. */
  readonly detectors: readonly (readonly DetectorRun[])[];
  readonly passes: number;
  readonly tookMs: number;
}

export async function playSite(plan: SitePlan): Promise<SiteResult> {
  const started = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-detection-"));
  try {
    const file = path.join(folder, "site.db");
    const { size, seed, era } = plan;
    makeSite({ file, size, seed, era, wallNow: WALL_NOW, onProgress: () => undefined });
    const played = await watchSite(file, plan);
    return { ...played, plan, tookMs: performance.now() - started };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watchSite(file: string, plan: SitePlan): Promise<Omit<SiteResult, "plan" | "tookMs">> {
  const db = openSiteFile(file);
  // Nobody wants this file after a crash.
  db.exec("PRAGMA synchronous = OFF");
  const site = new RunningSite(db, plan.passMs);
  try {
    const tables = new DirectTables(db);
    const sdk = directSdk(new SdkAnswers(site));
    const watchers = MODES.map((mode) => new Watcher(mode, tables, sdk, { now: () => site.now }));
    const detectors: DetectorRun[][] = PUBLIC_DETECTORS.map(() => []);
    const from = site.now;
    const passes = await live(site, plan, async (isRound) => {
      tables.forget();
      for (const watcher of watchers) await watcher.look();
      if (isRound) await runDetectors(detectors, new DetectorView(site.now, tables, sdk));
    });
    const sightings = watchers.map(({ mode, log }) => ({ mode, all: log.all }));
    // What happened before anybody watched is nobody's to find in time.
    const truth = readTruth(db).filter(({ appearedAt }) => appearedAt >= from);
    return { from, until: site.now, truth, sightings, detectors, passes };
  } finally {
    site.close();
  }
}

/** Lets the time pass, starts what is planned when it is due, and looks after each step. */
async function live(site: RunningSite, plan: SitePlan, look: (isRound: boolean) => Promise<void>): Promise<number> {
  const from = site.now;
  const waiting = [...plan.scenarios];
  let passes = 0;
  let nextRound = from;
  while (site.now < from + plan.liveMs) {
    const to = site.now + plan.passMs;
    for (let due = waiting[0]; due && from + due.afterMs <= to; due = waiting[0]) {
      begin(site, due, from + due.afterMs);
      waiting.shift();
    }
    await site.runTo(to);
    const isRound = site.now >= nextRound;
    if (isRound) nextRound += DETECTORS_EVERY_MS;
    await look(isRound);
    passes += 1;
  }
  return passes;
}

/** One that still runs from the time before has done its work; its cause ends, so that it can come again. */
function begin(site: RunningSite, { name, count, forMs }: PlannedScenario, at: Instant): void {
  site.endScenario(name);
  site.startScenario(name, { count, at: Math.max(at, site.now), forMs });
}

async function runDetectors(runs: DetectorRun[][], view: DetectorView): Promise<void> {
  for (const [index, detector] of PUBLIC_DETECTORS.entries()) {
    const hits = await detector.find(view);
    runs[index]?.push({
      at: view.now,
      sessions: [...new Set(hits.flatMap(({ sessionKey }) => sessionKey ?? []))],
      machines: [...new Set(hits.flatMap(({ machineId }) => machineId ?? []))],
    });
  }
}
