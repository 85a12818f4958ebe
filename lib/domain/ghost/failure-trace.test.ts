import { describe, expect, it } from "vitest";
import type { FailedSession, MachineFacts } from "./facts";
import { aMachine, BEGAN, claimsOf, found, MINUTE, verdict } from "./facts.fixture";
import { judgeFailureTrace } from "./failure-trace";
import { type GhostSettings, usualSettings } from "./settings";

const NOW = BEGAN + 60 * MINUTE;
const SOURCES = { monitor: "ok", broker: "absent", sdk: "absent" } as const;

const failure = (minutesAgo: number, facts: Partial<FailedSession> = {}): FailedSession => ({
  sessionKey: `session-${minutesAgo}`,
  at: NOW - minutesAgo * MINUTE,
  userKey: `user-${minutesAgo}`,
  machineKey: "machine-1",
  categoryId: 11,
  code: 19,
  category: 2,
  ...facts,
});

type Changes = Partial<Omit<MachineFacts, "settings">> & { readonly settings?: Partial<GhostSettings> };

function judge(failures: readonly FailedSession[], changes: Changes = {}) {
  const settings = { ...usualSettings(), ...changes.settings };
  return judgeFailureTrace({ now: NOW, machine: aMachine(), failures, sources: SOURCES, ...changes, settings });
}
const three = [failure(20), failure(10), failure(1)];

describe("a failure trace", () => {
  it("is three sessions on one machine within half an hour that ended with row 11; nothing is done about it", () => {
    const finding = found(judge(three));
    expect(finding).toMatchObject({
      subject: { kind: "machine", key: "machine-1" },
      class: "failure-trace",
      since: NOW - 20 * MINUTE,
      user: null,
      userSource: "none",
      machine: "SRV0001",
      confidence: "likely",
      confirmedBy: "second-read",
      next: null,
      hurt: { launches: 3, lastAt: NOW - MINUTE },
    });
    expect(claimsOf(finding, "failureCategory")).toMatchObject([{ value: { text: "row 11, code 19, category 2" } }]);
    expect(finding.evidence.map(({ field }) => field)).toEqual([
      "failureCategory",
      "failureCount",
      "failureUsers",
      "lastFailure",
      "grace",
    ]);
  });

  it.each([
    ["none", [], "ended"],
    ["one", three.slice(2), "within-limit"],
    ["two", three.slice(1), "within-limit"],
    ["three", three, "failure-trace"],
    ["three of another row", three.map((each) => ({ ...each, categoryId: 10 })), "ended"],
    ["two, and others of another row", [failure(5, { categoryId: 12 }), ...three.slice(1)], "within-limit"],
  ])("of %s", (_what, failures, expected) => {
    expect(verdict(judge(failures))).toBe(expected);
  });

  it("forgets what is half an hour old, and is looked at again when that is so", () => {
    const failures = [failure(29), ...three.slice(1)];
    const leaves = NOW + MINUTE;
    expect(judge(failures).recheckAt).toBe(leaves);
    const verdicts = [-1, 0, 1].map((ms) => verdict(judge(failures, { now: leaves + ms })));
    expect(verdicts).toEqual(["failure-trace", "within-limit", "within-limit"]);
    expect(judge([failure(30), ...failures]).recheckAt).toBe(leaves);
    expect(judge([failure(28), ...failures].sort((a, b) => a.at - b.at)).recheckAt).toBe(NOW + 2 * MINUTE);
  });

  it("does not count what has not happened yet", () => {
    expect(verdict(judge([...three.slice(1), failure(0)]))).toBe("failure-trace");
    expect(verdict(judge([...three.slice(1), failure(0, { at: NOW + 1 })]))).toBe("within-limit");
  });

  it("follows the settings", () => {
    expect(verdict(judge(three.slice(2), { settings: { failureTraceCount: 1 } }))).toBe("failure-trace");
    expect(verdict(judge(three, { settings: { failureTraceWindowMinutes: 5 } }))).toBe("within-limit");
    expect(verdict(judge(three, { settings: { failureCategoryIds: [] } }))).toBe("ended");
    const mixed = [failure(3, { categoryId: 7 }), failure(2, { categoryId: 8 }), failure(1)];
    expect(verdict(judge(mixed, { settings: { failureCategoryIds: [7, 8, 11] } }))).toBe("failure-trace");
  });

  it("is less sure where one person alone was hurt; sessions of nobody count each for one", () => {
    expect(found(judge(three.map((each) => ({ ...each, userKey: "user-1" })))).confidence).toBe("possible");
    expect(found(judge(three.map((each) => ({ ...each, userKey: null })))).confidence).toBe("likely");
  });

  it("says so where the site's own list of categories does not have the row", () => {
    const unknown = three.map((each) => ({ ...each, code: null, category: null }));
    expect(claimsOf(found(judge(unknown)), "failureCategory")).toMatchObject([
      { value: { text: "row 11, code unknown, category unknown" } },
    ]);
  });

  it("is not confirmed by tables that cannot be read", () => {
    expect(found(judge(three, { sources: { ...SOURCES, monitor: "lost" } })).confirmedBy).toBe("never");
  });
});
