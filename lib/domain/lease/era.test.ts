import { describe, expect, it } from "vitest";
import { bucketOf } from "./buckets";
import { eraOf, mechanismOf } from "./era";
import { DAY, NOW } from "./lease.fixture";

describe("the era", () => {
  it.each([
    [true, null, "leases", "leases"],
    [true, false, "leases", "leases"],
    [true, true, "both", "leases"],
    [false, true, "cache", "cache"],
    [null, true, "cache", "cache"],
    [false, false, "none", null],
    [false, null, "none", null],
    [null, false, "none", null],
    [null, null, "unknown", null],
  ])("with leasing %s and cache %s is %s", (leasing, cache, era, mechanism) => {
    expect(eraOf({ leasing, cache })).toBe(era);
    expect(mechanismOf(eraOf({ leasing, cache }))).toBe(mechanism);
  });
});

describe("the bucket of an expiry", () => {
  it.each([
    [-DAY, "expired"],
    [0, "expired"],
    [1, "day"],
    [DAY - 1, "day"],
    [DAY, "threeDays"],
    [3 * DAY - 1, "threeDays"],
    [3 * DAY, "later"],
    [14 * DAY, "later"],
  ])("%d ms ahead is %s", (left, bucket) => {
    expect(bucketOf(NOW + left, NOW)).toBe(bucket);
  });
});
