import { describe, expect, it } from "vitest";
import { formatAge, formatDuration, formatExact, formatInstant, formatUtc, isZone, zoneName } from "./time-format";

const at = (iso: string) => Date.parse(iso);
const VIENNA = "Europe/Vienna";

describe("formatInstant", () => {
  it("says the time alone on the same day of the zone", () => {
    expect(formatInstant(at("2026-11-21T07:12:00Z"), at("2026-11-21T09:00:00Z"), VIENNA)).toBe("08:12");
  });

  it("takes the day from the zone, not from UTC", () => {
    const late = at("2026-11-20T23:30:00Z");
    const now = at("2026-11-21T09:00:00Z");
    expect(formatInstant(late, now, VIENNA)).toBe("00:30");
    expect(formatInstant(late, now, "UTC")).toBe("yesterday 23:30");
    expect(formatInstant(late, now, "America/New_York")).toBe("yesterday 18:30");
  });

  it("says midnight as 00:00", () => {
    expect(formatInstant(at("2026-11-20T23:00:00Z"), at("2026-11-21T09:00:00Z"), VIENNA)).toBe("00:00");
  });

  it("knows yesterday across the change to summer time, a day of 23 hours", () => {
    const before = at("2026-03-28T23:30:00Z");
    const now = at("2026-03-29T22:30:00Z");
    expect(formatInstant(before, now, VIENNA)).toBe("yesterday 00:30");
    expect(formatInstant(at("2026-03-29T01:30:00Z"), at("2026-03-29T20:00:00Z"), VIENNA)).toBe("03:30");
  });

  it("knows yesterday across the change to winter time, a day of 25 hours", () => {
    const now = at("2026-10-25T22:30:00Z");
    expect(formatInstant(at("2026-10-24T22:15:00Z"), now, VIENNA)).toBe("00:15");
    expect(formatInstant(at("2026-10-24T21:45:00Z"), now, VIENNA)).toBe("yesterday 23:45");
    expect(formatInstant(at("2026-10-25T00:30:00Z"), now, VIENNA)).toBe("02:30");
    expect(formatInstant(at("2026-10-25T01:30:00Z"), now, VIENNA)).toBe("02:30");
  });

  it("names the date further back, and the year where it is another", () => {
    const now = at("2026-01-03T09:00:00Z");
    expect(formatInstant(at("2026-01-01T09:00:00Z"), now, VIENNA)).toBe("1 Jan 10:00");
    expect(formatInstant(at("2025-12-31T09:00:00Z"), now, VIENNA)).toBe("31 Dec 2025 10:00");
    expect(formatInstant(at("2026-01-04T02:00:00Z"), now, VIENNA)).toBe("tomorrow 03:00");
  });
});

describe("exact times", () => {
  it("writes UTC and the zone's clock in full", () => {
    const instant = at("2026-07-01T05:06:07.890Z");
    expect(formatUtc(instant)).toBe("2026-07-01 05:06:07 UTC");
    expect(formatExact(instant, VIENNA)).toBe("Wed 1 Jul 2026, 07:06:07");
    expect(formatExact(instant, "Asia/Kathmandu")).toBe("Wed 1 Jul 2026, 10:51:07");
  });

  it("names the zone as it is at that instant", () => {
    expect(zoneName(VIENNA, at("2026-01-01T00:00:00Z"))).toBe("CET");
    expect(zoneName(VIENNA, at("2026-07-01T00:00:00Z"))).toBe("CEST");
    expect(zoneName("UTC", at("2026-07-01T00:00:00Z"))).toBe("UTC");
  });

  it("knows which zones exist", () => {
    expect(isZone(VIENNA)).toBe(true);
    expect(isZone("Europe/Atlantis")).toBe(false);
  });
});

describe("spans of time", () => {
  it.each([
    [-5000, "0 s"],
    [12_900, "12 s"],
    [59_999, "59 s"],
    [60_000, "1 min"],
    [34 * 60_000 + 59_000, "34 min"],
    [2 * 3_600_000 + 5 * 60_000, "2 h 05 min"],
    [24 * 3_600_000 - 1, "23 h 59 min"],
    [3 * 86_400_000 + 4 * 3_600_000, "3 d 4 h"],
  ])("writes %d ms as %s", (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });

  it("does not count seconds in an age", () => {
    expect(formatAge(59_000)).toBe("< 1 min");
    expect(formatAge(61_000)).toBe("1 min");
  });
});
