import { describe, expect, it } from "vitest";
import { GHOST_SETTINGS } from "../ghost/settings";
import { isActionSettingName, isAllowedActionSetting } from "./allowed-setting";
import { ACTION_SETTINGS, type ActionSettingName, usualActionSettings } from "./settings";

describe("a setting of actions", () => {
  it.each(Object.entries(usualActionSettings()))("%s is allowed at its default", (name, value) => {
    expect(isActionSettingName(name) && isAllowedActionSetting(name, value)).toBe(true);
  });

  const numbers = Object.entries(ACTION_SETTINGS).flatMap(([name, rule]) =>
    rule.kind === "number" ? [{ name: name as ActionSettingName, least: rule.least, most: rule.most }] : [],
  );
  it.each(numbers)("$name is a whole number from $least to $most", ({ name, least, most }) => {
    for (const value of [least, most]) expect(isAllowedActionSetting(name, value)).toBe(true);
    for (const value of [least - 1, most + 1, least + 0.5, `${least}`, null, undefined, true]) {
      expect(isAllowedActionSetting(name, value)).toBe(false);
    }
  });

  it("that is a flag is true or false and nothing like it", () => {
    for (const value of [true, false]) expect(isAllowedActionSetting("ticketRequired", value)).toBe(true);
    for (const value of [0, 1, "true", null, undefined]) {
      expect(isAllowedActionSetting("ticketRequired", value)).toBe(false);
    }
  });

  it("has a name that no setting of ghosts has, for both are stored in one table", () => {
    expect(Object.keys(GHOST_SETTINGS).filter(isActionSettingName)).toEqual([]);
  });
});
