import type { GhostClass } from "@/lib/domain/ghost/classes";
import { usualSettings } from "@/lib/domain/ghost/settings";
import type { Instant } from "@/lib/domain/site";
import type { Sighting } from "./sighting";
import { classOf, type Truth } from "./truth";

/** Whether what was pointed at was one, by the simulation's own record. */

/** Failures count for as long as they are in the rule's window, so a trace may be told after the server was mended. */
const TRACE_MS = usualSettings().failureTraceWindowMinutes * 60_000;

/** Whether what was broken could still be seen. */
export function standsAt(truth: Truth, at: Instant): boolean {
  const lag = truth.scenario === "failure-trace" ? TRACE_MS : 0;
  return truth.appearedAt <= at && (truth.clearedAt === null || at < truth.clearedAt + lag);
}

/** The truths of one site by their subject. */
export class TruthBook {
  readonly all: readonly Truth[];
  readonly #bySubject = new Map<string, Truth[]>();
  readonly #ghostsOnMachine = new Map<string, Truth[]>();

  constructor(all: readonly Truth[]) {
    this.all = all;
    for (const truth of all) {
      add(this.#bySubject, `${truth.subjectKind} ${truth.subject}`, truth);
      const isSessionGhost = truth.subjectKind === "session" && classOf(truth) !== null;
      if (isSessionGhost && truth.machineId !== null) add(this.#ghostsOnMachine, truth.machineId, truth);
    }
  }

  /** What was broken about this subject then; of several the newest. */
  ghostAt(kind: "session" | "machine", subject: string, at: Instant): Truth | undefined {
    return this.#standing(kind, subject, at).findLast((truth) => classOf(truth) !== null);
  }

  /** What made it look broken then; null: nothing did, it was an ordinary one. */
  lookAlikeAt(kind: "session" | "machine", subject: string, machineId: string | null, at: Instant): string | null {
    const own = this.#standing(kind, subject, at);
    const machine = machineId === null ? [] : this.#standing("machine", machineId, at);
    const found = [...own, ...machine].find((truth) => classOf(truth) === null) ?? machine[0];
    return found?.scenario ?? null;
  }

  hasGhostOnMachine(machineId: string, at: Instant): boolean {
    return (this.#ghostsOnMachine.get(machineId) ?? []).some((truth) => standsAt(truth, at));
  }

  #standing(kind: "session" | "machine", subject: string, at: Instant): Truth[] {
    return (this.#bySubject.get(`${kind} ${subject}`) ?? []).filter((truth) => standsAt(truth, at));
  }
}

function add(map: Map<string, Truth[]>, key: string, truth: Truth): void {
  const known = map.get(key);
  if (known) known.push(truth);
  else map.set(key, [truth]);
}

export interface Verdict {
  readonly sighting: Sighting;
  /** Undefined: nothing was broken. */
  readonly truth: Truth | undefined;
  readonly truthClass: GhostClass | null;
  /** Where nothing was broken: what it was taken in by; null for an ordinary session. */
  readonly lookAlike: string | null;
}

export function judgeSighting(sighting: Sighting, truths: TruthBook): Verdict {
  const { subjectKind, subject, machineKey, suspectedAt } = sighting;
  const truth = truths.ghostAt(subjectKind, subject, suspectedAt);
  const lookAlike = truth ? null : truths.lookAlikeAt(subjectKind, subject, machineKey, suspectedAt);
  return { sighting, truth, truthClass: truth ? classOf(truth) : null, lookAlike };
}
