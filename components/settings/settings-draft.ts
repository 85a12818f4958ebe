import { ApiError } from "@/lib/api/api-error";
import type { SettingsResponse, SettingsValues } from "@/lib/api/contract/settings";
import { SETTINGS, type SettingName } from "@/lib/domain/settings";
import { SETTING_NAMES } from "./setting-groups";
import { isSame, parseTyped, type SettingValue, type Typed, typedOf } from "./setting-value";

/** What a person has typed and not saved: only the settings that were touched; the others follow the server. */
export type Draft = { readonly [TName in SettingName]?: Typed };

export interface SettingChange {
  readonly name: SettingName;
  readonly label: string;
  readonly from: SettingValue;
  readonly to: SettingValue;
}

export interface Reading {
  readonly changes: readonly SettingChange[];
  /** What is wrong, by setting. */
  readonly problems: ReadonlyMap<SettingName, string>;
}

/** What saving the draft would change, and what stands in its way. */
export function readDraft(settings: SettingsResponse["settings"], draft: Draft): Reading {
  const changes: SettingChange[] = [];
  const problems = new Map<SettingName, string>();
  for (const name of SETTING_NAMES) {
    const typed = draft[name];
    if (typed === undefined) continue;
    const parsed = parseTyped(name, typed);
    const from = settings[name];
    if (!parsed.ok) problems.set(name, parsed.problem);
    else if (!isSame(from, parsed.value)) {
      changes.push({ name, label: SETTINGS[name].label, from, to: parsed.value });
    }
  }
  return { changes, problems };
}

/** The draft after somebody typed; what stands as on the server is no draft any more. */
export function withTyped(
  draft: Draft,
  settings: SettingsResponse["settings"],
  name: SettingName,
  typed: Typed,
): Draft {
  const { [name]: _, ...rest } = draft;
  return JSON.stringify(typed) === JSON.stringify(typedOf(settings[name])) ? rest : { ...rest, [name]: typed };
}

/** The changes as the API takes them. */
export function bodyOf(changes: readonly SettingChange[]): Partial<SettingsValues> {
  return Object.fromEntries(changes.map(({ name, to }) => [name, to]));
}

/** The setting that an error of the API is about, such as `excludedAccounts.3`; null where it is about none. */
export function settingOfField(field: string | null): SettingName | null {
  return SETTING_NAMES.find((name) => field === name || field?.startsWith(`${name}.`)) ?? null;
}

/** An error that belongs beside a field of the page. */
export function isAboutSetting(error: Error): error is ApiError {
  return error instanceof ApiError && settingOfField(error.field) !== null;
}
