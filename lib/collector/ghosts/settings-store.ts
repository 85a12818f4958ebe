import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { isAllowedSetting, isSettingName } from "@/lib/domain/ghost/allowed-setting";
import { type GhostSettings, usualSettings } from "@/lib/domain/ghost/settings";
import { log } from "@/lib/log";

/**
 * The settings that somebody changed, over the defaults of all others. One that is unknown or out of its bounds is ignored, with one
 * line in the log for all of these.
 */
export async function readStoredSettings(desk: Desk | DeskTransaction, siteId: string): Promise<GhostSettings> {
  const rows = await desk.setting.findMany({ where: { siteId }, orderBy: { name: "asc" } });
  const stored = rows.map(({ name, value }) => ({ name, value: parseJson(value) }));
  const fits = stored.filter(({ name, value }) => isSettingName(name) && isAllowedSetting(name, value));
  const ignored = stored.filter((each) => !fits.includes(each)).map(({ name }) => name);
  if (ignored.length > 0) log.warn({ event: "settings.ignored", names: ignored });
  // Each value passed isAllowedSetting for its own name.
  const values = Object.fromEntries(fits.map(({ name, value }) => [name, value])) as Partial<GhostSettings>;
  return { ...usualSettings(), ...values };
}

/** Undefined, which no setting allows, where the text is no JSON. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
