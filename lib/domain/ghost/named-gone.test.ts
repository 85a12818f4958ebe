import { describe, expect, it } from "vitest";
import type { Session } from "../site";
import {
  ANN,
  aSession,
  aWord,
  BEGAN,
  claimsOf,
  DISCONNECTED,
  type FactChanges,
  found,
  HOUR,
  HUNG,
  MINUTE,
  SECOND,
  someFacts,
  verdict,
} from "./facts.fixture";
import { judgeNamedGone } from "./named-gone";

const ASKED = BEGAN + 3 * HOUR;
const LATER = ASKED + HOUR;

const judge = ({ session, ...changes }: FactChanges = {}) =>
  judgeNamedGone(someFacts({ now: LATER, ...changes, session: { ...DISCONNECTED, ...session } }));
const findingOf = (changes?: FactChanges) => found(judge(changes));
const verdictOf = (changes?: FactChanges) => verdict(judge(changes));
const nobodyListed = aWord(ASKED, "CORP\\bob");
const elsewhere = (facts: Partial<Session> = {}) =>
  aSession({ key: "session-2", machine: "SRV0002", machineKey: "machine-2", startedAt: BEGAN + 2 * HOUR, ...facts });
const launch = (facts: object = {}) => ({
  at: BEGAN + 2 * HOUR,
  userKey: "S-1-5-21-1",
  machineKey: "machine-1",
  code: 13,
  ...facts,
});

describe("a named session that its server does not list", () => {
  it("is a ghost once the tables repeat it ten seconds after the server's word", () => {
    const verdicts = [-1, 0, 1].map((ms) => verdictOf({ server: nobodyListed, now: ASKED + 10 * SECOND + ms }));
    expect(verdicts).toEqual(["server-not-heard", "named-gone", "named-gone"]);
    expect(judge({ server: nobodyListed, now: ASKED }).recheckAt).toBe(ASKED + 10 * SECOND);
    expect(findingOf({ server: nobodyListed })).toMatchObject({
      class: "named-gone",
      since: BEGAN + HOUR,
      confidence: "sure",
      confirmedBy: "second-read",
      next: "log-off",
      user: ANN,
    });
  });

  it("is one where its server, asked again and again, lacked it ten seconds ago", () => {
    const now = ASKED + 60 * SECOND;
    const again = (...listed: string[]) => ({ ...aWord(now), before: aWord(ASKED, ...listed) });
    expect(verdictOf({ server: again(), now })).toBe("named-gone");
    // It was there a minute ago: the tables may still hear of its end.
    expect(verdictOf({ server: again(ANN), now })).toBe("server-not-heard");
    expect(verdictOf({ server: { ...aWord(now), before: aWord(0) }, now })).toBe("server-not-heard");
  });

  it.each([
    ["active without an application", { state: "Active", appState: "NoApps", sessionType: "Application" }],
    ["active at work", { state: "Active" }],
    ["waiting for its client", { state: "Reconnecting" }],
    ["connected, its logon being over", { state: "Connected" }],
    ["standing by", { appState: "Lingering" }],
  ] as const)("is one too, %s", (_what, session) => {
    expect(verdictOf({ session, server: nobodyListed })).toBe("named-gone");
  });

  it.each([
    ["nobody verified its user", { userSource: "untrusted" }, "recovered"],
    ["its user is anonymous", { anonymous: true }, "recovered"],
    ["its logon still runs", HUNG, "logon-in-progress"],
  ] as const)("is none where %s", (_what, session, expected) => {
    expect(verdictOf({ session, server: aWord(ASKED) })).toBe(expected);
  });

  it.each([
    ["the server lists it", {}, "server-lists-it"],
    ["it was pre-launched and is there", { appState: "PreLaunched" }, "standby"],
    ["it lingers and is there", { appState: "Lingering" }, "standby"],
    ["it is active and there", { state: "Active" }, "server-lists-it"],
  ] as const)("is none where %s", (_what, session, expected) => {
    expect(verdictOf({ session, server: aWord(ASKED, ANN) })).toBe(expected);
  });

  it("of two believed and one listed, only the older is one", () => {
    const newer = aSession({ ...DISCONNECTED, key: "newer", startedAt: BEGAN + MINUTE });
    expect(verdictOf({ server: aWord(ASKED, ANN), others: [newer] })).toBe("named-gone");
    const older = aSession({ ...DISCONNECTED, key: "older", startedAt: BEGAN - MINUTE });
    expect(verdictOf({ server: aWord(ASKED, ANN), others: [older] })).toBe("server-lists-it");
    expect(verdictOf({ server: aWord(ASKED, ANN, ANN), others: [newer] })).toBe("server-lists-it");
  });
});

describe("a named session of which no server said anything", () => {
  it.each([
    ["an older word", { server: aWord(BEGAN + HOUR + 5 * SECOND - 1) }, "server-not-heard"],
    ["no word yet", {}, "server-not-heard"],
    ["a server that could not be asked", { serverReach: "failed" }, "server-not-heard"],
    ["no bridge", { serverReach: "unreachable" }, "server-not-heard"],
    ["a word from before it became active", { session: { state: "Active" }, server: aWord(BEGAN) }, "recovered"],
    ["no bridge while it is active", { session: { state: "Active" }, serverReach: "unreachable" }, "recovered"],
    ["no word yet while it is active", { session: { state: "Active" } }, "server-not-heard"],
  ] satisfies [string, FactChanges, string][])(
    "with %s is no ghost and keeps what was known",
    (_what, changes, expected) => {
      expect(verdictOf(changes)).toBe(expected);
    },
  );

  it.each([
    ["waiting", "server"],
    ["failed", "server"],
    ["heard", "server"],
    ["unreachable", "never"],
  ] as const)(
    "is at most possible where its user ran into it, and confirmed by no second read (%s)",
    (serverReach, confirmedBy) => {
      const reasons: FactChanges[] = [{ failedLaunches: [launch()] }, { others: [elsewhere()] }];
      for (const reason of reasons) {
        expect(findingOf({ ...reason, serverReach })).toMatchObject({
          confidence: "possible",
          confirmedBy,
          next: "log-off",
        });
      }
    },
  );

  it.each([
    ["before it was left", { at: BEGAN + HOUR }],
    ["on another machine", { machineKey: "machine-2" }],
  ])("is none for a launch that failed %s", (_what, facts) => {
    expect(verdictOf({ failedLaunches: [launch(facts)] })).toBe("server-not-heard");
  });

  it.each([
    ["began before this one was left", { startedAt: BEGAN + HOUR }],
    ["is on the same machine", { machineKey: "machine-1" }],
    ["is in another delivery group", { deliveryGroupKey: "group-2" }],
    ["is another person's", { userKey: "S-1-5-21-2" }],
  ])("is none for a session that %s", (_what, facts) => {
    expect(verdictOf({ others: [elsewhere(facts)] })).toBe("server-not-heard");
  });

  it("is none for a newer session where everybody has a desktop of their own", () => {
    expect(verdictOf({ others: [elsewhere()], group: { sessionSupport: "SingleSession" } })).toBe("server-not-heard");
    expect(verdictOf({ others: [elsewhere()], group: null })).toBe("server-not-heard");
  });

  it("is none while it is active, whatever failed", () => {
    const session = { state: "Active" } as const;
    expect(verdictOf({ session, others: [elsewhere()], failedLaunches: [launch()] })).toBe("server-not-heard");
  });

  it("is undecided while the tables cannot be read", () => {
    expect(verdictOf({ failedLaunches: [launch()], sources: { monitor: "lost" } })).toBe("source-lost");
  });

  it("shows the newest of the sessions elsewhere, whatever the order of reads", () => {
    const [one, two] = [elsewhere(), elsewhere({ key: "session-3", machine: "SRV0003", startedAt: BEGAN + 3 * HOUR })];
    for (const others of [
      [one, two],
      [two, one],
    ]) {
      const claims = claimsOf(findingOf({ others }), "newerSession");
      expect(claims).toMatchObject([{ value: { kind: "text", text: "SRV0003" } }]);
    }
  });
});

describe("the tables' proof that a named session is gone", () => {
  const off = { power: "Off", powerSince: BEGAN + 2 * HOUR, registration: "Unregistered" } as const;

  it("is a machine that has been off for ten minutes: no word is needed", () => {
    const due = BEGAN + 2 * HOUR + 10 * MINUTE;
    const verdicts = [-1, 0, 1].map((ms) => verdictOf({ machine: off, now: due + ms }));
    expect(verdicts).toEqual(["server-not-heard", "named-gone", "named-gone"]);
    const finding = findingOf({ machine: off, serverReach: "failed" });
    expect(finding).toMatchObject({
      since: BEGAN + 2 * HOUR,
      confidence: "sure",
      confirmedBy: "second-read",
      next: "hide",
    });
    expect(claimsOf(finding, "machinePower")).toMatchObject([{ stance: "agrees", saidAt: BEGAN + 2 * HOUR }]);
    expect(claimsOf(finding, "windowsSession")).toMatchObject([{ stance: "silent" }]);
  });

  it("is a start of the machine after its logon", () => {
    const poweredOnAt = BEGAN + 90 * MINUTE;
    const finding = findingOf({ machine: { poweredOnAt } });
    expect(finding).toMatchObject({
      since: poweredOnAt,
      confidence: "sure",
      confirmedBy: "second-read",
      next: "log-off",
    });
    expect(claimsOf(finding, "machineStarted")).toMatchObject([{ value: { kind: "instant", at: poweredOnAt } }]);
  });

  it("is none where the launch itself started the machine", () => {
    const session = { logOnEndedAt: null, logOnStartedAt: null, logOnDurationMs: null };
    expect(verdictOf({ session, machine: { poweredOnAt: BEGAN + 2 * MINUTE } })).toBe("server-not-heard");
    const started = {
      state: "PreparingSession",
      since: LATER - MINUTE,
      startedAt: LATER - MINUTE,
      brokeredAt: LATER - MINUTE,
    } as const;
    expect(verdictOf({ session: { ...session, ...started }, machine: off })).toBe("logon-in-progress");
  });

  it("yields to a server that lists the session later, and to none that did before", () => {
    const machine = { poweredOnAt: BEGAN + 90 * MINUTE };
    expect(verdictOf({ machine, server: aWord(ASKED, ANN) })).toBe("server-lists-it");
    expect(verdictOf({ machine, server: aWord(ASKED) })).toBe("named-gone");
    const finding = findingOf({ machine, server: aWord(BEGAN + 90 * MINUTE - 1, ANN) });
    expect(claimsOf(finding, "windowsSession")).toMatchObject([{ value: { text: ANN }, stance: "silent" }]);
  });
});
