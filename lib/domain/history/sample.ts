import type { Instant, Machine, Session } from "../site";

/** Sessions that went from one state of their life to another since the sample before, as "from>to" (lib/domain/session/life). */
export type Flows = Readonly<Record<string, number>>;

/** The site counted at one moment, for the whole site or one delivery group: what trends are made of. */
export interface SampleCounts {
  readonly sessions: number;
  /** Sessions by state, as the SDK spells the states. */
  readonly states: Readonly<Record<string, number>>;
  /** Sessions with no user name that are not anonymous: what Director shows as "-". */
  readonly withoutUser: number;
  readonly machines: number;
  /** Machines by registration. */
  readonly registrations: Readonly<Record<string, number>>;
  readonly inMaintenance: number;
  /** Absent in samples of earlier releases. */
  readonly flows?: Flows;
  /** Pairs of user and resource, if the database had failed then; every ten minutes, for the whole site. */
  readonly leases?: { readonly covered: number; readonly uncovered: number };
}

export interface Sample {
  readonly at: Instant;
  /** Empty for the whole site. */
  readonly groupKey: string;
  readonly counts: SampleCounts;
}

interface Counter {
  sessions: number;
  states: Record<string, number>;
  withoutUser: number;
  machines: number;
  registrations: Record<string, number>;
  inMaintenance: number;
}

const emptyCounter = (): Counter => ({
  sessions: 0,
  states: {},
  withoutUser: 0,
  machines: 0,
  registrations: {},
  inMaintenance: 0,
});

function countSession(counter: Counter, session: Session): void {
  counter.sessions += 1;
  counter.states[session.state] = (counter.states[session.state] ?? 0) + 1;
  if (session.userSource !== "user" && session.anonymous !== true) counter.withoutUser += 1;
}

function countMachine(counter: Counter, machine: Machine): void {
  counter.machines += 1;
  counter.registrations[machine.registration] = (counter.registrations[machine.registration] ?? 0) + 1;
  if (machine.maintenance === true) counter.inMaintenance += 1;
}

/** Counts the site as a whole and each delivery group once; `at` is floored to the minute. `flows` by group, "" for all. */
export function takeSamples(
  at: Instant,
  sessions: Iterable<Session>,
  machines: Iterable<Machine>,
  flows: ReadonlyMap<string, Flows> = new Map(),
): Sample[] {
  const counters = new Map<string, Counter>([["", emptyCounter()]]);
  const countersOf = (groupKey: string | null): Counter[] => {
    return ["", groupKey ?? ""]
      .filter((key, index) => index === 0 || key !== "")
      .map((key) => {
        const counter = counters.get(key) ?? emptyCounter();
        counters.set(key, counter);
        return counter;
      });
  };
  for (const session of sessions) {
    for (const counter of countersOf(session.deliveryGroupKey)) countSession(counter, session);
  }
  for (const machine of machines) {
    for (const counter of countersOf(machine.deliveryGroupKey)) countMachine(counter, machine);
  }
  const minute = at - (at % 60_000);
  return [...counters].map(([groupKey, counts]) => ({
    ...{ at: minute, groupKey },
    counts: { ...counts, flows: flows.get(groupKey) ?? {} },
  }));
}
