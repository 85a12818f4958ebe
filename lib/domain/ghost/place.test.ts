import { describe, expect, it } from "vitest";
import { aSession, BEGAN, DISCONNECTED, HOUR, MINUTE, SECOND, someFacts } from "./facts.fixture";
import { launchesHere, offProvenAt, offSince, registrationPause, startedAfter } from "./place";

const OFF_AT = BEGAN + 2 * HOUR;
const off = { power: "Off", powerSince: OFF_AT, registration: "Unregistered", registrationSince: OFF_AT } as const;

describe("a machine that is off", () => {
  const at = (now: number, machine: object = {}, session: object = {}) =>
    someFacts({ now, session: { ...DISCONNECTED, ...session }, machine: { ...off, ...machine } });

  it("is a proof after ten minutes", () => {
    const due = OFF_AT + 10 * MINUTE;
    for (const [now, since, provenAt] of [
      [due - 1, null, due],
      [due, OFF_AT, null],
      [due + 1, OFF_AT, null],
    ] as const) {
      expect(offSince(at(now))).toBe(since);
      expect(offProvenAt(at(now))).toBe(provenAt);
    }
  });

  it.each([
    ["it is on", { power: "On" }, {}],
    ["its power is not known", { power: "Unknown" }, {}],
    ["it is suspended, and its sessions with it", { power: "Suspended" }, {}],
    ["nobody knows since when", { powerSince: null }, {}],
    ["it started after that", { poweredOnAt: OFF_AT + 1 }, {}],
    ["it registered after that", { registration: "Registered", registrationSince: OFF_AT + 1 }, {}],
    ["the session became active after that", {}, { state: "Active", since: OFF_AT + 1 }],
    ["a logon ended after that", {}, { logOnEndedAt: OFF_AT + 1 }],
  ])("is none where %s", (_what, machine, session) => {
    const facts = at(OFF_AT + 24 * HOUR, machine, session);
    expect([offSince(facts), offProvenAt(facts)]).toEqual([null, null]);
  });

  it.each([
    ["began", { startedAt: OFF_AT + HOUR, since: OFF_AT + HOUR }],
    ["was brokered", { brokeredAt: OFF_AT + HOUR }],
    ["changed its state", { since: OFF_AT + HOUR }],
  ])("counts from when the session %s: a launch may be powering it on", (_what, session) => {
    const due = OFF_AT + HOUR + 10 * MINUTE;
    expect(offSince(at(due - 1, {}, { logOnEndedAt: null, ...session }))).toBeNull();
    expect(offSince(at(due, {}, { logOnEndedAt: null, ...session }))).toBe(OFF_AT);
  });
});

describe("a machine that started after the session", () => {
  const startedAt = (poweredOnAt: number | null, session: object = {}, machine: object = {}) =>
    startedAfter(someFacts({ session: { ...DISCONNECTED, ...session }, machine: { ...machine, poweredOnAt } }));
  const open = { logOnEndedAt: null, logOnStartedAt: null, brokeredAt: null };

  it("is a proof where the logon had ended before it", () => {
    const ended = BEGAN + 30 * SECOND;
    expect([ended - 1, ended, ended + 1].map((at) => startedAt(at, { since: BEGAN }))).toEqual([null, null, ended + 1]);
  });

  it("needs ten minutes where no end of a logon is known: the launch may have powered it on", () => {
    const lived = BEGAN + 10 * MINUTE;
    const times = [BEGAN + 1, lived - 1, lived, lived + 1];
    expect(times.map((at) => startedAt(at, { ...open, since: BEGAN }))).toEqual([null, null, null, lived + 1]);
  });

  it("is none for a session that somebody comes back to: the launch powered or woke the machine", () => {
    const on = BEGAN + 5 * HOUR;
    const back = { logOnEndedAt: null, reconnect: true };
    expect(startedAt(on, { ...back, brokeredAt: on - 2 * MINUTE })).toBeNull();
    expect(startedAt(on, { ...back, brokeredAt: on - 2 * HOUR })).toBe(on);
    expect(startedAt(on, { ...back, brokeredAt: on + MINUTE })).toBeNull();
  });

  it.each([
    ["active since then", { state: "Active", since: BEGAN + 5 * HOUR }, null],
    ["active since before", { state: "Active", since: BEGAN + 5 * HOUR - 1 }, BEGAN + 5 * HOUR],
    ["disconnected just after it, by the audit", { since: BEGAN + 5 * HOUR + 10 * MINUTE - 1 }, BEGAN + 5 * HOUR],
    ["disconnected later than that", { since: BEGAN + 5 * HOUR + 10 * MINUTE }, null],
    ["without a beginning", { startedAt: null }, null],
  ])("is one, or none, for a session %s", (_what, session, expected) => {
    expect(startedAt(BEGAN + 5 * HOUR, session)).toBe(expected);
  });

  it("is none where no start is known, or no machine", () => {
    expect(startedAt(null)).toBeNull();
    expect(startedAfter(someFacts({ machine: null, session: DISCONNECTED }))).toBeNull();
  });
});

describe("a registration that changed", () => {
  const pauseAt = (now: number, registrationSince: number | null, registration = "Unregistered") =>
    registrationPause(
      someFacts({ now, machine: { registration: registration as "Registered", registrationSince } }),
      BEGAN,
    );
  const changed = BEGAN + MINUTE;
  const until = changed + 10 * MINUTE;

  it.each(["Unregistered", "Registered"])("makes the rules wait ten minutes, being %s now", (registration) => {
    const waits = [until - 1, until, until + 1].map((now) => pauseAt(now, changed, registration));
    expect(waits).toEqual([until, null, null]);
  });

  it("makes nobody wait where it changed before the condition began, or nobody knows when", () => {
    expect([BEGAN - 1, BEGAN, BEGAN + 1].map((at) => pauseAt(BEGAN + 2, at))).toEqual([
      null,
      null,
      BEGAN + 1 + 10 * MINUTE,
    ]);
    expect(pauseAt(BEGAN + 2, null)).toBeNull();
    expect(registrationPause(someFacts({ machine: null }), BEGAN)).toBeNull();
  });
});

describe("failed launches", () => {
  const launch = (at: number, machineKey: string | null) => ({ at, userKey: "S-1-5-21-1", machineKey, code: 12 });
  const { since } = aSession(DISCONNECTED);

  it("are about this session on its machine or on none, and after its state began", () => {
    const failedLaunches = [
      launch(since, "machine-1"),
      launch(since + 1, "machine-1"),
      launch(since + 1, null),
      launch(since + 1, "machine-2"),
    ];
    expect(launchesHere(someFacts({ session: DISCONNECTED, failedLaunches }))).toBe(2);
  });

  it("does not count failures that no session of the user can cause", () => {
    const failedLaunches = [5, 9, 10, 11, 14, 21].map((code) => ({ ...launch(since + 1, null), code }));
    expect(launchesHere(someFacts({ session: DISCONNECTED, failedLaunches }))).toBe(0);
  });
});
