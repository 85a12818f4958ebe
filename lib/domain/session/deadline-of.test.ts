import { describe, expect, it } from "vitest";
import { BEGAN, HOUR, MINUTE, SECOND } from "../ghost/facts.fixture";
import type { Session } from "../site";
import type { Deadline } from "./deadline";
import { endsOf, isOverdue } from "./deadline-of";
import type { TimerBook } from "./limits";
import {
  book,
  citrix,
  DISCONNECTED,
  IDLE,
  LINGERING,
  listener,
  NO_ACTION,
  ON_A_DESKTOP,
  PRE_LAUNCHED,
  policy,
  power,
  READ_AT,
  session,
  standby,
} from "./sessions.fixture";

function due(found: Session, limits: TimerBook): Deadline {
  const ends = endsOf(found, limits);
  if (ends.at === null) throw new Error(`Nothing is due: ${ends.why}`);
  return ends;
}

const SUSPENDS = { ...NO_ACTION, disconnectMs: 30 * MINUTE, disconnectAction: "Suspend" };
const AHEAD = [standby("pre-launch")];
const LINGERS = [standby("linger")];
const ONLY_END = { disconnectMs: 0 };

/** One row for each timer: what runs, what was read, and when it is due. */
const DUE: readonly (readonly [string, Session, TimerBook, number, Partial<Deadline>])[] = [
  [
    "idle, by the server's policy",
    session(IDLE),
    book({ machine: [policy("idle", 2 * HOUR)] }),
    BEGAN + 3 * HOUR,
    { timer: "idle", becomes: "disconnects", source: "rds-group-policy" },
  ],
  [
    "idle, by a Citrix policy",
    session(IDLE, ON_A_DESKTOP),
    book({ machine: [citrix("idle", 24 * HOUR)] }),
    BEGAN + 25 * HOUR,
    { timer: "idle", becomes: "disconnects", source: "citrix-policy" },
  ],
  [
    "idle on a server that ends such sessions",
    session(IDLE),
    book({ machine: [policy("idle", 2 * HOUR)], endsAtLimit: true }),
    BEGAN + 3 * HOUR,
    { timer: "idle", becomes: "ends" },
  ],
  [
    "disconnected, by the server's listener",
    session(DISCONNECTED),
    book({ machine: [listener("disconnected", 8 * HOUR)], endsAtLimit: false }),
    BEGAN + 9 * HOUR,
    { timer: "disconnected", becomes: "ends", source: "rds-listener" },
  ],
  [
    "disconnected, by a Citrix policy",
    session(DISCONNECTED, ON_A_DESKTOP),
    book({ machine: [citrix("disconnected", 12 * HOUR)] }),
    BEGAN + 13 * HOUR,
    { timer: "disconnected", becomes: "ends", source: "citrix-policy" },
  ],
  [
    "connection, from the latest beginning",
    session({ reconnect: true, brokeredAt: BEGAN + 4 * HOUR }),
    book({ machine: [policy("connection", 10 * HOUR)] }),
    BEGAN + 14 * HOUR,
    { timer: "connection", becomes: "disconnects", source: "rds-group-policy" },
  ],
  [
    "pre-launch disconnect",
    session(PRE_LAUNCHED),
    book({ standby: AHEAD }),
    BEGAN + 16 * MINUTE,
    { timer: "pre-launch-disconnect", becomes: "disconnects", source: "group-pre-launch" },
  ],
  [
    "pre-launch terminate",
    session(PRE_LAUNCHED, { state: "Disconnected", since: BEGAN + 16 * MINUTE }),
    book({ standby: AHEAD }),
    BEGAN + MINUTE + 2 * HOUR,
    { timer: "pre-launch-terminate", becomes: "ends", source: "group-pre-launch" },
  ],
  [
    "pre-launch terminate where the group lingers",
    session(PRE_LAUNCHED),
    book({ standby: [standby("pre-launch", ONLY_END), ...LINGERS] }),
    BEGAN + MINUTE + 2 * HOUR,
    { timer: "pre-launch-terminate", becomes: "lingers", source: "group-pre-launch" },
  ],
  [
    "linger disconnect",
    session(LINGERING),
    book({ standby: LINGERS }),
    BEGAN + HOUR + 15 * MINUTE,
    { timer: "linger-disconnect", becomes: "disconnects", source: "group-linger" },
  ],
  [
    "linger terminate, counted from when it began to linger and not from its disconnect",
    session(LINGERING, { state: "Disconnected", since: BEGAN + HOUR + 15 * MINUTE }),
    book({ standby: LINGERS }),
    BEGAN + 3 * HOUR,
    { timer: "linger-terminate", becomes: "ends", source: "group-linger" },
  ],
  [
    "power policy",
    session(DISCONNECTED, ON_A_DESKTOP),
    book({ power: [power({ peak: SUSPENDS, offPeak: SUSPENDS })] }),
    BEGAN + HOUR + 30 * MINUTE,
    { timer: "power-policy", becomes: "machine", source: "group-power-policy" },
  ],
];

describe("the deadline of each timer", () => {
  it.each(DUE)("%s", (_name, found, limits, at, expected) => {
    const deadline = due(found, limits);
    expect(deadline).toMatchObject({ at, readAt: READ_AT, ...expected });
    const from = deadline.at - deadline.limitMs;
    expect([found.since, found.appSince, found.idleSince, found.brokeredAt]).toContain(from);
  });

  it.each(DUE)("%s: a second before, at it, and a second after", (_name, found, limits, at, { becomes }) => {
    const deadline = due(found, limits);
    expect([at - SECOND, at, at + SECOND].map((now) => isOverdue(deadline, now))).toEqual([
      false,
      false,
      becomes !== "machine",
    ]);
  });
});

describe("the next of several", () => {
  it("is the earliest, and the same however they are listed", () => {
    const found = session(LINGERING, DISCONNECTED);
    const early = book({ standby: LINGERS, machine: [policy("disconnected", HOUR)] });
    expect(due(found, early)).toMatchObject({ at: BEGAN + 2 * HOUR, timer: "disconnected" });
    const late = book({ standby: LINGERS, machine: [policy("disconnected", 2 * HOUR + SECOND)] });
    expect(due(found, late)).toMatchObject({ at: BEGAN + 3 * HOUR, timer: "linger-terminate" });
  });

  it("names timers that run too and were not read", () => {
    expect(due(session(LINGERING, DISCONNECTED), book({ standby: LINGERS, machine: null })).unknown).toEqual([
      "disconnected",
    ]);
    expect(
      due(session(DISCONNECTED), book({ groups: false, machine: [policy("disconnected", HOUR)] })).unknown,
    ).toEqual([]);
    const idle = book({ machine: [citrix("idle", HOUR)] });
    expect(due(session(IDLE, ON_A_DESKTOP), idle).unknown).toEqual(["connection"]);
  });

  it("names timers of which nobody knows since when they run", () => {
    const found = session(LINGERING, DISCONNECTED, { appSince: null });
    const limits = book({ standby: LINGERS, machine: [policy("disconnected", HOUR)] });
    expect(due(found, limits)).toMatchObject({ timer: "disconnected", unknown: ["linger-terminate"] });
  });

  it("counts idle time of a session that stands by", () => {
    const limits = book({ standby: LINGERS, machine: [policy("idle", MINUTE)] });
    expect(due(session(LINGERING, IDLE), limits)).toMatchObject({ timer: "idle", becomes: "disconnects" });
  });
});

const NEVER_ASKED = book({ machine: null, groups: false });

/** Why nothing is due. */
const NOTHING: readonly (readonly [string, string, Session, TimerBook, readonly string[]])[] = [
  ["somebody works", "in-use", session(), book(), []],
  ["somebody works, the machine was never asked", "in-use", session(), NEVER_ASKED, ["connection"]],
  ["nobody works, and no limit is set", "never", session(IDLE), book(), []],
  ["disconnected, and no limit is set", "never", session(DISCONNECTED), book(), []],
  ["disconnected, the limit is 0", "never", session(DISCONNECTED), book({ machine: [policy("disconnected", 0)] }), []],
  ["disconnected, the machine was never asked", "limit-unknown", session(DISCONNECTED), NEVER_ASKED, ["disconnected"]],
  [
    "disconnected on no machine that is known",
    "limit-unknown",
    session(DISCONNECTED, { machineKey: null }),
    book(),
    ["disconnected"],
  ],
  [
    "disconnected on a machine of no known kind",
    "limit-unknown",
    session(DISCONNECTED, { sessionSupport: null }),
    book({ machine: [policy("disconnected", HOUR), citrix("disconnected", HOUR)] }),
    ["disconnected"],
  ],
  [
    "lingering, and nobody knows since when",
    "since-unknown",
    session(LINGERING, { appSince: null }),
    book({ standby: LINGERS }),
    ["linger-disconnect", "linger-terminate"],
  ],
  [
    "lingering, and the SDK was never heard",
    "limit-unknown",
    session(LINGERING),
    book({ groups: false }),
    ["linger-disconnect", "linger-terminate"],
  ],
  [
    "held by session reliability, whose limit nobody can read",
    "limit-unknown",
    session({ state: "Reconnecting" }),
    book(),
    ["session-reliability"],
  ],
  ["its logon goes on", "starting", session({ appState: "PreLogon", state: "Connected" }), book(), []],
  ["at the console", "not-brokered", session({ protocol: "Console" }), book(), []],
  ["no word of its applications", "state-unknown", session({ appState: null, sessionType: "Application" }), book(), []],
  ["it is over", "never", session({ state: "Terminated" }), book(), []],
];

describe("without a deadline", () => {
  it.each(NOTHING)("%s: %s", (_name, why, found, limits, unknown) => {
    expect(endsOf(found, limits)).toEqual({ at: null, why, unknown });
    expect(isOverdue(endsOf(found, limits), Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});

describe("across a change of clocks", () => {
  const LOCAL = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Vienna", timeStyle: "medium", hourCycle: "h23" });

  it.each([
    ["forward", "2026-03-28T23:30:00.000Z", "00:30:00", "09:30:00"],
    ["back", "2026-10-24T22:30:00.000Z", "00:30:00", "07:30:00"],
  ])("%s: eight hours stay eight hours", (_way, text, before, after) => {
    const since = Date.parse(text);
    const limits = book({ machine: [policy("disconnected", 8 * HOUR)] });
    const deadline = due(session(DISCONNECTED, { since }), limits);
    expect(deadline.at).toBe(since + 8 * HOUR);
    expect([since, deadline.at].map((at) => LOCAL.format(at))).toEqual([before, after]);
    expect([-SECOND, 0, SECOND].map((ms) => isOverdue(deadline, deadline.at + ms))).toEqual([false, false, true]);
  });
});
