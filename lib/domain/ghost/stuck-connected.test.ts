import { describe, expect, it } from "vitest";
import {
  ANN,
  aPace,
  aWord,
  BEGAN,
  type FactChanges,
  found,
  HOUR,
  MINUTE,
  NAMELESS,
  SECOND,
  STUCK,
  someFacts,
  verdict,
} from "./facts.fixture";
import { judgeStuckConnected } from "./stuck-connected";

const judge = ({ session, ...changes }: FactChanges = {}) =>
  judgeStuckConnected(someFacts({ ...changes, session: { ...STUCK, ...session } }));
const findingOf = (changes?: FactChanges) => found(judge(changes));
const around = (minutes: number, changes: FactChanges) =>
  [-1, 0, 1].map((ms) => verdict(judge({ ...changes, now: BEGAN + minutes * MINUTE + ms })));
const EDGE = ["logon-in-progress", "stuck-connected", "stuck-connected"];
const loggedOn = { logOnDurationMs: 30 * SECOND, logOnEndedAt: BEGAN - HOUR } as const;
const nobody = { user: null, userKey: null, userSource: "none" } as const;

describe("a single-session machine that stays connected", () => {
  it("is a ghost once five minutes are over", () => {
    expect(around(5, {})).toEqual(EDGE);
    expect(judge({ now: BEGAN }).recheckAt).toBe(BEGAN + 5 * MINUTE);
    expect(findingOf()).toMatchObject({
      class: "stuck-connected",
      since: BEGAN,
      graceMs: 5 * MINUTE,
      confidence: "likely",
      confirmedBy: "server",
      next: "log-off",
    });
    expect(findingOf({ session: nobody })).toMatchObject({ class: "stuck-connected", userSource: "none" });
  });

  it.each([
    ["the setting", { settings: { stuckConnectedGraceMinutes: 7 } }, 7],
    ["a hung logon's grace once a logon began", { session: { logOnStartedAt: BEGAN } }, 20],
    ["what logons take here", { pace: aPace({ longestMs: 12 * MINUTE }) }, 15],
    ["a storm of logons", { pace: aPace({}, { unfinished: 10 }) }, 30],
  ] satisfies [string, FactChanges, number][])("waits for %s", (_what, changes, minutes) => {
    expect(around(minutes, changes)).toEqual(EDGE);
  });

  it("leaves a client that lost its network ten minutes, however quick logons are", () => {
    const back = ["reconnecting", "stuck-connected", "stuck-connected"];
    expect(around(8, { session: loggedOn })).toEqual(Array(3).fill("reconnecting"));
    expect(around(10, { session: loggedOn })).toEqual(back);
    expect(around(10, { session: { reconnect: true } })).toEqual(back);
    expect(around(15, { session: loggedOn, settings: { reconnectGraceMinutes: 15 } })).toEqual(back);
    expect(findingOf({ session: loggedOn }).confidence).toBe("possible");
  });

  it("waits half as long again while Citrix fills in its row", () => {
    const session = { unresolved: true };
    expect(around(5, { session })).toEqual(["logon-in-progress", "row-incomplete", "row-incomplete"]);
    expect(around(7.5, { session })).toEqual(["row-incomplete", "stuck-connected", "stuck-connected"]);
  });

  it.each([
    ["the machine has many sessions", { sessionSupport: "MultiSession" }, "recovered"],
    ["nobody knows how many it may have", { sessionSupport: null }, "recovered"],
    ["it is active", { state: "Active" }, "recovered"],
    ["it is disconnected", { state: "Disconnected" }, "recovered"],
    ["it is in preparation", { state: "PreparingSession" }, "recovered"],
    ["its user is anonymous", { anonymous: true }, "anonymous"],
  ] as const)("is none where %s", (_what, session, expected) => {
    expect(verdict(judge({ session, now: BEGAN + 90 * HOUR }))).toBe(expected);
  });

  it("is undecided while the machine's registration is new", () => {
    const machine = { registration: "Registered", registrationSince: BEGAN + MINUTE } as const;
    expect(around(11, { machine })).toEqual(["machine-not-registered", "stuck-connected", "stuck-connected"]);
  });
});

describe("the server of a stuck session", () => {
  it.each([
    ["lists it", {}, [ANN], "likely", "log-off"],
    ["lists one before its logon", {}, [{ user: null }], "likely", "log-off"],
    ["lists somebody, of whom nobody knows", { ...NAMELESS, ...STUCK, ...nobody }, [ANN], "likely", "log-off"],
    ["lists another person", {}, ["CORP\\bob"], "sure", "power"],
    ["lists nothing", {}, [], "sure", "power"],
  ] as const)("%s", (_what, session, listed, confidence, next) => {
    const finding = findingOf({ session, server: aWord(BEGAN + 5 * SECOND, ...listed) });
    expect(finding).toMatchObject({ confidence, next, confirmedBy: "second-read" });
  });

  it("has nothing to log off where its machine is off", () => {
    expect(findingOf({ machine: { power: "Off" } }).next).toBe("power");
  });

  it.each([
    ["failed", "second-read"],
    ["unreachable", "second-read"],
    ["waiting", "server"],
  ] as const)("is %s: confirmed by %s", (serverReach, confirmedBy) => {
    expect(findingOf({ serverReach }).confirmedBy).toBe(confirmedBy);
  });
});
