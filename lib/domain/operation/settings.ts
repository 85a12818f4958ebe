import { type FlagRule, minutes, type NumberRule } from "../ghost/setting-rule";

/** How much may be done, and what must be said, each with its default and its bounds. Pure data. */

const perHour = (usual: number, most: number, label: string, help: string): NumberRule => ({
  ...{ kind: "number", unit: "per hour", usual, least: 0, most, label, help },
});

export const ACTION_SETTINGS = {
  restartsPerPersonPerHour: perHour(
    5,
    100,
    "Agent restarts: one person",
    "So many broker agents one person may restart within an hour.",
  ),
  restartsPerSitePerHour: perHour(
    20,
    1_000,
    "Agent restarts: whole site",
    "So many broker agents may be restarted within an hour by everybody together.",
  ),
  powerActionsPerPersonPerHour: perHour(
    5,
    100,
    "Power actions: one person",
    "So many machines one person may start, stop or restart within an hour.",
  ),
  powerActionsPerSitePerHour: perHour(
    20,
    1_000,
    "Power actions: whole site",
    "So many machines may be started, stopped or restarted within an hour by everybody together.",
  ),
  sessionActionsPerPersonPerHour: perHour(
    60,
    2_000,
    "Sessions: one person",
    "So many sessions one person may log off, disconnect or hide within an hour.",
  ),
  sessionActionsPerSitePerHour: perHour(
    300,
    10_000,
    "Sessions: whole site",
    "So many sessions may be logged off, disconnected or hidden within an hour by everybody together.",
  ),
  bulkMost: {
    kind: "number",
    unit: "sessions",
    usual: 25,
    least: 1,
    most: 200,
    label: "At once",
    help: "So many sessions may be acted on in one go.",
  },
  hideMinutes: minutes(240, 15, 10_080, "Hide: for", "How long a session stays hidden unless somebody says otherwise."),
  ticketRequired: {
    kind: "flag",
    usual: false,
    label: "Ticket number",
    help: "Nothing is done without the number of a ticket.",
  },
} as const satisfies Record<string, NumberRule | FlagRule>;

export type ActionSettingName = keyof typeof ACTION_SETTINGS;
export type ActionSettings = {
  readonly [TName in ActionSettingName]: (typeof ACTION_SETTINGS)[TName]["kind"] extends "flag" ? boolean : number;
};

/** Every setting at its default. */
export function usualActionSettings(): ActionSettings {
  const entries = Object.entries(ACTION_SETTINGS).map(([name, rule]) => [name, rule.usual]);
  // The table above gives each name a rule whose `usual` has the name's type.
  return Object.fromEntries(entries) as ActionSettings;
}
