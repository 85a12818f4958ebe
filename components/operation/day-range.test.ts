import { describe, expect, it } from "vitest";
import { dayOf, endOfDay, lastDayOf, startOfDay } from "./day-range";

describe("days of a calendar", () => {
  it.each([
    ["UTC", "2026-11-21T00:00:00.000Z", "2026-11-22T00:00:00.000Z"],
    ["Europe/Vienna", "2026-11-20T23:00:00.000Z", "2026-11-21T23:00:00.000Z"],
    ["Asia/Kathmandu", "2026-11-20T18:15:00.000Z", "2026-11-21T18:15:00.000Z"],
    ["America/Los_Angeles", "2026-11-21T08:00:00.000Z", "2026-11-22T08:00:00.000Z"],
  ])("begin and end in %s where its clocks say so", (zone, start, end) => {
    expect(startOfDay("2026-11-21", zone)).toBe(start);
    expect(endOfDay("2026-11-21", zone)).toBe(end);
    expect(dayOf(start, zone)).toBe("2026-11-21");
    expect(lastDayOf(end, zone)).toBe("2026-11-21");
  });

  it("are shorter or longer on the days that clocks change", () => {
    const hours = (day: string) =>
      (Date.parse(endOfDay(day, "Europe/Vienna") ?? "") - Date.parse(startOfDay(day, "Europe/Vienna") ?? "")) /
      3_600_000;
    expect(hours("2026-03-29")).toBe(23);
    expect(hours("2026-10-25")).toBe(25);
    expect(hours("2026-11-21")).toBe(24);
  });

  it("say nothing about what is no day", () => {
    expect(startOfDay("", "UTC")).toBeNull();
    expect(endOfDay("soon", "UTC")).toBeNull();
    expect(startOfDay("2026-13-40", "UTC")).toBeNull();
    expect(dayOf("", "UTC")).toBe("");
    expect(lastDayOf("never", "UTC")).toBe("");
  });
});
