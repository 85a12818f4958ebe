import type { Due, Ends as EndsAnswer } from "@/lib/api/contract/ends";
import type { Deadline, Ends } from "@/lib/domain/session/deadline";
import { endsOf } from "@/lib/domain/session/deadline-of";
import type { LifeState } from "@/lib/domain/session/life";
import type { TimerBook } from "@/lib/domain/session/limits";
import { type Apart, apartOf, placeOf } from "@/lib/domain/session/place";
import type { Instant, Session } from "@/lib/domain/site";
import { isoOf } from "./envelope";

/** Where a session stands in the diagram of the timeouts article, and what ends next of it: the rules of lib/domain/session, asked here alone. */

export interface SessionDue {
  /** Null where nobody can tell its place. */
  readonly life: LifeState | null;
  /** Why it has no place among the standing states; null where it has. */
  readonly apart: Apart | null;
  readonly ends: Ends;
}

export interface DueFacts {
  readonly timers: TimerBook;
  /** Power policies have several steps, of which the next is told. */
  readonly now: Instant;
}

export function dueOf(session: Session, { timers, now }: DueFacts): SessionDue {
  return { life: placeOf(session), apart: apartOf(session), ends: endsOf(session, timers, now) };
}

/** As it travels. */
export function endsAnswer(ends: Ends): EndsAnswer {
  return ends.at === null ? { at: null, why: ends.why, unknown: [...ends.unknown] } : dueAnswer(ends);
}

export function dueAnswer({ at, timer, becomes, limitMs, source, readAt, unknown }: Deadline): Due {
  return {
    at: isoOf(at),
    ...{ timer, becomes, limitSeconds: limitMs / 1000, source },
    readAt: isoOf(readAt),
    unknown: [...unknown],
  };
}
