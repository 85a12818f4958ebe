import type { GhostClass, NextStep } from "../ghost/classes";
import type { Incident } from "../ghost/incident";
import { LADDER } from "../ghost/ladder";
import type { Verb } from "./verbs";

/** The repair ladder in verbs: what to try first, and what after it did not help. */

/** `wait` is nothing to do; `power` stands for a restart of the machine. */
export function verbOf(step: NextStep): Verb | null {
  return step === "wait" ? null : step;
}

/** The verbs that the ladder of a class has, least harm first. */
export function ladderOf(ghost: GhostClass): Verb[] {
  return LADDER[ghost].flatMap((step) => verbOf(step) ?? []);
}

/** The rung to take now: the first that the evidence does not rule out and that was not tried in vain; null where none is left. */
export function rungNow(
  { class: ghost, next }: Pick<Incident, "class" | "next">,
  triedInVain: ReadonlySet<Verb>,
): Verb | null {
  if (next === null || next === "wait") return null;
  const ladder = LADDER[ghost];
  for (const step of ladder.slice(ladder.indexOf(next))) {
    const verb = verbOf(step);
    if (verb !== null && !triedInVain.has(verb)) return verb;
  }
  return null;
}
