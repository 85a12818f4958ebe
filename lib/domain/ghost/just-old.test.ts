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
