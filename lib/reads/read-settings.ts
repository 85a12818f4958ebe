import type { SettingsResponse } from "@/lib/api/contract/settings";
import type { Runtime } from "@/lib/collector/runtime";
import { isSettingName } from "@/lib/domain/ghost/allowed-setting";

/** What the rules go by now, and who changed which of it last. */
export async function readSettings({
  desk,
  siteId,
  ghosts,
}: Pick<Runtime, "desk" | "siteId" | "ghosts">): Promise<SettingsResponse> {
  const rows = await desk.setting.findMany({ where: { siteId }, orderBy: { name: "asc" } });
  const { failureCategoryIds, excludedAccounts, ...numbers } = ghosts.settings;
  return {
    settings: { ...numbers, failureCategoryIds: [...failureCategoryIds], excludedAccounts: [...excludedAccounts] },
    changed: Object.fromEntries(
      // A newer program may have stored settings that this one does not have.
      rows
        .filter(({ name }) => isSettingName(name))
        .map(({ name, changedAt, changedBy }) => [name, { at: changedAt.toISOString(), by: changedBy }]),
    ),
  };
}
