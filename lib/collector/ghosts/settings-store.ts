import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { isAllowedSetting, isSettingName } from "@/lib/domain/ghost/allowed-setting";
import { type GhostSettingName, type GhostSettings, usualSettings } from "@/lib/domain/ghost/settings";
import type { Instant } from "@/lib/domain/site";
import { log } from "@/lib/log";

/** Settings in our own tables: those that somebody changed; all others stand at their defaults. */

export interface StoredSettings {
  readonly settings: GhostSettings;
  /** Who changed which setting last, and when (wall clock). */
  readonly changed: ReadonlyMap<GhostSettingName, { readonly at: Instant; readonly by: string }>;
}

/** The stored settings over the defaults. One that is unknown or out of its bounds is ignored, with a line in the log. */
export async function readSettings(desk: Desk | DeskTransaction, siteId: string): Promise<StoredSettings> {
  const rows = await desk.setting.findMany({ where: { siteId }, orderBy: { name: "asc" } });
  const changed = new Map<GhostSettingName, { at: Instant; by: string }>();
  const values: [GhostSettingName, unknown][] = [];
  const ignored: string[] = [];
  for (const { name, value, changedAt, changedBy } of rows) {
    const parsed = parseJson(value);
    if (isSettingName(name) && isAllowedSetting(name, parsed)) {
      values.push([name, parsed]);
      changed.set(name, { at: changedAt.getTime(), by: changedBy });
    } else {
      ignored.push(name);
    }
  }
  if (ignored.length > 0) log.warn({ event: "settings.ignored", names: ignored });
  return { settings: withValues(values), changed };
}

/** Stores settings that were changed. Throws nothing but what the database throws: values are checked before. */
export async function writeSettings(
  tx: DeskTransaction,
  siteId: string,
  values: Partial<GhostSettings>,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const row = { value: JSON.stringify(value), changedAt: new Date(at), changedBy: by };
    const where = { siteId_name: { siteId, name } };
    await tx.setting.upsert({ where, create: { siteId, name, ...row }, update: row });
  }
}

function withValues(values: readonly (readonly [GhostSettingName, unknown])[]): GhostSettings {
  // Each value passed isAllowedSetting for its own name.
  return { ...usualSettings(), ...(Object.fromEntries(values) as Partial<GhostSettings>) };
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
