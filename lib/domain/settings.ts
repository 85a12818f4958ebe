import { GHOST_SETTINGS, type GhostSettings, usualSettings } from "./ghost/settings";
import { ACTION_SETTINGS, type ActionSettings, usualActionSettings } from "./operation/settings";

/** Every setting of the console in one table: what the rules of ghosts go by, then how much may be done. */
export const SETTINGS = { ...GHOST_SETTINGS, ...ACTION_SETTINGS } as const;

export type SettingName = keyof typeof SETTINGS;
export type Settings = GhostSettings & ActionSettings;

/** Every setting at its default. */
export function usualValues(): Settings {
  return { ...usualSettings(), ...usualActionSettings() };
}
