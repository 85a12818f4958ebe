import type {
  EndingRow,
  GroupLimit,
  TimeoutGroup,
  TimeoutsResponse,
  WhatIfResponse,
} from "@/lib/api/contract/timeouts";

/** Answers of the API made up for tests, as of {@link AS_OF}: a site of 4,200 sessions. */

export const AS_OF = "2026-11-21T09:00:00.000Z";
const NOW = Date.parse(AS_OF);
const later = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

const STATES = {
  "pre-launched-active": 212,
  "pre-launched-disconnected": 64,
  "interactive-active": 2592,
  "interactive-idle": 612,
  "interactive-disconnected": 498,
  "lingering-active": 171,
  "lingering-disconnected": 51,
};

export function aLimit(facts: Partial<GroupLimit> = {}): GroupLimit {
  return {
    timer: "disconnected",
    kind: "set",
    seconds: 28_800,
    source: "rds-group-policy",
    readAt: later(-300),
    machines: 14,
    ...facts,
  };
}

const MINE = { source: "group-linger", machines: null } as const;

export function aGroup(facts: Partial<TimeoutGroup> = {}): TimeoutGroup {
  return {
    key: "g1",
    name: "Office",
    sessionSupport: "MultiSession",
    sessions: 4200,
    states: STATES,
    limits: [
      aLimit(),
      aLimit({ timer: "idle", kind: "off", seconds: null }),
      aLimit({ timer: "connection", kind: "unknown", seconds: null, source: null, readAt: null }),
      aLimit({ ...MINE, timer: "pre-launch-disconnect", seconds: 900, source: "group-pre-launch" }),
      aLimit({ ...MINE, timer: "pre-launch-terminate", seconds: 28_800, source: "group-pre-launch" }),
      aLimit({ ...MINE, timer: "linger-disconnect", seconds: 900 }),
      aLimit({ ...MINE, timer: "linger-terminate", seconds: 28_800 }),
    ],
    nextAt: later(42),
    ...facts,
  };
}

export function anEnding(facts: Partial<EndingRow> = {}): EndingRow {
  return {
    sessionKey: "s1",
    user: "SITE\\klang",
    userFullName: "Karl Lang",
    userKey: "S-1",
    machine: "CTX-XA02",
    machineKey: "m2",
    deliveryGroup: "Office",
    life: "lingering-active",
    due: {
      at: later(42),
      timer: "linger-disconnect",
      becomes: "disconnects",
      limitSeconds: 900,
      source: "group-linger",
      readAt: later(-60),
      unknown: [],
    },
    ghostId: null,
    ...facts,
  };
}

const SERVER = { sessions: 31, deliveryGroup: "Office", nextAt: later(68) };

export function aTimeouts(facts: Partial<TimeoutsResponse> = {}): TimeoutsResponse {
  return {
    version: 7,
    asOf: AS_OF,
    now: AS_OF,
    sources: [],
    sessions: 4212,
    states: STATES,
    apart: { starting: 8, unknown: 0, notBrokered: 4 },
    flows: {
      since: later(-3600),
      rows: [
        { from: "pre-launched-active", to: "interactive-active", count: 148 },
        { from: "interactive-active", to: "interactive-disconnected", count: 70 },
        { from: "interactive-idle", to: "interactive-disconnected", count: 18 },
        { from: "interactive-disconnected", to: "ended", count: 34 },
        { from: "pre-launched-active", to: "interactive-disconnected", count: 2 },
      ],
    },
    limits: { groupsReadAt: later(-60), machinesRead: 14, machinesWithSessions: 20 },
    next: [
      anEnding(),
      anEnding({
        sessionKey: "s2",
        userFullName: "Ida Moser",
        life: "interactive-disconnected",
        due: {
          at: later(3668),
          timer: "disconnected",
          becomes: "ends",
          limitSeconds: 28_800,
          source: "rds-group-policy",
          readAt: later(-300),
          unknown: ["idle"],
        },
      }),
    ],
    due: 940,
    overdue: {
      count: 1,
      rows: [anEnding({ sessionKey: "s3", ghostId: "i1", due: { ...anEnding().due, at: later(-900) } })],
    },
    withoutDeadline: { "in-use": 2592, "limit-unknown": 130, starting: 8 },
    standby: { sessions: 498, licences: 131, megabytes: 99_600, megabytesEach: 200 },
    groups: [aGroup()],
    servers: [
      { key: "m2", name: "CTX-XA02", states: { "interactive-active": 29, "lingering-active": 2 } as never, ...SERVER },
    ],
    ...facts,
  };
}

export function aWhatIf(facts: Partial<WhatIfResponse> = {}): WhatIfResponse {
  return {
    group: { key: "g1", name: "Office" },
    from: later(-7 * 86_400),
    to: AS_OF,
    historyFrom: later(-30 * 86_400),
    sessions: 9120,
    timers: [{ timer: "linger-disconnect", nowMinutes: 15, thenMinutes: 5, source: "group-linger" }],
    now: { licencesPeak: 3400, slotsPeak: 4300, licencesMean: 2100.4, slotsMean: 2600.2 },
    changed: { licencesPeak: 3262, slotsPeak: 4300, licencesMean: 1990.1, slotsMean: 2590 },
    logonsMore: 287,
    logonsFewer: 0,
    waitingMinutes: 189,
    logonSeconds: 39.5,
    days: 7,
    series: [],
    assumptions: ["People come back at the same times."],
    ...facts,
  };
}
