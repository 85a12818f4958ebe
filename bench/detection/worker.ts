import { type BenchScore, scoreSite } from "./bench-score";
import { playSite } from "./play-site";
import type { SitePlan } from "./site-plan";

/** A process that plays one site after the other, as they are sent, and answers with the score. */

export type WorkerAnswer =
  | { readonly score: BenchScore; readonly tookMs: number }
  | { readonly error: string; readonly seed: number };

async function play(plan: SitePlan): Promise<WorkerAnswer> {
  try {
    const result = await playSite(plan);
    return { score: scoreSite(result), tookMs: result.tookMs };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error), seed: plan.seed };
  }
}

export function serveSites(): void {
  process.on("message", (plan: SitePlan) => void play(plan).then((answer) => process.send?.(answer)));
  process.on("disconnect", () => process.exit(0));
}
