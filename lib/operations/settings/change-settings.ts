import { changeSettings as endpoint } from "@/lib/api/contract/settings";
import { type Actor, requirePermission } from "@/lib/audit/actor";
import { change } from "@/lib/audit/change";
import type { Clock } from "@/lib/clock";
import { readActionSettings } from "@/lib/collector/action-settings";
import { readStoredSettings } from "@/lib/collector/ghosts/settings-store";
import type { GhostDesk } from "@/lib/collector/runtime";
import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { isSettingName } from "@/lib/domain/ghost/allowed-setting";
import { SETTINGS, type SettingName } from "@/lib/domain/settings";
import { parseInput } from "../parse-input";

export interface SettingsScope {
  readonly desk: Desk;
  /** Wall clock. */
  readonly clock: Clock;
  readonly ghosts: Pick<GhostDesk, "settings" | "applySettings">;
  readonly actor: Actor;
}

type Value = boolean | number | readonly number[] | readonly string[];
/** The settings that somebody named, each with its name. */
type Named = readonly (readonly [name: SettingName, value: Value])[];

/**
 * Changes the settings that `input` names; the others stay as they are. The audit keeps the old and the new value of each that
 * is another one. The rules of ghosts go by them from the next pass on, actions from the next one on. Throws `forbidden`, or `invalid` naming the setting.
 */
export async function changeSettings(scope: SettingsScope, input: unknown): Promise<void> {
  const { actor, clock, ghosts } = scope;
  requirePermission(actor, "manage-settings");
  const wanted = namedIn(parseInput(endpoint.body, input));
  const changed = await change({ ...scope, permission: "manage-settings", action: "settings.change" }, async (tx) => {
    const before = await readAll(tx, actor.siteId);
    const others = wanted.filter(([name, value]) => !isSame(before[name], value));
    for (const [name, value] of others) await store(tx, { siteId: actor.siteId, name }, value, actor.name, clock.now());
    const detail = Object.fromEntries(others.map(([name, value]) => [name, { from: before[name], to: value }]));
    return { result: others, record: others.length > 0 ? { subject: subjectOf(others), detail } : null };
  });
  const ofGhosts = changed.filter(([name]) => isSettingName(name));
  // Over those of this moment: somebody else may have changed others meanwhile.
  if (ofGhosts.length > 0) ghosts.applySettings({ ...ghosts.settings, ...Object.fromEntries(ofGhosts) });
}

async function readAll(tx: DeskTransaction, siteId: string): Promise<Readonly<Record<SettingName, Value>>> {
  return { ...(await readStoredSettings(tx, siteId)), ...(await readActionSettings(tx, siteId)) };
}

/** Whose settings these are: `ghosts`, `actions`, or both. */
function subjectOf(changed: Named): string {
  return [...new Set(changed.map(([name]) => (isSettingName(name) ? "ghosts" : "actions")))].join(" and ");
}

function namedIn(values: Readonly<Partial<Record<SettingName, Value>>>): Named {
  const names = Object.keys(SETTINGS) as SettingName[];
  return names.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, withoutTwins(value)] as const];
  });
}

function withoutTwins(value: Value): Value {
  return typeof value === "number" || typeof value === "boolean"
    ? value
    : ([...new Set<number | string>(value)] as Value);
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
