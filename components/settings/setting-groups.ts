import { SETTINGS, type SettingName } from "@/lib/domain/settings";

/** How the page of settings is divided. Each setting stands in exactly one part, in the order of the domain's table. */

export const SETTING_GROUPS = ["graces", "servers", "traces", "accounts", "actions"] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

export const GROUP_WORDS: Record<SettingGroup, { readonly title: string; readonly note: string }> = {
  graces: { title: "Graces", note: "how long something may last before it counts as a ghost" },
  servers: { title: "Servers", note: "when a server is asked, and when it is passed over" },
  traces: { title: "Failure traces", note: "what makes a server suspicious" },
  accounts: { title: "Excluded accounts", note: "whose sessions are never ghosts" },
  actions: { title: "Actions", note: "how much may be done to the site, and what must be said" },
};

const GROUP_OF: Record<SettingName, SettingGroup> = {
  namelessGraceMinutes: "graces",
  hungLogonGraceMinutes: "graces",
  stuckConnectedGraceMinutes: "graces",
  reconnectGraceMinutes: "graces",
  graceMostMinutes: "graces",
  registrationGraceMinutes: "graces",
  machineOffMinutes: "graces",
  justOldHours: "graces",
  serverSweepMinutes: "servers",
  concurrentLogonsTolerance: "servers",
  standbyMegabytes: "servers",
  failureTraceCount: "traces",
  failureTraceWindowMinutes: "traces",
  failureCategoryIds: "traces",
  excludedAccounts: "accounts",
  bulkMost: "actions",
  restartsPerPersonPerHour: "actions",
  restartsPerSitePerHour: "actions",
  powerActionsPerPersonPerHour: "actions",
  powerActionsPerSitePerHour: "actions",
  sessionActionsPerPersonPerHour: "actions",
  sessionActionsPerSitePerHour: "actions",
  hideMinutes: "actions",
  ticketRequired: "actions",
};

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export function namesOf(group: SettingGroup): SettingName[] {
  return SETTING_NAMES.filter((name) => GROUP_OF[name] === group);
}
