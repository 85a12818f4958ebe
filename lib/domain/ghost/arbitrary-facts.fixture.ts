import fc from "fast-check";
import type { Session } from "../site";
import type { SessionState } from "../states";
import type { SessionFacts } from "./facts";
import { ANN, aPace, aSession, BEGAN, HOUR, MINUTE, SECOND, someFacts } from "./facts.fixture";

/** Facts of every kind for properties: also such as no site would ever have together. */

const STATES: readonly SessionState[] = [
  "Unknown",
  "Connected",
  "Disconnected",
  "PreparingSession",
  "Active",
  "Reconnecting",
  "NonBrokeredSession",
  "Pending",
];
const BOB = "CORP\\bob";

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
/** Two hours to either side of the beginning, most near a minute's edge. */
const instant = fc
  .tuple(fc.integer({ min: -120, max: 120 }), fc.constantFrom(0, 0, 1, -1, 5 * SECOND, 31 * SECOND))
  .map(([minutes, ms]) => BEGAN + minutes * MINUTE + ms);
export const laterNow = fc.oneof(
  instant,
  fc.integer({ min: 0, max: 60 }).map((hours) => BEGAN + hours * HOUR),
);

const naming: fc.Arbitrary<Pick<Session, "user" | "userKey" | "userSource">> = fc.constantFrom(
  { user: ANN, userKey: "ann", userSource: "user" },
  { user: ANN, userKey: "ann", userSource: "user" },
  { user: BOB, userKey: "bob", userSource: "user" },
  { user: ANN, userKey: "ann", userSource: "untrusted" },
  { user: BOB, userKey: null, userSource: "brokering" },
  { user: "PC-ANN", userKey: null, userSource: "client" },
  { user: null, userKey: null, userSource: "none" },
);

export const anySession: fc.Arbitrary<Session> = fc
  .record({
    naming,
    state: fc.constantFrom(...STATES),
    appState: fc.constantFrom("PreLogon", "PreLaunched", "Active", "Desktop", "Lingering", "NoApps", null),
    since: instant,
    startedAt: maybe(instant),
    brokeredAt: maybe(instant),
    logOnStartedAt: maybe(instant),
    logOnEndedAt: maybe(instant),
    logOnDurationMs: fc.constantFrom(null, null, 30 * SECOND),
    reconnect: fc.constantFrom(null, false, false, true),
    anonymous: fc.constantFrom(null, false, false, false, true),
    hidden: fc.constantFrom(null, false, false, false, true),
    unresolved: fc.constantFrom(false, false, true),
    applications: fc.constantFrom<(readonly string[])[]>([], [], ["Notepad"]),
    sessionSupport: fc.constantFrom("SingleSession", "MultiSession", null),
    sessionType: fc.constantFrom("Desktop", "Application", null),
    connectionMode: fc.constantFrom("Brokered", "Unbrokered", null),
    machineKey: fc.constantFrom("machine-1", "machine-1", "machine-2"),
  })
  .map(({ naming: named, ...facts }) => aSession({ ...facts, ...named }));

const machine = fc.record({
  power: fc.constantFrom("On", "On", "Off", "Suspended", "Unknown"),
  powerSince: maybe(instant),
  poweredOnAt: maybe(instant),
  registration: fc.constantFrom("Registered", "Registered", "Unregistered", "Unknown"),
  registrationSince: maybe(instant),
  pendingSessions: fc.constantFrom(null, 0, 3),
});

const windows = fc.record({
  id: fc.integer({ min: 1, max: 99 }),
  user: fc.constantFrom(ANN, "ann", BOB, "SRV0001\\Administrator", null),
  state: fc.constantFrom("Active", "Connected", "Disconnected"),
});
const word = fc.record({ askedAt: instant, sessions: fc.array(windows, { maxLength: 4 }) });
const broker = fc.record({
  readAt: instant,
  sessions: fc.array(fc.record({ startedAt: maybe(instant), named: fc.boolean() }), { maxLength: 2 }),
});
const pace = fc
  .record({
    longestMs: fc.constantFrom(null, MINUTE, 12 * MINUTE, 3 * HOUR),
    medianMs: fc.constantFrom(null, 20 * SECOND),
    finished: fc.integer({ min: 0, max: 15 }),
    unfinished: fc.integer({ min: 0, max: 15 }),
    around: fc.constantFrom(null, 90 * SECOND, 25 * MINUTE),
  })
  .map(({ longestMs, medianMs, around, ...peers }) =>
    aPace({ longestMs, medianMs }, { ...peers, medianMs: around, longestMs: around }),
  );
const launch = fc.record({
  at: instant,
  userKey: fc.constant("ann"),
  machineKey: fc.constantFrom("machine-1", "machine-2", null),
  code: fc.constantFrom(12, 13),
});

/** Facts of one session; every source that is configured is there. */
export const anyFacts: fc.Arbitrary<SessionFacts> = fc
  .record({
    session: anySession,
    others: fc.array(anySession, { maxLength: 3 }),
    machine: maybe(machine),
    desktopKind: fc.constantFrom("Shared", "Private", null),
    server: maybe(word),
    unheard: fc.constantFrom("waiting", "failed", "unreachable"),
    broker: maybe(broker),
    pace,
    failedLaunches: fc.array(launch, { maxLength: 2 }),
    excludedAccounts: fc.constantFrom<(readonly string[])[]>([], [], ["bob"], ["*\\ann"]),
    now: laterNow,
  })
  .map(({ session, others, desktopKind, unheard, excludedAccounts, ...rest }) => {
    const keyed = others.map((each, index) => ({ ...each, key: `session-${index + 2}` }));
    return someFacts({
      ...rest,
      session: { ...session, machineKey: "machine-1" },
      others: keyed,
      group: { desktopKind },
      serverReach: rest.server ? "heard" : unheard,
      sources: { sdk: "ok", broker: "ok" },
      settings: { excludedAccounts },
    });
  });
