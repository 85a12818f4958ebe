import { describe, expect, it } from "vitest";
import {
  isLeaseFiltered,
  isPairFiltered,
  type LeaseParams,
  leaseFilterOf,
  NO_LEASE_FILTER,
  NO_PAIR_FILTER,
  pairFilterOf,
} from "./lease-search-params";

const NOW = Date.parse("2026-11-21T09:00:00.000Z");
const params = (part: Partial<LeaseParams> = {}): LeaseParams => ({
  ...NO_PAIR_FILTER,
  ...NO_LEASE_FILTER,
  tab: "outage",
  sort: "",
  lease: "",
  ...part,
});

describe("what the address asks for", () => {
  it("is nothing where nothing was chosen", () => {
    expect(pairFilterOf(params())).toEqual({});
    expect(leaseFilterOf(params(), NOW)).toEqual({});
    expect(isPairFiltered(params())).toBe(false);
    expect(isLeaseFiltered(params({ sort: "-user", lease: "A1" }))).toBe(false);
  });

  it("goes to the list that it is about; user and server to both", () => {
    const asked = params({ user: "anovak", server: "m1", group: "g1", why: "expired", q: "excel", type: "Launch" });
    expect(pairFilterOf(asked)).toEqual({ user: "anovak", server: "m1", group: "g1", why: "expired" });
    expect(leaseFilterOf(asked, NOW)).toEqual({ user: "anovak", server: "m1", q: "excel", type: "Launch" });
    expect(isPairFiltered(asked) && isLeaseFiltered(asked)).toBe(true);
  });

  it.each([
    ["now", "2026-11-21T09:00:00.000Z"],
    ["24h", "2026-11-22T09:00:00.000Z"],
    ["3d", "2026-11-24T09:00:00.000Z"],
  ] as const)("counts %s from the site's time", (expires, before) => {
    expect(leaseFilterOf(params({ expires }), NOW)).toEqual({ before });
  });
});
