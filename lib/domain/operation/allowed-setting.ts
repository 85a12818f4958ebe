import { ACTION_SETTINGS, type ActionSettingName } from "./settings";

/** Whether a value is of the kind and within the bounds that the table gives a setting of actions. */
export function isAllowedActionSetting(name: ActionSettingName, value: unknown): boolean {
  const rule = ACTION_SETTINGS[name];
  switch (rule.kind) {
    case "number":
      return typeof value === "number" && Number.isInteger(value) && value >= rule.least && value <= rule.most;
    case "flag":
      return typeof value === "boolean";
  }
}

export function isActionSettingName(name: string): name is ActionSettingName {
  return Object.hasOwn(ACTION_SETTINGS, name);
}
