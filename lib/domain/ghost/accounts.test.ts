import { describe, expect, it } from "vitest";
import { fitsEverybody, fitsPattern, isExcluded, isSameAccount } from "./accounts";

describe("accounts", () => {
  it.each([
    ["CORP\\ann", "corp\\Ann", true],
    ["CORP\\ann", "ann", true],
    ["ann", "CORP\\ann", true],
    ["CORP\\ann", "LAB\\ann", false],
    ["CORP\\ann", "CORP\\anna", false],
    // Servers may spell a domain by its DNS name.
    ["CORP\\ann", "corp.example.com\\ann", true],
    ["corp.example.com\\ann", "CORP\\ann", true],
    ["CORP\\ann", "corporate\\ann", false],
    ["SRV0001\\Administrator", "CORP\\Administrator", false],
  ])("%s and %s are the same: %s", (one, other, expected) => {
    expect(isSameAccount(one, other)).toBe(expected);
  });

  it.each([
    ["CORP\\svc-probe", "svc-probe", true],
    ["CORP\\svc-probe", "SVC-*", true],
    ["CORP\\svc-probe", "CORP\\*", true],
    ["CORP\\svc-probe", "LAB\\*", false],
    ["svc-probe", "CORP\\*", false],
    ["CORP\\svc-probe", "*probe", true],
    ["CORP\\svc-probe", "svc*pro*be", true],
    ["CORP\\svc-probe", "svc*be*pro", false],
    ["CORP\\svc-probe", "svc", false],
    ["CORP\\svc-probe", "", false],
    ["CORP\\a", "a*a", false],
    ["CORP\\aa", "a*a", true],
    ["CORP\\ann", "*", true],
    // Nothing but the star is special.
    ["CORP\\ann", "a.n", false],
  ])("%s fits %s: %s", (account, pattern, expected) => {
    expect(fitsPattern(account, pattern)).toBe(expected);
  });

  it("nobody is never excluded", () => {
    expect(isExcluded(null, ["*"])).toBe(false);
    expect(isExcluded("CORP\\ann", [])).toBe(false);
    expect(isExcluded("CORP\\ann", ["x", "ann"])).toBe(true);
  });
});

it.each([
  ["*", true],
  ["*\\*", true],
  [" ", true],
  ["robot*", false],
  ["CORP\\*", false],
])("%s would exclude everybody: %s", (pattern, everybody) => {
  expect(fitsEverybody(pattern)).toBe(everybody);
});
