import { describe, expect, it } from "vitest";
import { BEGAN, HOUR, MINUTE, SECOND } from "../ghost/facts.fixture";
import { endsOf } from "./deadline-of";
import type { PeakHours, PowerPolicy } from "./limits";
import { localHourOf } from "./local-hour";
import { powerLimit } from "./power-limit";
import { book, DISCONNECTED, NO_ACTION, ON_A_DESKTOP, power, READ_AT, session } from "./sessions.fixture";
import { WINDOWS_ZONES } from "./windows-zones";

const SUSPENDS = { ...NO_ACTION, disconnectMs: 30 * MINUTE, disconnectAction: "Suspend" };
const QUICKLY = { ...NO_ACTION, disconnectMs: 5 * MINUTE, disconnectAction: "Shutdown" };
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** Peak in these hours of these days, by the clock on the wall. */
function peakIn(days: readonly (typeof WEEKDAYS)[number][], hours: readonly number[]): PeakHours {
  return WEEKDAYS.map((day) => Array.from({ length: 24 }, (_, hour) => days.includes(day) && hours.includes(hour)));
}

const never = peakIn([], []);
const anyDay = WEEKDAYS;
const allDay = Array.from({ length: 24 }, (_, hour) => hour);
const DIFFERENT = { peak: SUSPENDS, offPeak: QUICKLY };

function limitAt(text: string, policy: Partial<PowerPolicy>) {
  const found = session(DISCONNECTED, ON_A_DESKTOP, { since: Date.parse(text) });
  const limit = powerLimit(found, book({ power: [power(policy)] }).groups);
  return limit.kind === "set" ? { [30 * MINUTE]: "peak", [5 * MINUTE]: "off-peak" }[limit.ms] : limit.kind;
}

describe("the rule that holds", () => {
  it("needs no hours where both are the same, or where all hours are", () => {
    const at = "2026-03-11T12:00:00Z";
    expect(limitAt(at, { peak: SUSPENDS, offPeak: SUSPENDS })).toBe("peak");
    expect(limitAt(at, { ...DIFFERENT, peakHours: never })).toBe("off-peak");
    expect(limitAt(at, { ...DIFFERENT, peakHours: peakIn(anyDay, allDay) })).toBe("peak");
  });

  it("is unknown where hours or zone were not read, or the zone is none that is known", () => {
    const at = "2026-03-11T12:00:00Z";
    const peakHours = peakIn(["Wednesday"], [13]);
    expect(limitAt(at, DIFFERENT)).toBe("unknown");
    expect(limitAt(at, { ...DIFFERENT, peakHours })).toBe("unknown");
    for (const timeZone of ["Somewhere Standard Time", "Europe/Nowhere", ""]) {
      expect(limitAt(at, { ...DIFFERENT, peakHours, timeZone })).toBe("unknown");
    }
    expect(limitAt(at, { ...DIFFERENT, peakHours: [], timeZone: "Europe/Vienna" })).toBe("unknown");
  });

  it("is off where its action is none or its time is 0", () => {
    const rule = { ...SUSPENDS, disconnectAction: "Nothing" };
    expect(limitAt("2026-03-11T12:00:00Z", { peak: rule, offPeak: rule })).toBe("off");
    expect(limitAt("2026-03-11T12:00:00Z", { peak: { ...SUSPENDS, disconnectMs: 0 }, offPeak: NO_ACTION })).toBe("off");
  });

  it("is unknown where the group's was not read", () => {
    const found = session(DISCONNECTED, ON_A_DESKTOP);
    expect(powerLimit(found, null).kind).toBe("unknown");
    expect(powerLimit(found, book({ power: [] }).groups).kind).toBe("unknown");
  });

  const WORKING_HOURS = { ...DIFFERENT, peakHours: peakIn(["Monday", "Friday"], [7, 8, 9]) };

  it.each([
    // Winter: one hour ahead of UTC.
    ["2026-03-27T05:59:59Z", "off-peak"],
    ["2026-03-27T06:00:00Z", "peak"],
    ["2026-03-27T08:59:59Z", "peak"],
    ["2026-03-27T09:00:00Z", "off-peak"],
    // Summer, from the next working day on: two hours ahead.
    ["2026-03-30T04:59:59Z", "off-peak"],
    ["2026-03-30T05:00:00Z", "peak"],
    ["2026-03-30T08:00:00Z", "off-peak"],
    // And back.
    ["2026-10-23T05:00:00Z", "peak"],
    ["2026-10-26T05:59:59Z", "off-peak"],
    ["2026-10-26T06:00:00Z", "peak"],
  ])("at %s in Vienna: %s", (at, rule) => {
    expect(limitAt(at, { ...WORKING_HOURS, timeZone: "Europe/Vienna" })).toBe(rule);
    expect(limitAt(at, { ...WORKING_HOURS, timeZone: "W. Europe Standard Time" })).toBe(rule);
  });

  it.each([
    // The night in which the clock goes from 2 to 3.
    ["2026-03-29T00:59:59Z", 3, "off-peak"],
    ["2026-03-29T01:00:00Z", 3, "peak"],
    ["2026-03-29T01:00:00Z", 2, "off-peak"],
    // The night in which it shows 2 twice.
    ["2026-10-24T23:59:59Z", 2, "off-peak"],
    ["2026-10-25T00:00:00Z", 2, "peak"],
    ["2026-10-25T01:59:59Z", 2, "peak"],
    ["2026-10-25T02:00:00Z", 2, "off-peak"],
  ])("at %s in Vienna, where hour %i of a Sunday is peak: %s", (at, hour, rule) => {
    const peakHours = peakIn(["Sunday"], [hour]);
    expect(limitAt(at, { ...DIFFERENT, peakHours, timeZone: "Europe/Vienna" })).toBe(rule);
  });

  it("is that of the disconnect, however long ago it was", () => {
    const policy = { ...WORKING_HOURS, timeZone: "Europe/Vienna" };
    const found = session(DISCONNECTED, ON_A_DESKTOP, { since: Date.parse("2026-03-27T08:59:59Z") });
    const limit = powerLimit(found, book({ power: [power(policy)] }).groups, found.since + 10 * MINUTE);
    expect(limit).toMatchObject({ kind: "set", ms: 30 * MINUTE, source: "group-power-policy", readAt: READ_AT });
  });
});

describe("a policy of two steps", () => {
  const both = { ...SUSPENDS, extendedDisconnectMs: 2 * HOUR, extendedDisconnectAction: "Shutdown" };
  const limits = book({ power: [power({ peak: both, offPeak: both })] });
  const found = session(DISCONNECTED, ON_A_DESKTOP);
  const since = BEGAN + HOUR;
  const at = (now?: number) => endsOf(found, limits, now).at;

  it("tells the first, until it has passed, and then the second", () => {
    expect(at()).toBe(since + 30 * MINUTE);
    expect([-SECOND, 0, SECOND].map((ms) => at(since + 30 * MINUTE + ms))).toEqual([
      since + 30 * MINUTE,
      since + 30 * MINUTE,
      since + 2 * HOUR,
    ]);
    expect([-SECOND, 0, SECOND].map((ms) => at(since + 2 * HOUR + ms))).toEqual([
      since + 2 * HOUR,
      since + 2 * HOUR,
      null,
    ]);
  });

  it("may have its second alone", () => {
    const late = { ...both, disconnectAction: "Nothing" };
    expect(endsOf(found, book({ power: [power({ peak: late, offPeak: late })] })).at).toBe(since + 2 * HOUR);
  });
});

describe("zones as Windows names them", () => {
  it.each(WINDOWS_ZONES)("%s is one that this runtime has", (name) => {
    expect(localHourOf(name, BEGAN)).not.toBeNull();
  });

  it.each([
    ["UTC", { weekday: 3, hour: 12 }],
    ["India Standard Time", { weekday: 3, hour: 17 }],
    ["New Zealand Standard Time", { weekday: 4, hour: 1 }],
    ["Hawaiian Standard Time", { weekday: 3, hour: 2 }],
    ["America/New_York", { weekday: 3, hour: 8 }],
  ])("%s", (name, local) => {
    expect(localHourOf(name, BEGAN)).toEqual(local);
  });
});
