import { describe, expect, it } from "vitest";
import {
  ANN,
  aPace,
  aWord,
  BEGAN,
  DISCONNECTED,
  type FactChanges,
  HOUR,
  HUNG,
  MINUTE,
  NAMELESS,
  SECOND,
  STUCK,
  someFacts,
  verdict,
} from "./facts.fixture";
import { judgeSession } from "./judge";

/** What looks like a ghost and is none, judged minute by minute for as long as it lasts, with its server's word and without. */

const LOCAL = { ...NAMELESS, connectionMode: "Unbrokered", brokeredAt: null, logOnDurationMs: 4_000 } as const;
const slowSite = aPace({ longestMs: 13 * MINUTE, medianMs: MINUTE, logons: 5_000 });
const storm = aPace({ medianMs: 30 * SECOND }, { finished: 4, unfinished: 36, medianMs: 100 * SECOND });

const LOOK_ALIKES: readonly (readonly [string, FactChanges, number])[] = [
  ["an anonymous user", { session: { ...NAMELESS, anonymous: true } }, 600],
  ["an anonymous user at work", { session: { ...NAMELESS, anonymous: true, state: "Active" } }, 600],
  ["an administrator at the console", { session: { ...LOCAL, protocol: "Console", state: "Active" } }, 600],
  ["an administrator by RDP", { session: { ...LOCAL, protocol: "RDP", state: "Active" } }, 600],
  ["an administrator who left a session", { session: { ...LOCAL, protocol: "RDP", state: "Disconnected" } }, 600],
  ["a pre-launched session", { session: { ...DISCONNECTED, appState: "PreLaunched" } }, 600],
  ["a lingering session", { session: { ...DISCONNECTED, appState: "Lingering" } }, 600],
  ["a session left for the day", { session: DISCONNECTED }, 600],
  ["a client within session reliability", { session: { since: BEGAN, state: "Reconnecting" } }, 8],
  ["a client that reconnects by itself", { session: { since: BEGAN, state: "Disconnected" } }, 8],
  ["one whose session is shown as connected", { session: { since: BEGAN, state: "Connected" } }, 8],
  [
    "the same on a machine of its own",
    { session: { since: BEGAN, state: "Connected", sessionSupport: "SingleSession" } },
    8,
  ],
  ["a logon in progress", { session: HUNG }, 12],
  ["twelve minutes of profile", { session: HUNG, pace: slowSite, settings: { hungLogonGraceMinutes: 10 } }, 12],
  ["the same without a user yet", { session: NAMELESS, pace: slowSite }, 12],
  ["the same on a machine of its own", { session: STUCK, pace: slowSite }, 12],
  ["a storm of logons", { session: NAMELESS, pace: storm }, 29],
  ["a storm on machines of their own", { session: STUCK, pace: storm }, 29],
  ["a row that Citrix fills in", { session: { ...NAMELESS, unresolved: true } }, 14],
  ["an excluded account", { session: HUNG, settings: { excludedAccounts: ["CORP\\ann"] } }, 600],
  ["a hidden session", { session: { ...DISCONNECTED, hidden: true } }, 600],
];

function verdictsOf(changes: FactChanges, minutes: number): Set<string> {
  const times = Array.from({ length: minutes + 1 }, (_each, minute) => BEGAN + minute * MINUTE);
  const facts = times.map((now) => someFacts({ ...changes, now }));
  return new Set(facts.map((each) => judgeSession(each, null)).map(({ kind }) => kind));
}

describe("no ghost", () => {
  it.each(LOOK_ALIKES)("%s", (_what, changes, minutes) => {
    expect(verdictsOf(changes, minutes)).not.toContain("ghost");
    const user = changes.session?.user ?? ANN;
    expect(
      verdictsOf({ ...changes, server: aWord(BEGAN + 6 * SECOND, { user, state: "Active" }) }, minutes),
    ).not.toContain("ghost");
  });

  it.each([
    ["just unregistered", { registration: "Unregistered", registrationSince: BEGAN + 4 * MINUTE }],
    ["just registered again", { registration: "Registered", registrationSince: BEGAN + 4 * MINUTE }],
  ] as const)("on a machine that is %s", (_what, machine) => {
    for (const session of [NAMELESS, STUCK]) expect(verdictsOf({ session, machine }, 13)).not.toContain("ghost");
  });

  it("that ended between the server's word and the tables", () => {
    const server = aWord(BEGAN + 2 * HOUR);
    for (const state of ["Active", "Disconnected"] as const) {
      const session = { ...DISCONNECTED, state };
      const verdicts = [0, 3, 9].map((seconds) => {
        const now = server.askedAt + seconds * SECOND;
        return verdict(judgeSession(someFacts({ session, server, now }), null));
      });
      expect(verdicts).toEqual(Array(3).fill("server-not-heard"));
    }
  });

  it("whose server could not be asked: an error is no empty list", () => {
    for (const serverReach of ["failed", "unreachable", "waiting"] as const) {
      expect(verdictsOf({ session: DISCONNECTED, serverReach }, 600)).not.toContain("ghost");
      expect(verdictsOf({ serverReach }, 600)).not.toContain("ghost");
    }
  });
});

describe("RDP and console", () => {
  it.each(["RDP", "Console"])("%s alone clears no suspect: Citrix finds ghosts among them", (protocol) => {
    const session = { ...NAMELESS, protocol, connectionMode: "Unbrokered", brokeredAt: null } as const;
    expect(verdict(judgeSession(someFacts({ session }), null))).toBe("nameless");
    expect(verdict(judgeSession(someFacts({ session: { ...STUCK, protocol } }), null))).toBe("stuck-connected");
    expect(verdict(judgeSession(someFacts({ session: { ...HUNG, protocol } }), null))).toBe("hung-logon");
  });
});
