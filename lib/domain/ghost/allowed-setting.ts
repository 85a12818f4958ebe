import { fitsEverybody } from "./accounts";
import { ENTRY_LENGTH_MOST, ROW_ID_MOST } from "./setting-rule";
import { GHOST_SETTINGS, type GhostSettingName } from "./settings";

/** Whether a value is of the kind and within the bounds that the table gives a setting. */
export function isAllowedSetting(name: GhostSettingName, value: unknown): boolean {
  const rule = GHOST_SETTINGS[name];
  switch (rule.kind) {
    case "number":
      return isWholeNumber(value, rule.least, rule.most);
    case "numbers":
      return isListOf(value, rule.most, (each) => isWholeNumber(each, 0, ROW_ID_MOST));
    case "texts":
      return isListOf(value, rule.most, isShortText);
  }
}

export function isSettingName(name: string): name is GhostSettingName {
  return Object.hasOwn(GHOST_SETTINGS, name);
}

function isWholeNumber(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}

function isListOf(value: unknown, most: number, isFit: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(isFit);
}

function isShortText(value: unknown): boolean {
  return typeof value === "string" && !fitsEverybody(value) && value.length <= ENTRY_LENGTH_MOST;
}
