import path from "node:path";
import { type OpenPracticeOptions, openPracticeSite } from "@/lib/site/simulator/open";

/** A Thursday evening: the site that is made then shows itself on that morning, always with the same people and sessions. */
const WALL_NOW = Date.UTC(2026, 10, 19, 20, 0);

/** Makes the practice site that a server with this data folder opens, the same one on whatever day the tests run. */
export async function makePracticeSeed(dataFolder: string, era: OpenPracticeOptions["era"]): Promise<void> {
  const site = await openPracticeSite({
    ...{ folder: path.join(dataFolder, "practice"), workerFile: path.resolve(".build/workers/simulator.mjs") },
    ...{ size: "S", seed: 7, era, wallNow: WALL_NOW },
    onProgress: () => undefined,
  });
  await site.close();
}
