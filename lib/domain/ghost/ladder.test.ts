import { describe, expect, it } from "vitest";
import { GHOST_CLASSES, NEXT_STEPS } from "./classes";
import {
  ANN,
  aGroup,
  aMachine,
  aWord,
  BEGAN,
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
import { judgeSession } from "./judge";
import { firstRung, LADDER, ruledOutByPlace } from "./ladder";

const nextOf = (changes: FactChanges) => found(judgeSession(someFacts(changes), null)).next;
const ASKED = BEGAN + 10 * MINUTE;
const nothing = aWord(ASKED);
const off = { power: "Off", powerSince: BEGAN + HOUR } as const;

describe("the repair ladder", () => {
  it("goes from the least harm to the most", () => {
    for (const ghost of GHOST_CLASSES) {
      const harm = LADDER[ghost].map((step) => NEXT_STEPS.indexOf(step));
      expect(harm).toEqual([...new Set(harm)].sort((a, b) => a - b));
    }
  });

  it("gives the first rung that is left", () => {
    expect(firstRung("nameless", [])).toBe("log-off");
    expect(firstRung("nameless", ["log-off"])).toBe("restart-agent");
    expect(firstRung("nameless", ["log-off", "restart-agent", "power"])).toBeNull();
    expect(firstRung("failure-trace", [])).toBeNull();
  });

  it.each([
    ["a machine that is on", aMachine(), aGroup(), []],
    ["a machine that is off", aMachine({ power: "Off" }), aGroup(), ["log-off", "restart-agent"]],
    ["a private desktop", aMachine(), aGroup({ desktopKind: "Private" }), ["hide"]],
    [
      "a private desktop that is off",
      aMachine({ power: "Off" }),
      aGroup({ desktopKind: "Private" }),
      ["log-off", "restart-agent", "hide"],
    ],
    ["a place that nobody knows", null, null, []],
  ])("rules out, for %s, what cannot help there", (_what, machine, group, expected) => {
    expect(ruledOutByPlace({ machine, group })).toEqual(expected);
  });

  it.each([
    ["nameless, its server not heard", { session: NAMELESS }, "log-off"],
    [
      "nameless, with a Windows session",
      { session: NAMELESS, server: aWord(ASKED, { state: "Connected" }) },
      "log-off",
    ],
    ["nameless, without a Windows session", { session: NAMELESS, server: nothing }, "restart-agent"],
    [
      "nameless, on a machine that is off",
      { session: NAMELESS, machine: { power: "Off", powerSince: BEGAN } },
      "power",
    ],
    ["hung", { session: HUNG }, "log-off"],
    ["hung, without a Windows session", { session: HUNG, server: nothing }, "restart-agent"],
    ["hung, its machine just off", { session: HUNG, machine: { power: "Off", powerSince: BEGAN + 55 * MINUTE } }, null],
    ["stuck", { session: STUCK }, "log-off"],
    ["stuck, without a Windows session", { session: STUCK, server: nothing }, "power"],
    ["named and gone", { session: DISCONNECTED, now: BEGAN + 4 * HOUR, server: aWord(BEGAN + 3 * HOUR) }, "log-off"],
    ["named and gone, its machine off", { session: DISCONNECTED, now: BEGAN + 4 * HOUR, machine: off }, "hide"],
    [
      "a private desktop, its machine off",
      { session: DISCONNECTED, now: BEGAN + 4 * HOUR, machine: off, group: { desktopKind: "Private" } },
      "power",
    ],
    ["just old", { session: DISCONNECTED, now: BEGAN + 26 * HOUR, server: aWord(BEGAN + 25 * HOUR, ANN) }, "wait"],
  ] satisfies [string, FactChanges, string | null][])(
    "begins, for a session that is %s, with %s",
    (_what, changes, expected) => {
      expect(nextOf(changes)).toBe(expected);
    },
  );

  it.each(["Private", "Shared", null] as const)("never hides a private desktop (%s)", (desktopKind) => {
    const steps = LADDER["named-gone"].map((_step, tried) =>
      firstRung("named-gone", [
        ...LADDER["named-gone"].slice(0, tried),
        ...ruledOutByPlace({ machine: null, group: aGroup({ desktopKind }) }),
      ]),
    );
    expect(steps.includes("hide")).toBe(desktopKind !== "Private");
  });
});
