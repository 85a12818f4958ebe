import { describe, expect, it } from "vitest";
import { isAllowedSetting, isSettingName } from "./allowed-setting";
import { GHOST_SETTINGS, type GhostSettingName, usualSettings } from "./settings";

describe("a setting", () => {
  it.each(Object.entries(usualSettings()))("%s is allowed at its default", (name, value) => {
    expect(isSettingName(name) && isAllowedSetting(name, value)).toBe(true);
  });

  const numbers = Object.entries(GHOST_SETTINGS).flatMap(([name, rule]) =>
    rule.kind === "number" ? [{ name: name as GhostSettingName, least: rule.least, most: rule.most }] : [],
  );
  it.each(numbers)("$name is a whole number from $least to $most", ({ name, least, most }) => {
    for (const value of [least, most]) expect(isAllowedSetting(name, value)).toBe(true);
    for (const value of [least - 1, most + 1, least + 0.5, `${least}`, null, undefined, Number.NaN, [least]]) {
      expect(isAllowedSetting(name, value)).toBe(false);
    }
  });

  it.each([
    { value: [], isAllowed: true },
    { value: [0, 2_147_483_647], isAllowed: true },
    { value: Array(50).fill(1), isAllowed: true },
    { value: Array(51).fill(1), isAllowed: false },
    { value: [-1], isAllowed: false },
    { value: [2_147_483_648], isAllowed: false },
    { value: [1.5], isAllowed: false },
    { value: ["11"], isAllowed: false },
    { value: 11, isAllowed: false },
  ])("failure categories: $value", ({ value, isAllowed }) => {
    expect(isAllowedSetting("failureCategoryIds", value)).toBe(isAllowed);
  });

  it.each([
    { value: ["CORP\\robot-*"], isAllowed: true },
    { value: ["x".repeat(200)], isAllowed: true },
    { value: ["x".repeat(201)], isAllowed: false },
    { value: [" "], isAllowed: false },
    { value: [7], isAllowed: false },
    { value: "CORP\\robot", isAllowed: false },
    { value: { 0: "CORP\\robot", length: 1 }, isAllowed: false },
  ])("excluded accounts: $value", ({ value, isAllowed }) => {
    expect(isAllowedSetting("excludedAccounts", value)).toBe(isAllowed);
  });

  it("has a name of the table, not of every object", () => {
    expect(["namelessGraceMinutes", "toString", "__proto__", ""].map(isSettingName)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
