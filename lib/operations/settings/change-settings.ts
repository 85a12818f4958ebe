import { changeSettings as endpoint } from "@/lib/api/contract/settings";
import { type Actor, requirePermission } from "@/lib/audit/actor";
import { change } from "@/lib/audit/change";
import type { Clock } from "@/lib/clock";
import { readStoredSettings } from "@/lib/collector/ghosts/settings-store";
import type { GhostDesk } from "@/lib/collector/runtime";
import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { GHOST_SETTINGS, type GhostSettingName } from "@/lib/domain/ghost/settings";
import { parseInput } from "../parse-input";

export interface SettingsScope {
  readonly desk: Desk;
  /** Wall clock. */
  readonly clock: Clock;
  readonly ghosts: Pick<GhostDesk, "settings" | "applySettings">;
  readonly actor: Actor;
}

type Value = number | readonly number[] | readonly string[];
/** The settings that somebody named, each with its name. */
type Named = readonly (readonly [name: GhostSettingName, value: Value])[];

/**
 * Changes the settings that `input` names; the others stay as they are. The audit keeps the old and the new value of each that
 * is another one. The rules go by them from the next pass on. Throws `forbidden`, or `invalid` naming the setting.
 */
export async function changeSettings(scope: SettingsScope, input: unknown): Promise<void> {
  const { actor, clock, ghosts } = scope;
  requirePermission(actor, "manage-settings");
  const wanted = namedIn(parseInput(endpoint.body, input));
  const changed = await change({ ...scope, permission: "manage-settings", action: "settings.change" }, async (tx) => {
    const before = await readStoredSettings(tx, actor.siteId);
    const others = wanted.filter(([name, value]) => !isSame(before[name], value));
    for (const [name, value] of others) await store(tx, { siteId: actor.siteId, name }, value, actor.name, clock.now());
    const detail = Object.fromEntries(others.map(([name, value]) => [name, { from: before[name], to: value }]));
    return { result: others, record: others.length > 0 ? { subject: "ghosts", detail } : null };
  });
  // Over those of this moment: somebody else may have changed others meanwhile.
  if (changed.length > 0) ghosts.applySettings({ ...ghosts.settings, ...Object.fromEntries(changed) });
}

function namedIn(values: Readonly<Partial<Record<GhostSettingName, Value>>>): Named {
  const names = Object.keys(GHOST_SETTINGS) as GhostSettingName[];
  return names.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, withoutTwins(value)] as const];
  });
}

function withoutTwins(value: Value): Value {
  return typeof value === "number" ? value : ([...new Set<number | string>(value)] as Value);
}

function isSame(stored: Value, value: Value): boolean {
  return JSON.stringify(stored) === JSON.stringify(value);
}

async function store(
  tx: DeskTransaction,
  siteId_name: { readonly siteId: string; readonly name: string },
  value: Value,
  by: string,
  now: number,
): Promise<void> {
  const row = { value: JSON.stringify(value), changedAt: new Date(now), changedBy: by };
  await tx.setting.upsert({ where: { siteId_name }, create: { ...siteId_name, ...row }, update: row });
}
