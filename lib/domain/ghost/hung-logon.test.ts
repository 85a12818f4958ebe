import { describe, expect, it } from "vitest";
import {
  ANN,
  aPace,
  aSession,
  aWord,
  BEGAN,
  claimsOf,
  type FactChanges,
  found,
  HOUR,
  HUNG,
  MINUTE,
  SECOND,
  someFacts,
  verdict,
} from "./facts.fixture";
import { judgeHungLogon } from "./hung-logon";

const factsOf = ({ session, ...changes }: FactChanges = {}) =>
  someFacts({ ...changes, session: { ...HUNG, ...session } });
const judge = (changes?: FactChanges) => judgeHungLogon(factsOf(changes));
const findingOf = (changes?: FactChanges) => found(judge(changes));
const around = (minutes: number, changes: FactChanges) =>
  [-1, 0, 1].map((ms) => verdict(judge({ ...changes, now: BEGAN + minutes * MINUTE + ms })));
const EDGE = ["logon-in-progress", "hung-logon", "hung-logon"];
const single = { sessionSupport: "SingleSession" } as const;
/** Without the SDK: nothing says how far its application is. */
const unsaid = { appState: null, hidden: null } as const;

describe("a hung logon", () => {
  it("is a ghost once twenty minutes are over since it was asked for", () => {
    const session = { since: BEGAN + 5 * MINUTE, logOnStartedAt: BEGAN + 2 * MINUTE, startedAt: BEGAN + MINUTE };
    expect(around(20, { session })).toEqual(EDGE);
    expect(judge({ session, now: BEGAN }).recheckAt).toBe(BEGAN + 20 * MINUTE);
    expect(findingOf({ session })).toMatchObject({
      class: "hung-logon",
      since: BEGAN,
      graceMs: 20 * MINUTE,
      confidence: "sure",
      confirmedBy: "server",
      next: "log-off",
      user: ANN,
    });
  });

  it.each([
    ["was brokered", {}],
    ["started its logon", { brokeredAt: null }],
    ["started", { brokeredAt: null, logOnStartedAt: null }],
    ["came into its state", { brokeredAt: null, logOnStartedAt: null, startedAt: null }],
  ])("began when it %s", (_what, session) => {
    const times = { brokeredAt: BEGAN, logOnStartedAt: BEGAN + 1, startedAt: BEGAN + 2, since: BEGAN + 3, ...session };
    const began = times.brokeredAt ?? times.logOnStartedAt ?? times.startedAt ?? times.since;
    expect(findingOf({ session: times }).since).toBe(began);
  });

  it.each([
    ["the setting", { settings: { hungLogonGraceMinutes: 33 } }, 33],
    ["twenty minutes, though logons take twelve here", { pace: aPace({ longestMs: 12 * MINUTE }) }, 20],
    ["a quarter above what logons take here", { pace: aPace({ longestMs: 24 * MINUTE }) }, 30],
    ["half as long again in a storm", { pace: aPace({}, { unfinished: 10 }) }, 30],
    ["an hour at most", { pace: aPace({ longestMs: 5 * HOUR }) }, 60],
  ] satisfies [string, FactChanges, number][])("waits for %s", (_what, changes, minutes) => {
    expect(around(minutes, changes)).toEqual(EDGE);
  });

  it("a profile that takes twelve minutes to load is none, though the grace is set to ten", () => {
    const changes = { settings: { hungLogonGraceMinutes: 10 }, pace: aPace({ longestMs: 12 * MINUTE }) };
    expect(around(12, changes)).toEqual(Array(3).fill("logon-in-progress"));
    expect(around(15, changes)).toEqual(EDGE);
  });

  it.each([
    ["nobody knows whose it is", { userSource: "untrusted" }],
    ["its user is anonymous", { anonymous: true }],
    ["its logon ended", { logOnEndedAt: BEGAN + HOUR }],
    ["its logon has a duration", { logOnDurationMs: 700_000 }],
    ["it was reconnected", { reconnect: true }],
    ["an application runs in it", { applications: ["Notepad"] }],
    ["it stands by, pre-launched", { appState: "PreLaunched" }],
    ["it lingers", { appState: "Lingering" }],
    ["it has its desktop", { appState: "Desktop" }],
    ["it is disconnected", { state: "Disconnected" }],
    ["it is connected on a machine of its own, where it is stuck", single],
    ["it is active on a server, and nobody says PreLogon", { state: "Active", ...unsaid }],
    ["it is active, and no logon was heard of", { ...single, state: "Active", logOnStartedAt: null, ...unsaid }],
  ] as const)("is none where %s", (_what, session) => {
    expect(verdict(judge({ session, now: BEGAN + 90 * HOUR }))).toBe("recovered");
  });

  it.each([
    ["connected, by the SDK's word", {}, "sure"],
    ["active and still PreLogon", { state: "Active" }, "sure"],
    ["active on a machine of its own, its logon begun", { ...single, ...unsaid, state: "Active" }, "likely"],
    ["connected, its logon begun", unsaid, "likely"],
    ["connected, no logon heard of", { ...unsaid, logOnStartedAt: null }, "possible"],
    ["in preparation", { ...unsaid, state: "PreparingSession" }, "likely"],
  ] as const)("is one, being %s", (_what, session, confidence) => {
    expect(findingOf({ session, sources: { sdk: "absent" } })).toMatchObject({ class: "hung-logon", confidence });
  });

  it("is undecided where only a lost SDK could say that its logon finished", () => {
    const sources = { sdk: "lost" } as const;
    expect(verdict(judge({ session: unsaid, sources }))).toBe("source-lost");
    expect(verdict(judge({ session: unsaid, sources, now: BEGAN + MINUTE }))).toBe("logon-in-progress");
    expect(verdict(judge({ sources }))).toBe("hung-logon");
  });

  it("is undecided while the machine's registration is new", () => {
    const machine = { registration: "Unregistered", registrationSince: BEGAN + 12 * MINUTE } as const;
    expect(around(22, { machine })).toEqual(["machine-not-registered", "hung-logon", "hung-logon"]);
    expect(findingOf({ machine, session: unsaid }).confidence).toBe("possible");
  });
});

describe("the server of a hung logon", () => {
  const session = { ...unsaid, logOnStartedAt: null } as const;
  it.each([
    ["lists it", [ANN], "possible", "log-off", "silent"],
    ["lists one before its logon", [{ state: "Connected" }], "possible", "log-off", "silent"],
    ["lists nothing that may be it", ["CORP\\bob"], "sure", "restart-agent", "agrees"],
  ] as const)("%s", (_what, listed, confidence, next, stance) => {
    const finding = findingOf({ session, server: aWord(BEGAN + 19 * MINUTE, ...listed) });
    expect(finding).toMatchObject({ confidence, next, confirmedBy: "second-read" });
    expect(claimsOf(finding, "windowsSession")).toMatchObject([{ stance, source: "server" }]);
  });

  it("lists her other session, which is not this one", () => {
    const others = [aSession({ key: "other", startedAt: BEGAN - HOUR })];
    const finding = findingOf({ others, server: aWord(BEGAN + 19 * MINUTE, ANN) });
    expect(finding.next).toBe("restart-agent");
    expect(findingOf({ others, server: aWord(BEGAN + 19 * MINUTE, ANN, ANN) }).next).toBe("log-off");
  });

  it("said something before this logon, which counts for nothing", () => {
    const finding = findingOf({ server: aWord(BEGAN + 4 * SECOND) });
    expect(finding.next).toBe("log-off");
    expect(claimsOf(finding, "windowsSession")).toMatchObject([{ stance: "silent", saidAt: BEGAN + 4 * SECOND }]);
  });
});
