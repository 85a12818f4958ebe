import type { SettingsResponse } from "@/lib/api/contract/settings";
import { readActionSettings } from "@/lib/collector/action-settings";
import type { Runtime } from "@/lib/collector/runtime";
import { SETTINGS } from "@/lib/domain/settings";

/** What the rules go by now, how much may be done, and who changed which of it last. */
export async function readSettings({
  desk,
  siteId,
  ghosts,
}: Pick<Runtime, "desk" | "siteId" | "ghosts">): Promise<SettingsResponse> {
  const rows = await desk.setting.findMany({ where: { siteId }, orderBy: { name: "asc" } });
  const { failureCategoryIds, excludedAccounts, ...numbers } = ghosts.settings;
  return {
    settings: {
      ...numbers,
      failureCategoryIds: [...failureCategoryIds],
      excludedAccounts: [...excludedAccounts],
      ...(await readActionSettings(desk, siteId)),
    },
    changed: Object.fromEntries(
      // A newer program may have stored settings that this one does not have.
      rows
        .filter(({ name }) => Object.hasOwn(SETTINGS, name))
        .map(({ name, changedAt, changedBy }) => [name, { at: changedAt.toISOString(), by: changedBy }]),
    ),
  };
}
