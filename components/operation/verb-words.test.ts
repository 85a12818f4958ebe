import { describe, expect, it } from "vitest";
import { POWER_ACTIONS, VERB_NAMES } from "@/lib/domain/operation/verbs";
import { confirmWords, meaningOf, questionWords } from "./verb-questions";
import { buttonWords, operationName } from "./verb-words";

describe("the words of what can be done", () => {
  it("are whole sentences for people", () => {
    expect(buttonWords({ verb: "log-off", action: null }, "SRV-07")).toBe("Log off the session");
    expect(buttonWords({ verb: "restart-agent", action: null }, "SRV-07")).toBe("Restart the broker agent of SRV-07");
    expect(buttonWords({ verb: "power", action: "Shutdown" }, null)).toBe("Shut down the machine");
    expect(questionWords({ verb: "power", action: "Restart" }, "SRV-07")).toBe("Restart SRV-07?");
    expect(questionWords({ verb: "hide", action: null }, "the session of Anna Novak")).toBe(
      "Hide the session of Anna Novak?",
    );
    expect(operationName({ verb: "power", action: "TurnOff" })).toBe("Power: turn off at once");
  });

  it("name the thing on the button that does it", () => {
    const three = { target: { sessions: ["a", "b", "c"] }, subject: "3 sessions" };
    expect(confirmWords({ verb: "log-off", action: null }, three, null)).toBe("Log off 3 sessions");
    expect(confirmWords({ verb: "log-off", action: null }, three, 2)).toBe("Log off 2 sessions");
    const one = { target: { sessions: ["a"] }, subject: "the session of Anna Novak" };
    expect(confirmWords({ verb: "hide", action: null }, one, 1)).toBe("Hide the session");
    const machine = { target: { machine: "m7" }, subject: "SRV-07" };
    expect(confirmWords({ verb: "restart-agent", action: null }, machine, 18)).toBe(
      "Restart the broker agent of SRV-07",
    );
  });

  it("say which way leasing is switched", () => {
    const off = { verb: "set-leasing", action: null, enabled: false } as const;
    expect(questionWords(off, "Vienna")).toBe("Switch connection leasing off for Vienna?");
    expect(confirmWords({ ...off, enabled: true }, { target: { site: true }, subject: "Vienna" }, null)).toBe(
      "Switch connection leasing on",
    );
  });

  it("tell any two things apart", () => {
    const steps = [
      ...VERB_NAMES.map((verb) => ({ verb, action: null })),
      ...POWER_ACTIONS.map((action) => ({ verb: "power" as const, action })),
    ];
    expect(new Set(steps.map(operationName)).size).toBe(steps.length);
    const offered = steps.filter(({ verb, action }) => verb !== "power" || action !== null);
    expect(new Set(offered.map(meaningOf)).size).toBe(offered.length);
    expect(new Set(offered.map((step) => buttonWords(step, "SRV-07"))).size).toBe(offered.length);
  });
});
