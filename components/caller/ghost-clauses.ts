import type { GhostRow } from "@/lib/api/contract/ghosts";
import type { GhostClass } from "@/lib/domain/ghost/classes";

/** Classes that may keep a person from logging in; the others are about a machine, or about work that nobody attends. */
export type BarringClass = Exclude<GhostClass, "just-old" | "failure-trace">;

interface Clauses {
  /** What is wrong, once a later read or the server has confirmed it. */
  readonly proven: string;
  /** What the signs say while nobody has confirmed them: never more than was seen. */
  readonly suspected: string;
  /** What it does to the next launch, as far as is known of such ghosts. */
  readonly effect: string;
}

/** Each kind of ghost inside the sentence that a caller's page opens with. */
export const GHOST_CLAUSES: Record<BarringClass, Clauses> = {
  nameless: {
    proven: "the site counts a session there without a user, whose logon never completed",
    suspected: "the site counts a session there without a user",
    effect: "New launches may be refused, or sent into it.",
  },
  "named-gone": {
    proven: "the site believes in it, the server does not have it",
    suspected: "the site believes in it, the server may not have it",
    effect: "New launches may be sent into it.",
  },
  "hung-logon": {
    proven: "a logon has begun there and does not end",
    suspected: "a logon there takes longer than logons do on this site",
    effect: "New launches may be sent into it.",
  },
  "stuck-connected": {
    proven: "the desktop stays Connected and never becomes Active",
    suspected: "the desktop is Connected and has not become Active",
    effect: "New launches may be refused.",
  },
};

/** Nothing has proven it, whatever its state: what came back, or is being repaired, may have been a suspect all the time. */
export function isDoubtful({
  state,
  confirmedAt,
  confidence,
}: Pick<GhostRow, "state" | "confirmedAt" | "confidence">): boolean {
  return state === "suspect" || (confirmedAt === null && confidence !== "sure");
}

export function isBarring(ghostClass: GhostClass): ghostClass is BarringClass {
  return Object.hasOwn(GHOST_CLAUSES, ghostClass);
}
