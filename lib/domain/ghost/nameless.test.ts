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
  MINUTE,
  NAMELESS,
  SECOND,
  someFacts,
  verdict,
} from "./facts.fixture";
import { judgeNameless } from "./nameless";

const factsOf = ({ session, ...changes }: FactChanges = {}) =>
  someFacts({ ...changes, session: { ...NAMELESS, ...session } });
const judge = (changes?: FactChanges) => judgeNameless(factsOf(changes));
const findingOf = (changes?: FactChanges) => found(judge(changes));
/** What it comes to one millisecond before, at and after so many minutes. */
const around = (minutes: number, changes: FactChanges) =>
  [-1, 0, 1].map((ms) => verdict(judge({ ...changes, now: BEGAN + minutes * MINUTE + ms })));
const EDGE = ["logon-in-progress", "nameless", "nameless"];

describe("a nameless session", () => {
  it("is a ghost once ten minutes are over", () => {
    expect(around(10, {})).toEqual(EDGE);
    expect(judge({ now: BEGAN + MINUTE }).recheckAt).toBe(BEGAN + 10 * MINUTE);
    expect(findingOf()).toMatchObject({
      subject: { kind: "session", key: "session-1" },
      class: "nameless",
      since: BEGAN,
      graceMs: 10 * MINUTE,
      confidence: "likely",
      confirmedBy: "server",
      next: "log-off",
    });
  });

  it.each([
    ["the setting", { settings: { namelessGraceMinutes: 25 } }, 25],
    ["a quarter above this site's longest logon", { pace: aPace({ longestMs: 12 * MINUTE }) }, 15],
    ["a storm of logons", { pace: aPace({}, { unfinished: 10 }) }, 30],
    [
      "a hung logon's grace, where its server lists something that may still log on",
      { server: aWord(BEGAN + MINUTE, { state: "Connected" }) },
      20,
    ],
    [
      "a reconnecting client's, where it had logged on",
      { session: { logOnDurationMs: 4_000 }, settings: { reconnectGraceMinutes: 12 } },
      12,
    ],
    [
      "ten minutes, where its server lists nothing, however long logons take here",
      { server: aWord(BEGAN + MINUTE), pace: aPace({ longestMs: 40 * MINUTE }) },
      10,
    ],
    [
      "that of its logon, where nothing can be listed yet",
      {
        session: { state: "PreparingSession" },
        server: aWord(BEGAN + MINUTE),
        pace: aPace({ longestMs: 12 * MINUTE }),
      },
      15,
    ],
  ] satisfies [string, FactChanges, number][])("waits for %s", (_what, changes, minutes) => {
    expect(around(minutes, changes)).toEqual(EDGE);
  });

  it("waits half as long again while Citrix fills in its row", () => {
    const session = { unresolved: true };
    expect(around(10, { session })).toEqual(["logon-in-progress", "row-incomplete", "row-incomplete"]);
    expect(around(15, { session })).toEqual(["row-incomplete", "nameless", "nameless"]);
    expect(judge({ session, now: BEGAN + 12 * MINUTE }).recheckAt).toBe(BEGAN + 15 * MINUTE);
    expect(findingOf({ session })).toMatchObject({ confidence: "possible", graceMs: 15 * MINUTE });
  });

  it.each([
    ["a verified user", { userSource: "user", user: ANN }, "recovered"],
    ["an anonymous user", { anonymous: true }, "anonymous"],
    [
      "a local administrator at work",
      { state: "Active", protocol: "Console", connectionMode: "Unbrokered" },
      "recovered",
    ],
    ["a local administrator who disconnected", { state: "Disconnected", brokeredAt: null }, "recovered"],
    ["a logon that finished before its client left", { state: "Disconnected", logOnDurationMs: 9_000 }, "recovered"],
    ["a client that comes back", { state: "Reconnecting" }, "recovered"],
    ["a session past the broker of an old agent", { state: "NonBrokeredSession" }, "recovered"],
  ] as const)("is none with %s", (_what, session, expected) => {
    expect(verdict(judge({ session, now: BEGAN + 90 * HOUR }))).toBe(expected);
  });

  it.each([
    ["past the broker by RDP", { connectionMode: "Unbrokered", protocol: "RDP", brokeredAt: null }, "likely"],
    ["at the console", { connectionMode: "Unbrokered", protocol: "Console", brokeredAt: null }, "likely"],
    ["in preparation", { state: "PreparingSession" }, "likely"],
    ["pending", { state: "Pending" }, "likely"],
    ["in no known state", { state: "Unknown" }, "possible"],
    ["brokered and then left", { state: "Disconnected" }, "possible"],
    ["that had logged on once", { logOnEndedAt: BEGAN + SECOND }, "possible"],
    ["where nobody says whether its user is anonymous", { anonymous: null }, "likely"],
  ] as const)("is a ghost %s", (_what, session, confidence) => {
    expect(findingOf({ session })).toMatchObject({ class: "nameless", confidence });
  });
});

describe("witnesses of a nameless session", () => {
  it.each([
    ["lists nothing", [], "sure", "restart-agent"],
    ["lists only a named session's", [ANN], "sure", "restart-agent"],
    ["lists one before its logon", [ANN, { state: "Connected" }], "likely", "log-off"],
    ["lists an active one that may be it", [ANN, "CORP\\bob"], "possible", "log-off"],
  ] as const)("its server %s", (_what, listed, confidence, next) => {
    const others = [aSession({ key: "hers" })];
    const server = aWord(BEGAN + 5 * MINUTE, ...listed);
    expect(findingOf({ server, others })).toMatchObject({ confidence, next, confirmedBy: "second-read" });
  });

  it.each([
    ["waiting", "server"],
    ["heard", "second-read"],
    ["failed", "second-read"],
    ["unreachable", "second-read"],
  ] as const)("a server that is %s: confirmed by %s", (serverReach, confirmedBy) => {
    expect(findingOf({ serverReach })).toMatchObject({ confirmedBy, confidence: "likely" });
  });

  it("a server's word from before says nothing", () => {
    const finding = findingOf({ server: aWord(BEGAN + 5 * SECOND - 1), serverReach: "failed" });
    expect(finding).toMatchObject({ confidence: "likely", next: "log-off" });
    expect(claimsOf(finding, "windowsSession")).toMatchObject([{ value: { kind: "unknown" }, stance: "silent" }]);
  });

  const broker = (startedAt: number | null, named: boolean, readAt = BEGAN + 9 * MINUTE) => ({
    readAt,
    sessions: [{ startedAt, named }],
  });
  it.each([
    ["names somebody", broker(BEGAN + 2 * SECOND, true), "broker-disagrees"],
    ["names somebody in another session", broker(BEGAN + 2 * SECOND + 1, true), "nameless"],
    ["named somebody before it began", broker(BEGAN, true, BEGAN - 1), "nameless"],
    ["names nobody", broker(BEGAN, false), "nameless"],
    ["has no such session", { readAt: BEGAN + MINUTE, sessions: [] }, "nameless"],
    ["does not say when its sessions began", broker(null, true), "nameless"],
  ])("the broker %s", (_what, word, expected) => {
    expect(verdict(judge({ broker: word, sources: { broker: "ok" } }))).toBe(expected);
  });

  it("two of the broker's rows that began together tell nothing apart", () => {
    const sessions = [true, false].map((named) => ({ startedAt: BEGAN, named }));
    expect(verdict(judge({ broker: { readAt: BEGAN + MINUTE, sessions }, sources: { broker: "ok" } }))).toBe(
      "nameless",
    );
  });

  it("a broker that is lost could have named somebody; its last word still counts", () => {
    const sources = { broker: "lost" } as const;
    expect(verdict(judge({ sources }))).toBe("source-lost");
    expect(verdict(judge({ sources, broker: broker(BEGAN, false) }))).toBe("nameless");
  });
});

describe("the machine of a nameless session", () => {
  const unregistered = { registration: "Unregistered", registrationSince: BEGAN + 5 * MINUTE } as const;
  const off = { ...unregistered, power: "Off", powerSince: BEGAN + 5 * MINUTE } as const;

  it("just unregistered, or just registered again, can tell nothing", () => {
    const doubt = ["machine-not-registered", "nameless", "nameless"];
    expect(around(15, { machine: unregistered })).toEqual(doubt);
    expect(around(15, { machine: { ...unregistered, registration: "Registered" } })).toEqual(doubt);
    expect(judge({ machine: unregistered, now: BEGAN + 12 * MINUTE }).recheckAt).toBe(BEGAN + 15 * MINUTE);
  });

  it("unregistered for long makes it less sure", () => {
    expect(findingOf({ machine: unregistered }).confidence).toBe("possible");
    expect(findingOf({ machine: null }).confidence).toBe("likely");
  });

  it("off for long is a proof: no server has to be asked, and only power helps", () => {
    expect(around(15, { machine: off })).toEqual(["machine-not-registered", "nameless", "nameless"]);
    expect(findingOf({ machine: off })).toMatchObject({
      confidence: "sure",
      confirmedBy: "second-read",
      next: "power",
    });
  });

  it("without one there is no server to ask", () => {
    expect(findingOf({ machine: null }).confirmedBy).toBe("second-read");
  });
});
