import { describe, expect, it } from "vitest";
import { formatCountdown } from "./countdown-format";
import { coverageWords, dueWords } from "./coverage-words";
import { ARROWS } from "./diagram-arrows";
import {
  activeName,
  arrowName,
  countedOf,
  countedSpan,
  countedWords,
  flowWords,
  otherWords,
  stateName,
} from "./flow-words";
import { groupLimits } from "./group-limit-words";
import { memoryWords } from "./memory-words";
import { stateLimit } from "./state-limits";
import { AS_OF, aGroup, aLimit, aTimeouts } from "./timeouts.fixture";

const NOW = Date.parse(AS_OF);
const UTC = "UTC";

describe("flow in words", () => {
  const flows = (minutes: number | null) => ({
    since: minutes === null ? null : new Date(NOW - minutes * 60_000).toISOString(),
    rows: [],
  });
  const hour = countedOf(flows(60), AS_OF);
  const part = countedOf(flows(40), AS_OF);
  const none = countedOf(flows(null), AS_OF);

  it("is per hour only where an hour was counted", () => {
    expect([hour, part, none].map((counted) => flowWords(1480, counted))).toEqual(["1,480/h", "1,480", "–"]);
    expect([hour, part, none].map((counted) => countedWords(counted, NOW, UTC))).toEqual([
      "flow in the last hour",
      "flow counted since 08:20",
      "flow is counted from now on",
    ]);
  });

  it("names places and arrows for who listens", () => {
    expect(stateName("interactive-disconnected", 41)).toBe("Disconnected, interactive: 41 sessions");
    expect(activeName(2592, 612)).toBe("Active, interactive: 3,204 sessions, 612 of them idle");
    const arrow = ARROWS.find(({ id }) => id === "pre-launched-used");
    expect(arrow && arrowName(arrow, 148, countedSpan(hour, NOW, UTC), hour)).toBe(
      "Application starts, from Active, pre-launched to Active, interactive: 148 in the last hour",
    );
    expect(arrow && arrowName(arrow, 0, countedSpan(none, NOW, UTC), none)).toMatch(/: not counted yet$/);
    const unused = ARROWS.find(({ id }) => id === "pre-launched-lingers");
    expect(unused && arrowName(unused, 3, countedSpan(hour, NOW, UTC), hour)).toBe(
      "Unused, lingers, from Pre-launched to Lingering: 3 in the last hour",
    );
    expect(otherWords({ from: "lingering-active", to: "ended", count: 3 })).toBe("3 from Active, lingering to Ended");
  });
});

describe("formatCountdown", () => {
  it.each([
    [0, "due now"],
    [-5, "due now"],
    [1, "0:01"],
    [42_000, "0:42"],
    [59_001, "1:00"],
    [3_600_000, "1:00:00"],
    [3 * 3_600_000 + 5 * 60_000 + 9000, "3:05:09"],
    [47 * 3_600_000, "47:00:00"],
    [52 * 3_600_000, "2 d 4 h"],
  ])("%i ms are %s", (ms, words) => {
    expect(formatCountdown(ms)).toBe(words);
  });
});

describe("how much of the limits was read", () => {
  it("is said where it is not all", () => {
    const { limits } = aTimeouts();
    expect(coverageWords(limits)).toBe("Limits of 14 of 20 machines with sessions were read; the others say unknown.");
    expect(coverageWords({ ...limits, machinesRead: 20 })).toBeNull();
    expect(coverageWords({ ...limits, machinesRead: 20, groupsReadAt: null })).toBe(
      "Settings of delivery groups were not read: they need the PowerShell bridge.",
    );
  });

  it("says who has no deadline, and why", () => {
    expect(dueWords(940, { "in-use": 2592, "limit-unknown": 130, never: 0 })).toBe(
      "940 sessions have a deadline ahead; without one: 2,592 in use and 130 with a limit that was not read.",
    );
    expect(dueWords(1, {})).toBe("1 session has a deadline ahead.");
  });
});

describe("limits of groups", () => {
  it("are told with their source, or as not read", () => {
    const { told, unread } = groupLimits(aGroup().limits);
    expect(told).toContain("disconnected 8 h (RDS policy, 14 machines)");
    expect(told).toContain("idle off (RDS policy, 14 machines)");
    expect(told).toContain("linger disconnect 15 min (group setting)");
    expect(unread).toBe("connection not read");
    expect(groupLimits([aLimit({ kind: "mixed" })]).told).toEqual(["disconnected mostly 8 h: machines differ"]);
    const power = aLimit({ timer: "power-policy", kind: "mixed", seconds: null, machines: null });
    expect(groupLimits([power]).told).toEqual(["power policy: other at peak hours"]);
  });

  it("stand in a place of the diagram where the groups there agree", () => {
    const office = aGroup();
    const other = aGroup({ key: "g2", limits: [aLimit({ seconds: 3600 })] });
    expect(stateLimit("interactive-disconnected", [office])).toBe("limit 8 h");
    expect(stateLimit("lingering-active", [office])).toBe("disc. 15 min");
    expect(stateLimit("interactive-idle", [office])).toBe("no limit");
    expect(stateLimit("interactive-disconnected", [office, other])).toBe("limits differ");
    expect(stateLimit("lingering-active", [other])).toBe("limit unknown");
    expect(stateLimit("interactive-active", [office])).toBeNull();
    expect(stateLimit("lingering-active", [])).toBeNull();
  });
});

it("memory is told in the unit that fits", () => {
  expect([800, 3277, 99_600].map(memoryWords)).toEqual(["800 MB", "3.2 GB", "97 GB"]);
});
