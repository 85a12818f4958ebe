import { describe, expect, it } from "vitest";
import { CLAIM_FIELDS, type ClaimField } from "./evidence";
import {
  ANN,
  aPace,
  aWord,
  BEGAN,
  claimsOf,
  DISCONNECTED,
  type FactChanges,
  found,
  HOUR,
  HUNG,
  MINUTE,
  NAMELESS,
  STUCK,
  someFacts,
} from "./facts.fixture";
import type { Finding } from "./finding";
import { judgeSession } from "./judge";

const findingOf = (changes: FactChanges): Finding => found(judgeSession(someFacts(changes), null));
const DAYS = BEGAN + 90 * HOUR;
const launch = { at: BEGAN + 2 * HOUR, userKey: "S-1-5-21-1", machineKey: "machine-1", code: 13 };

const WHO_AND_STATE: readonly ClaimField[] = ["user", "state", "stateSince"];
const WITNESSES: readonly ClaimField[] = ["windowsSession", "machineRegistration", "pendingSessions"];

describe("the evidence of a finding", () => {
  it.each([
    [
      "nameless",
      { session: NAMELESS },
      [...WITNESSES, "anonymous", "brokered", "logOnEnded", "brokerSession", "connectionMode", "protocol", "grace"],
    ],
    ["nameless, machine off", { session: NAMELESS, machine: { power: "Off", powerSince: BEGAN } }, ["machinePower"]],
    ["nameless, still filled in", { session: { ...NAMELESS, unresolved: true } }, ["row"]],
    ["hung-logon", { session: HUNG }, [...WITNESSES, "logOnStarted", "logOnEnded", "appState", "grace"]],
    ["hung-logon of an application", { session: { ...HUNG, sessionType: "Application" } }, ["applications"]],
    [
      "stuck-connected",
      { session: STUCK },
      [
        "windowsSession",
        "machineRegistration",
        "logOnStarted",
        "logOnEnded",
        "sessionStarted",
        "appState",
        "machinePower",
        "grace",
      ],
    ],
    [
      "named-gone",
      { session: DISCONNECTED, now: DAYS, server: aWord(DAYS - HOUR) },
      ["windowsSession", "windowsSessionsAsked", "sessionStarted", "appState"],
    ],
    [
      "named-gone, by a start",
      { session: DISCONNECTED, now: DAYS, machine: { poweredOnAt: BEGAN + 2 * HOUR } },
      ["machineStarted", "windowsSession"],
    ],
    [
      "named-gone, run into",
      { session: DISCONNECTED, now: BEGAN + 4 * HOUR, failedLaunches: [launch] },
      ["windowsSession", "failedLaunches"],
    ],
    ["just-old", { session: DISCONNECTED, now: DAYS }, ["limit", "appState"]],
  ] satisfies [string, FactChanges, ClaimField[]][])(
    "%s: every field that the rule looked at",
    (_what, changes, fields) => {
      const finding = findingOf(changes);
      const shown = finding.evidence.map(({ field }) => field);
      expect(shown).toEqual(expect.arrayContaining([...WHO_AND_STATE, ...fields]));
      expect(new Set(shown).size).toBe(shown.length);
      for (const field of shown) expect(CLAIM_FIELDS).toContain(field);
    },
  );

  it.each([
    ["untrusted", "untrustedUser", "sdk"],
    ["brokering", "brokeringUser", "sdk"],
    ["client", "clientName", "monitor"],
  ] as const)("says that a name is the %s one, and that no user is verified", (userSource, field, source) => {
    const finding = findingOf({ session: { ...NAMELESS, user: "ann", userSource } });
    expect(claimsOf(finding, "user")).toMatchObject([{ value: { kind: "none" }, stance: "agrees" }]);
    expect(claimsOf(finding, field)).toMatchObject([{ value: { text: "ann" }, source }]);
    expect(finding).toMatchObject({ user: "ann", userSource });
  });

  it("lists what could not be heard as silent, never as agreeing", () => {
    const finding = findingOf({
      session: { ...NAMELESS, connectionMode: null, anonymous: null },
      machine: { pendingSessions: null, registration: "Unregistered" },
      serverReach: "failed",
      sources: { sdk: "absent" },
    });
    for (const field of [
      "windowsSession",
      "brokerSession",
      "connectionMode",
      "pendingSessions",
      "anonymous",
    ] as const) {
      expect(claimsOf(finding, field)).toMatchObject([{ value: { kind: "unknown" }, stance: "silent" }]);
    }
    expect(claimsOf(finding, "machineRegistration")).toMatchObject([{ stance: "silent" }]);
  });

  it.each([
    ["no pending session on its machine", { machine: { pendingSessions: 0 } }, "pendingSessions", "disagrees"],
    ["pending sessions on its machine", { machine: { pendingSessions: 2 } }, "pendingSessions", "agrees"],
    ["a logon that ended", { session: { logOnEndedAt: BEGAN } }, "logOnEnded", "disagrees"],
    ["a server that lists somebody who may be it", { server: aWord(BEGAN + MINUTE, ANN) }, "windowsSession", "silent"],
  ] satisfies [string, FactChanges, ClaimField, string][])(
    "%s: says what speaks for it and what against",
    (_what, { session, ...changes }: FactChanges, field, stance) => {
      const finding = findingOf({ ...changes, session: { ...NAMELESS, ...session } });
      expect(claimsOf(finding, field)).toMatchObject([{ stance }]);
    },
  );

  it("carries the time of each witness' word", () => {
    const finding = findingOf({
      session: NAMELESS,
      server: aWord(BEGAN + MINUTE),
      broker: { readAt: BEGAN + 2 * MINUTE, sessions: [{ startedAt: BEGAN, named: false }] },
      pace: aPace({ longestMs: MINUTE, readAt: BEGAN - HOUR }),
    });
    expect(claimsOf(finding, "windowsSession")).toMatchObject([
      { value: { kind: "none" }, source: "server", saidAt: BEGAN + MINUTE },
    ]);
    expect(claimsOf(finding, "windowsSessionsAsked")).toMatchObject([{ value: { count: 0 } }]);
    expect(claimsOf(finding, "brokerSession")).toMatchObject([
      { stance: "agrees", source: "broker", saidAt: BEGAN + 2 * MINUTE },
    ]);
    expect(claimsOf(finding, "usualLogon")).toMatchObject([{ source: "history", saidAt: BEGAN - HOUR }]);
  });

  it.each([
    ["the setting", {}, "settings", undefined],
    ["this site's own logons", { pace: aPace({ longestMs: 12 * MINUTE }) }, "history", undefined],
    ["a storm, with how many", { pace: aPace({}, { unfinished: 9, finished: 3 }) }, "history", 12],
  ] satisfies [string, FactChanges, string, number | undefined][])(
    "says where the grace comes from: %s",
    (_what, changes, source, logons) => {
      const finding = findingOf({ ...changes, session: NAMELESS });
      expect(claimsOf(finding, "grace")).toMatchObject([{ source, value: { ms: finding.graceMs } }]);
      expect(claimsOf(finding, "logonStorm").map(({ value }) => value)).toEqual(
        logons === undefined ? [] : [{ kind: "count", count: logons }],
      );
    },
  );

  it("counts who was hurt", () => {
    const launches = [launch, { ...launch, at: BEGAN + 3 * HOUR }];
    const finding = findingOf({ session: DISCONNECTED, now: DAYS, failedLaunches: launches });
    expect(finding.hurt).toEqual({ launches: 2, lastAt: BEGAN + 3 * HOUR });
    expect(claimsOf(finding, "failedLaunches")).toMatchObject([{ value: { count: 2 } }]);
    expect(findingOf({ session: NAMELESS }).hurt).toEqual({ launches: 0, lastAt: null });
  });
});
