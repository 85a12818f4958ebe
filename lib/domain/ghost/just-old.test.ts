import { describe, expect, it } from "vitest";
import { BEGAN, DISCONNECTED, type FactChanges, found, HOUR, someFacts, verdict } from "./facts.fixture";
import { judgeJustOld } from "./just-old";

const LEFT = BEGAN + HOUR;
const judge = ({ session, ...changes }: FactChanges = {}) =>
  judgeJustOld(someFacts({ now: BEGAN + 900 * HOUR, ...changes, session: { ...DISCONNECTED, ...session } }));

describe("a session that is just old", () => {
  it("is shown after a day, and what to do is to wait", () => {
    const due = LEFT + 24 * HOUR;
    const verdicts = [-1, 0, 1].map((ms) => verdict(judge({ now: due + ms })));
    expect(verdicts).toEqual(["within-limit", "just-old", "just-old"]);
    expect(judge({ now: BEGAN }).recheckAt).toBe(due);
    expect(found(judge())).toMatchObject({
      class: "just-old",
      since: due,
      graceMs: 24 * HOUR,
      confidence: "possible",
      confirmedBy: "second-read",
      next: "wait",
    });
  });

  it("follows the setting", () => {
    const settings = { justOldHours: 8 };
    const verdicts = [-1, 0].map((ms) => verdict(judge({ settings, now: LEFT + 8 * HOUR + ms })));
    expect(verdicts).toEqual(["within-limit", "just-old"]);
  });

  it("goes by the limit that its machine says, with a quarter of an hour for the timer", () => {
    const read = { timer: "disconnected", readAt: BEGAN } as const;
    const disconnectedLimit = { ...read, kind: "set", ms: 8 * HOUR, source: "rds-group-policy" } as const;
    const due = LEFT + 8 * HOUR + HOUR / 4;
    const verdicts = [-1000, 0, 1000].map((ms) => verdict(judge({ disconnectedLimit, now: due + ms })));
    expect(verdicts).toEqual(["within-limit", "just-old", "just-old"]);
    const { evidence } = found(judge({ disconnectedLimit }));
    expect(evidence.find(({ field }) => field === "limit")).toMatchObject({
      ...{ value: { kind: "duration", ms: 8 * HOUR }, source: "server", saidAt: BEGAN },
    });
    const off = { ...read, kind: "off", source: null } as const;
    expect(verdict(judge({ disconnectedLimit: off, now: due }))).toBe("within-limit");
    expect(verdict(judge({ disconnectedLimit: off, now: LEFT + 24 * HOUR }))).toBe("just-old");
  });

  it.each([
    ["active", { state: "Active" }, "recovered"],
    ["connected", { state: "Connected" }, "recovered"],
    ["nobody's", { userSource: "none", user: null }, "recovered"],
    ["pre-launched", { appState: "PreLaunched" }, "standby"],
    ["lingering", { appState: "Lingering" }, "standby"],
  ] as const)("is not one that is %s", (_what, session, expected) => {
    expect(verdict(judge({ session }))).toBe(expected);
  });
});
