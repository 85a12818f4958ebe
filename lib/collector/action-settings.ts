import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { isActionSettingName, isAllowedActionSetting } from "@/lib/domain/operation/allowed-setting";
import { type ActionSettings, usualActionSettings } from "@/lib/domain/operation/settings";
import { readStored } from "./stored-settings";

/** Unknown names are the ghost settings' reader's to tell. */
const TABLE = {
  isName: isActionSettingName,
  isAllowed: isAllowedActionSetting,
  isElsewhere: (name: string) => !isActionSettingName(name),
};

/**
 * How much may be done and what must be said: what somebody changed over the defaults of all others. Read where it counts, in the
 * transaction that it decides about, so that nobody goes by an old limit.
 */
export async function readActionSettings(desk: Desk | DeskTransaction, siteId: string): Promise<ActionSettings> {
  // Each value passed isAllowedActionSetting for its own name.
  const values = (await readStored(desk, siteId, TABLE)) as Partial<ActionSettings>;
  return { ...usualActionSettings(), ...values };
}
