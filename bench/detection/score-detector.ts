import { GHOST_CLASSES, type GhostClass } from "@/lib/domain/ghost/classes";
import type { Instant } from "@/lib/domain/site";
import type { DetectorRun, SiteResult } from "./play-site";
import { addCounts, addTally, newTally, type Tally } from "./tally";
import { classOf, isDue, type Truth } from "./truth";
import { TruthBook } from "./verdict";

/**
 * A public detector against the same truth. It keeps no memory, so what it points at in runs that follow each other without a change counts
 * once: right as long as a ghost stood, wrong as long as none did.
 */

export interface DetectorScore {
  /** Of session ghosts of any class: sessions pointed at; for a detector of servers, servers with a ghost on them. */
  readonly ghosts: Tally;
  readonly classes: Record<GhostClass, Tally>;
  /** Of servers that a failure trace made sick. */
  readonly sickServers: Tally;
  readonly wrongBy: Record<string, number>;
}

export function newDetectorScore(): DetectorScore {
  const classes = Object.fromEntries(GHOST_CLASSES.map((name) => [name, newTally()])) as Record<GhostClass, Tally>;
  return { ghosts: newTally(), classes, sickServers: newTally(), wrongBy: {} };
}

export function addDetectorScore(to: DetectorScore, from: DetectorScore): void {
  addTally(to.ghosts, from.ghosts);
  addTally(to.sickServers, from.sickServers);
  for (const name of GHOST_CLASSES) addTally(to.classes[name], from.classes[name]);
  addCounts(to.wrongBy, from.wrongBy);
}

/** Points of one detector on one kind of subject, in order of time. */
type Points = ReadonlyMap<string, readonly Instant[]>;

function pointsOf(runs: readonly DetectorRun[], subjects: (run: DetectorRun) => readonly string[]): Points {
  const points = new Map<string, Instant[]>();
  for (const run of runs) {
    for (const subject of subjects(run)) points.set(subject, [...(points.get(subject) ?? []), run.at]);
  }
  return points;
}

/** How often it began to be pointed at, right or wrong: a gap of more than one run, or a change between the two, begins anew. */
function countPoints(
  points: Points,
  isRight: (subject: string, at: Instant) => boolean,
  gapMs: number,
  begun: (isRight: boolean, subject: string, at: Instant) => void,
): void {
  for (const [subject, times] of points) {
    let last: { readonly at: Instant; readonly right: boolean } | null = null;
    for (const at of times) {
      const right = isRight(subject, at);
      if (last === null || at - last.at > gapMs || last.right !== right) begun(right, subject, at);
      last = { at, right };
    }
  }
}

/** Longer than from one run to the next, shorter than over one. */
const GAP_MS = 15 * 60_000;

export function scoreDetector(
  result: SiteResult,
  runs: readonly DetectorRun[],
  finds: "sessions" | "servers",
): DetectorScore {
  const score = newDetectorScore();
  const truths = new TruthBook(result.truth);
  const servers = pointsOf(runs, ({ machines }) => machines);
  const points = finds === "sessions" ? pointsOf(runs, ({ sessions }) => sessions) : servers;
  const isRight = (subject: string, at: Instant) =>
    finds === "sessions" ? truths.ghostAt("session", subject, at) !== undefined : truths.hasGhostOnMachine(subject, at);
  countPoints(points, isRight, GAP_MS, (right, subject, at) => {
    score.ghosts.sightings += 1;
    score.ghosts.right += Number(right);
    if (right) return;
    const kind = finds === "sessions" ? "session" : "machine";
    addCounts(score.wrongBy, { [truths.lookAlikeAt(kind, subject, null, at) ?? "an ordinary one"]: 1 });
  });
  const isSick = (subject: string, at: Instant) => truths.ghostAt("machine", subject, at) !== undefined;
  countPoints(servers, isSick, GAP_MS, (right) => {
    score.sickServers.sightings += 1;
    score.sickServers.right += Number(right);
  });
  for (const truth of result.truth) countTruth(score, truth, finds === "sessions" ? points : null, servers, result);
  return score;
}

function countTruth(
  score: DetectorScore,
  truth: Truth,
  sessions: Points | null,
  servers: Points,
  { until }: SiteResult,
): void {
  const found = classOf(truth);
  if (found === null || !isDue(truth, until)) return;
  const isServer = truth.subjectKind === "machine";
  const times = (sessions && !isServer ? sessions.get(truth.subject) : servers.get(truth.machineId ?? "")) ?? [];
  const first = times.find((at) => at >= truth.appearedAt && at < (truth.clearedAt ?? Number.POSITIVE_INFINITY));
  const tallies = isServer ? [score.sickServers, score.classes[found]] : [score.ghosts, score.classes[found]];
  for (const tally of tallies) {
    tally.due += 1;
    if (first === undefined) continue;
    tally.found += 1;
    tally.toSuspect.push(first - truth.appearedAt);
  }
}
