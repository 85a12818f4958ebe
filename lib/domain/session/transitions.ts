import { LIFE_STATES, type LifeEvent, type LifeState, TIMERS, type Timer } from "./life";
import { step } from "./step";

/** The arrows of the diagram: everything that `step` allows and that changes the state. */

export type Happening = Exclude<LifeEvent["kind"], "expired">;

export interface Transition {
  readonly from: LifeState;
  readonly to: LifeState;
  /** Timers that drive it when they run out, in the order of {@link TIMERS}. */
  readonly timers: readonly Timer[];
  /** What else does. */
  readonly happenings: readonly Happening[];
}

const both = [false, true] as const;

/** Every event there is, with both answers where it has a question. */
export const LIFE_EVENTS: readonly LifeEvent[] = [
  ...both.map((ahead) => ({ kind: "logged-on", ahead }) as const),
  { kind: "application-started" },
  ...both.map((lingers) => ({ kind: "last-application-closed", lingers }) as const),
  { kind: "went-idle" },
  { kind: "resumed" },
  { kind: "disconnected" },
  { kind: "reconnected" },
  ...TIMERS.flatMap((timer) =>
    both.flatMap((lingers) => both.map((ends) => ({ kind: "expired", timer, lingers, ends }) as const)),
  ),
  { kind: "load-threshold" },
  { kind: "logged-off" },
  { kind: "lost" },
];

function arrow(from: LifeState, to: LifeState): Transition[] {
  const events = from === to ? [] : LIFE_EVENTS.filter((event) => step(from, event) === to);
  const timers = TIMERS.filter((timer) => events.some((event) => event.kind === "expired" && event.timer === timer));
  const happenings = new Set(events.flatMap((event) => (event.kind === "expired" ? [] : [event.kind])));
  return events.length > 0 ? [{ from, to, timers, happenings: [...happenings] }] : [];
}

/** In the order of {@link LIFE_STATES}, by where they begin and then by where they lead. */
export const TRANSITIONS: readonly Transition[] = LIFE_STATES.flatMap((from) =>
  LIFE_STATES.flatMap((to) => arrow(from, to)),
);

/**
 * The fewest arrows that lead from one state to another: what a session may have gone through between two reads that saw it in both. Empty where it
 * stayed, or where no way leads there. Of ways that are as short the first in the order of {@link TRANSITIONS}.
 */
export function wayBetween(from: LifeState, to: LifeState): readonly Transition[] {
  return WAYS.get(from)?.get(to) ?? [];
}

const WAYS: ReadonlyMap<LifeState, ReadonlyMap<LifeState, readonly Transition[]>> = new Map(
  LIFE_STATES.map((from) => [from, waysFrom(from)]),
);

function waysFrom(from: LifeState): Map<LifeState, readonly Transition[]> {
  const ways = new Map<LifeState, readonly Transition[]>([[from, []]]);
  // A map that grows while it is walked is walked to its end: breadth first.
  for (const [reached, way] of ways) {
    for (const next of TRANSITIONS) {
      if (next.from === reached && !ways.has(next.to)) ways.set(next.to, [...way, next]);
    }
  }
  return ways;
}
