import { GHOST_CLASSES, type GhostClass } from "@/lib/domain/ghost/classes";
import type { SiteResult } from "./play-site";
import type { Sighting } from "./sighting";
import { addCounts, addTally, type Mistake, newTally, type Tally } from "./tally";
import { classOf, isDue, type Truth } from "./truth";
import { judgeSighting, standsAt, TruthBook, type Verdict } from "./verdict";

/**
 * Ghostdesk against the truth, class by class. A sighting is right where the fault stood when it began; it is right of its class where it
 * named that fault. A fault is found where a sighting of its class began while it stood.
 */

export interface GhostdeskScore {
  readonly classes: Record<GhostClass, Tally>;
  /** All session ghosts, whatever class they were given; and the same without named-gone, which only a server's word proves. */
  readonly sessions: Tally;
  readonly sessionsWithoutGone: Tally;
  /** Wrong sightings of session ghosts by what they were taken in by. */
  readonly wrongBy: Record<string, number>;
  /** Faults that were given another class, as `is -> was called`. */
  readonly confused: Record<string, number>;
  readonly mistakes: Mistake[];
}

export function newGhostdeskScore(): GhostdeskScore {
  const classes = Object.fromEntries(GHOST_CLASSES.map((name) => [name, newTally()])) as Record<GhostClass, Tally>;
  return {
    classes,
    sessions: newTally(),
    sessionsWithoutGone: newTally(),
    wrongBy: {},
    confused: {},
    mistakes: [],
  };
}

export function addGhostdeskScore(to: GhostdeskScore, from: GhostdeskScore): void {
  for (const name of GHOST_CLASSES) addTally(to.classes[name], from.classes[name]);
  addTally(to.sessions, from.sessions);
  addTally(to.sessionsWithoutGone, from.sessionsWithoutGone);
  addCounts(to.wrongBy, from.wrongBy);
  addCounts(to.confused, from.confused);
  to.mistakes.push(...from.mistakes);
}

/** Classes that say that a session is a ghost; the other two are scored apart. */
const isSessionGhost = (name: GhostClass | null) => name !== null && name !== "just-old" && name !== "failure-trace";

export function scoreGhostdesk(result: SiteResult, sightings: readonly Sighting[]): GhostdeskScore {
  const score = newGhostdeskScore();
  const truths = new TruthBook(result.truth);
  const verdicts = sightings.map((sighting) => judgeSighting(sighting, truths));
  for (const verdict of verdicts) countSighting(score, verdict, result);
  for (const truth of result.truth) {
    const found = classOf(truth);
    if (found === null) continue;
    const own = verdicts.filter((verdict) => verdict.truth === truth);
    const named = own.filter(({ sighting }) => sighting.class === found);
    countTruth(score.classes[found], truth, named, result);
    if (isSessionGhost(found)) countTruth(score.sessions, truth, own, result);
    if (isSessionGhost(found) && found !== "named-gone") countTruth(score.sessionsWithoutGone, truth, own, result);
    noteMissed(score, truth, found, named, result);
  }
  return score;
}

function countSighting(score: GhostdeskScore, verdict: Verdict, { plan }: SiteResult): void {
  const { sighting, truth, truthClass, lookAlike } = verdict;
  const isOfClass = truthClass === sighting.class;
  take(score.classes[sighting.class], sighting, isOfClass);
  if (isSessionGhost(sighting.class)) take(score.sessions, sighting, isSessionGhost(truthClass));
  if (isSessionGhost(sighting.class) && sighting.class !== "named-gone") {
    take(score.sessionsWithoutGone, sighting, isSessionGhost(truthClass));
  }
  if (isOfClass || sighting.class === "just-old") return;
  if (truthClass === null) addCounts(score.wrongBy, { [lookAlike ?? "an ordinary one"]: 1 });
  else addCounts(score.confused, { [`${truthClass} -> ${sighting.class}`]: 1 });
  score.mistakes.push({
    seed: plan.seed,
    size: plan.size,
    kind: truthClass === null ? "wrong" : "wrong class",
    class: sighting.class,
    truth: truth?.scenario ?? lookAlike,
    subject: sighting.subject,
    at: new Date(sighting.suspectedAt).toISOString(),
  });
}

function take(tally: Tally, { confirmedAt }: Sighting, isRight: boolean): void {
  tally.sightings += 1;
  tally.right += Number(isRight);
  if (confirmedAt === null) return;
  tally.confirmedSightings += 1;
  tally.confirmedRight += Number(isRight);
}

function countTruth(tally: Tally, truth: Truth, found: readonly Verdict[], { until }: SiteResult): void {
  if (!isDue(truth, until)) {
    tally.short += 1;
    return;
  }
  tally.due += 1;
  const [first] = found;
  if (first) {
    tally.found += 1;
    tally.toSuspect.push(first.sighting.suspectedAt - truth.appearedAt);
  }
  const confirmedAt = confirmation(truth, found);
  if (confirmedAt === undefined) return;
  tally.confirmed += 1;
  tally.toConfirm.push(confirmedAt - truth.appearedAt);
}

/** When it was confirmed first, where that was while it stood. */
function confirmation(truth: Truth, found: readonly Verdict[]): number | undefined {
  const times = found.flatMap(({ sighting }) => sighting.confirmedAt ?? []);
  return times.find((at) => standsAt(truth, at));
}

function noteMissed(
  score: GhostdeskScore,
  truth: Truth,
  found: GhostClass,
  named: readonly Verdict[],
  { plan, until }: SiteResult,
): void {
  if (!isDue(truth, until) || confirmation(truth, named) !== undefined) return;
  score.mistakes.push({
    seed: plan.seed,
    size: plan.size,
    kind: named.length === 0 ? "missed" : "not confirmed",
    class: found,
    truth: truth.scenario,
    subject: truth.subject,
    at: new Date(truth.appearedAt).toISOString(),
  });
}
