import { describe, expect, it } from "vitest";
import { READS } from "./commands";

const peak = {
  ...{ disconnectMinutes: 90, disconnectAction: "Suspend" },
  ...{ extendedDisconnectMinutes: 240, extendedDisconnectAction: "Shutdown" },
};
const nothing = {
  ...{ disconnectMinutes: 0, disconnectAction: "Nothing" },
  ...{ extendedDisconnectMinutes: 0, extendedDisconnectAction: "Nothing" },
};
const row = {
  ...{ uid: 3, groupKey: "6f1ac9d2-54f3-4bfc-9c0b-3a1f6f7e0b11", name: "Pooled", timeZone: "W. Europe Standard Time" },
  ...{ peak, offPeak: nothing, schemes: [], reuseMachinesWithoutShutdownInOutage: true },
};

const hours = (from: number, to: number) => Array.from({ length: 24 }, (_, hour) => hour >= from && hour < to);
const NEVER = hours(0, 0);

function groupOf(change: object) {
  return READS.groups.result.parse({ rows: [{ ...row, ...change }], next: null }).rows[0];
}

describe("a delivery group", () => {
  it("becomes the port's own shape, its minutes milliseconds", () => {
    const { schemes: _, ...rest } = row;
    expect(groupOf({})).toEqual({
      ...rest,
      peak: {
        ...{ disconnectMs: 90 * 60_000, disconnectAction: "Suspend" },
        ...{ extendedDisconnectMs: 240 * 60_000, extendedDisconnectAction: "Shutdown" },
      },
      offPeak: {
        ...{ disconnectMs: 0, disconnectAction: "Nothing" },
        ...{ extendedDisconnectMs: 0, extendedDisconnectAction: "Nothing" },
      },
      peakHours: Array(7).fill(NEVER),
    });
  });

  it.each(Object.keys(peak))("has a rule that nobody knows where the release has no %s", (name) => {
    expect(groupOf({ peak: { ...peak, [name]: null } })).toMatchObject({ peak: null, offPeak: { disconnectMs: 0 } });
  });

  it("is refused with a negative time, which would be over before it began", () => {
    expect(() => groupOf({ peak: { ...peak, disconnectMinutes: -1 } })).toThrow();
  });
});

describe("peak hours", () => {
  it("are by weekday from Sunday on; days that no scheme covers are off-peak", () => {
    const schemes = [
      { days: "Weekdays", peakHours: hours(7, 19) },
      { days: "Sunday", peakHours: hours(10, 12) },
    ];
    const week = groupOf({ schemes })?.peakHours;
    expect(week).toEqual([hours(10, 12), ...Array(5).fill(hours(7, 19)), NEVER]);
  });

  it("understand combinations of days, as .NET writes them", () => {
    const week = groupOf({ schemes: [{ days: "Monday, Weekend", peakHours: hours(8, 9) }] })?.peakHours;
    expect(week?.map((day) => day.includes(true))).toEqual([true, true, false, false, false, false, true]);
  });

  it.each([
    ["a day that nobody knows", { days: "Holidays", peakHours: hours(7, 19) }],
    ["days that are no words", { days: "62", peakHours: hours(7, 19) }],
    ["no day", { days: "", peakHours: hours(7, 19) }],
    ["half hours", { days: "Weekdays", peakHours: Array(48).fill(true) }],
    ["no hours", { days: "Weekdays", peakHours: [] }],
  ])("are unknown with %s", (_, scheme) => {
    expect(groupOf({ schemes: [{ days: "Weekend", peakHours: NEVER }, scheme] })?.peakHours).toBeNull();
  });
});
