import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { isAllowedSetting, isSettingName } from "@/lib/domain/ghost/allowed-setting";
import { type GhostSettings, usualSettings } from "@/lib/domain/ghost/settings";
import { isActionSettingName } from "@/lib/domain/operation/allowed-setting";
import { readStored } from "../stored-settings";

const TABLE = { isName: isSettingName, isAllowed: isAllowedSetting, isElsewhere: isActionSettingName };

/** The settings of the ghost rules: what somebody changed over the defaults of all others. */
export async function readStoredSettings(desk: Desk | DeskTransaction, siteId: string): Promise<GhostSettings> {
  // Each value passed isAllowedSetting for its own name.
  const values = (await readStored(desk, siteId, TABLE)) as Partial<GhostSettings>;
  return { ...usualSettings(), ...values };
}
