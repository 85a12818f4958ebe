import { describe, expect, it } from "vitest";
import {
  expiryCounts,
  expirySentence,
  expiryTone,
  expiryWords,
  leaseOf,
  leaseSubject,
  leasesOnServer,
  resourceWords,
} from "./lease-words";
import { lease } from "./outage.fixture";

const NOW = Date.parse("2026-11-21T09:00:00.000Z");
const SECOND = 1_000;
const HOUR = 3_600_000;
const away = (ms: number) => new Date(NOW + ms).toISOString();

describe("expiry", () => {
  it.each([
    [-SECOND, "expired 1 s ago", "bad"],
    [0, "expired 0 s ago", "bad"],
    [SECOND, "in 1 s", "warn"],
    [24 * HOUR, "in 1 d 0 h", "warn"],
    [24 * HOUR + SECOND, "in 1 d 0 h", "plain"],
  ] as const)("%i ms away is %s", (ms, words, tone) => {
    expect(expiryWords(away(ms), NOW)).toBe(words);
    expect(expiryTone(away(ms), NOW)).toBe(tone);
  });

  it("is told as a sentence", () => {
    expect(expirySentence(away(HOUR), NOW)).toBe("Expires in 1 h 00 min.");
    expect(expirySentence(away(0), NOW)).toBe("Expired 0 s ago.");
  });

  it("counts on each chip what its filter leaves: all that has ended by then", () => {
    expect(expiryCounts({ expired: 2, day: 3, threeDays: 5 })).toEqual({ now: 2, "24h": 5, "3d": 10 });
    expect(expiryCounts(null)).toBeNull();
  });
});

describe("what a lease is about", () => {
  it("names the resource, or how many, or that nobody can tell", () => {
    expect(leaseSubject(lease())).toBe("Excel (Office Apps)");
    expect(leaseSubject(lease({ application: null }))).toBe("Desktop of Office Apps");
    expect(leaseSubject(lease({ application: null, group: null }))).toBe("not known");
    expect(leaseSubject(lease({ type: "Enumeration", resources: 7 }))).toBe("7 resources");
    expect(resourceWords(null, "Excel")).toBe("Excel");
  });

  it("names whose lease it is inside a sentence", () => {
    expect(leaseOf(lease())).toBe("the launch lease of Anna Novak");
    expect(leaseOf(lease({ type: "Enumeration", userFullName: null }))).toBe("the enumeration lease of VIENNA\\anovak");
    expect(leaseOf(lease({ userFullName: null, user: null }))).toContain("nobody named");
  });
});

describe("leasesOnServer", () => {
  it("tells none from not read", () => {
    expect(leasesOnServer(null, NOW)).toBeNull();
    expect(leasesOnServer({ count: 0, nextExpiry: null }, NOW)).toEqual({ count: "0", next: null });
    expect(leasesOnServer({ count: 1_039, nextExpiry: away(74 * HOUR) }, NOW)).toEqual({
      count: "1,039",
      next: "next in 3 d 2 h",
    });
  });
});
