import { PUBLIC_DETECTORS } from "./detectors/all";
import type { SiteResult } from "./play-site";
import { addDetectorScore, type DetectorScore, newDetectorScore, scoreDetector } from "./score-detector";
import { addGhostdeskScore, type GhostdeskScore, newGhostdeskScore, scoreGhostdesk } from "./score-ghostdesk";
import { addCounts } from "./tally";
import { MODES, type Mode } from "./watcher";

/** Everybody's score over some sites; scores of sites add up. */
export interface BenchScore {
  sites: Record<string, number>;
  siteHours: number;
  passes: number;
  /** What the simulation played: how many subjects each scenario touched. */
  scenarios: Record<string, number>;
  ghostdesk: { readonly mode: Mode; readonly score: GhostdeskScore }[];
  detectors: { readonly name: string; readonly score: DetectorScore }[];
}

export function newBenchScore(): BenchScore {
  return {
    sites: {},
    siteHours: 0,
    passes: 0,
    scenarios: {},
    ghostdesk: MODES.map((mode) => ({ mode, score: newGhostdeskScore() })),
    detectors: PUBLIC_DETECTORS.map(({ name }) => ({ name, score: newDetectorScore() })),
  };
}

export function addBenchScore(to: BenchScore, from: BenchScore): void {
  addCounts(to.sites, from.sites);
  addCounts(to.scenarios, from.scenarios);
  to.siteHours += from.siteHours;
  to.passes += from.passes;
  for (const [index, { score }] of from.ghostdesk.entries()) {
    const mine = to.ghostdesk[index];
    if (mine) addGhostdeskScore(mine.score, score);
  }
  for (const [index, { score }] of from.detectors.entries()) {
    const mine = to.detectors[index];
    if (mine) addDetectorScore(mine.score, score);
  }
}

export function scoreSite(result: SiteResult): BenchScore {
  const scenarios: Record<string, number> = {};
  for (const { scenario } of result.truth) addCounts(scenarios, { [scenario]: 1 });
  return {
    sites: { [result.plan.size]: 1 },
    siteHours: (result.until - result.from) / 3_600_000,
    passes: result.passes,
    scenarios,
    ghostdesk: result.sightings.map(({ mode, all }) => ({ mode, score: scoreGhostdesk(result, all) })),
    detectors: PUBLIC_DETECTORS.map(({ name, finds }, index) => ({
      name,
      score: scoreDetector(result, result.detectors[index] ?? [], finds),
    })),
  };
}
