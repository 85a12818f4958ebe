import type { Ends as EndsAnswer } from "@/lib/api/contract/ends";
import type { Ends } from "@/lib/domain/session/deadline";
import type { LifeState } from "@/lib/domain/session/life";
import type { Session } from "@/lib/domain/site";
import type { Snapshot } from "@/lib/domain/snapshot";
import { isoOf } from "./envelope";

/** Where a session stands in the diagram of the timeouts article, and what ends next of it: the rules of lib/domain/session, asked here alone. */

export interface SessionDue {
  /** Null where nobody can tell its place. */
  readonly life: LifeState | null;
  readonly ends: Ends;
}

export type DueFacts = Pick<Snapshot, "timers">;

export function dueOf(session: Session, { timers }: DueFacts): SessionDue {
  void timers;
  void session;
  return { life: null, ends: { at: null, why: "state-unknown", unknown: [] } };
}

/** As it travels. */
export function endsAnswer(ends: Ends): EndsAnswer {
  if (ends.at === null) return { at: null, why: ends.why, unknown: [...ends.unknown] };
  const { timer, then, source } = ends;
  return {
    at: isoOf(ends.at),
    ...{ timer, then, limitSeconds: ends.limitMs / 1000, source },
    readAt: isoOf(ends.readAt),
    unknown: [...ends.unknown],
  };
}
