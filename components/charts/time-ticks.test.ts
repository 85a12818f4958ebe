import { describe, expect, it } from "vitest";
import { tickText, timeTicks } from "./time-ticks";

const texts = (from: string, to: string, zone: string) =>
  timeTicks(Date.parse(from), Date.parse(to), zone).map((at) => tickText(at, zone));

describe("the marks of a time axis", () => {
  it("are midnights of the viewer's zone", () => {
    const [first] = timeTicks(Date.parse("2026-11-14T07:12Z"), Date.parse("2026-11-21T07:12Z"), "Asia/Kathmandu");
    expect(new Date(first ?? 0).toISOString()).toBe("2026-11-14T18:15:00.000Z");
    expect(texts("2026-11-14T07:12Z", "2026-11-21T07:12Z", "Asia/Kathmandu")).toEqual([
      "15 Nov",
      "16 Nov",
      "17 Nov",
      "18 Nov",
      "19 Nov",
      "20 Nov",
      "21 Nov",
    ]);
  });

  it("are times of day where it is less than a few days", () => {
    expect(texts("2026-11-20T15:10Z", "2026-11-21T07:10Z", "Europe/Berlin")).toEqual([
      "18:00",
      "21:00",
      "21 Nov",
      "03:00",
      "06:00",
    ]);
    expect(texts("2026-11-20T15:55Z", "2026-11-20T16:05Z", "UTC")).toEqual(["15:55", "16:00", "16:05"]);
  });

  it("stay at midnight when the clocks change", () => {
    expect(
      texts("2026-10-23T12:00Z", "2026-10-27T12:00Z", "Europe/Berlin").filter((text) => text.includes(":")),
    ).toEqual([]);
    const marks = timeTicks(Date.parse("2026-10-24T12:00Z"), Date.parse("2026-10-27T12:00Z"), "Europe/Berlin");
    expect(marks.every((at) => /^(00|12):00$/.test(clock(at)))).toBe(true);
  });

  it.each([1, 3, 14, 30, 90, 800])("are few over %i days", (days) => {
    const from = Date.parse("2026-03-20T08:00Z");
    const count = timeTicks(from, from + days * 86_400_000, "Europe/Berlin").length;
    expect(count).toBeGreaterThanOrEqual(3);
    expect(count).toBeLessThanOrEqual(8);
  });

  it("are none of no time at all, but do not hang", () => {
    const at = Date.parse("2026-11-20T15:57Z");
    expect(timeTicks(at, at, "UTC")).toEqual([]);
  });
});

function clock(at: number): string {
  return new Date(at).toLocaleTimeString("en-GB", { timeZone: "Europe/Berlin", hour: "2-digit", minute: "2-digit" });
}
