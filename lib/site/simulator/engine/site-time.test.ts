import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, SiteTime } from "./site-time";

describe("SiteTime", () => {
  const vienna = new SiteTime("Europe/Vienna");

  it("knows the local day, weekday and minute", () => {
    const local = vienna.localOf(Date.UTC(2027, 0, 14, 9, 40));
    expect(local).toEqual({ day: Math.floor(Date.UTC(2027, 0, 14) / (24 * HOUR)), weekday: 4, minute: 640 });
    expect(vienna.localOf(Date.UTC(2027, 0, 14, 23, 30))).toMatchObject({ weekday: 5, minute: 30 });
  });

  it("follows the clock change in spring: half past two does not exist and is moved past the gap", () => {
    const day = Date.UTC(2027, 2, 28) / (24 * HOUR);
    expect(vienna.instantOf(day, 60)).toBe(Date.UTC(2027, 2, 28, 0));
    expect(vienna.instantOf(day, 180)).toBe(Date.UTC(2027, 2, 28, 1));
    expect(vienna.instantOf(day, 150)).toBe(Date.UTC(2027, 2, 28, 1, 30));
    expect(vienna.instantOf(day, 480)).toBe(Date.UTC(2027, 2, 28, 6));
  });

  it("follows the clock change in autumn: three o'clock comes once, an hour later", () => {
    const day = Date.UTC(2027, 9, 31) / (24 * HOUR);
    expect(vienna.instantOf(day, 60)).toBe(Date.UTC(2027, 9, 30, 23));
    expect(vienna.instantOf(day, 180)).toBe(Date.UTC(2027, 9, 31, 2));
  });

  it("finds the next time of day strictly after an instant", () => {
    const at = Date.UTC(2027, 2, 27, 2);
    expect(vienna.next(at - MINUTE, 180)).toBe(at);
    expect(vienna.next(at, 180)).toBe(Date.UTC(2027, 2, 28, 1));
  });

  it("works in zones with quarter hours", () => {
    const kathmandu = new SiteTime("Asia/Kathmandu");
    expect(kathmandu.localOf(Date.UTC(2027, 0, 1, 0, 0)).minute).toBe(345);
    expect(kathmandu.instantOf(Date.UTC(2027, 0, 1) / (24 * HOUR), 345)).toBe(Date.UTC(2027, 0, 1));
  });
});
