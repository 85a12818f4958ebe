import type { GroupLimits, PowerPolicy, Standby } from "./limits";

/** What was read of one delivery group. */
export interface GroupSettings {
  readonly linger?: Standby;
  readonly "pre-launch"?: Standby;
  readonly power?: PowerPolicy;
}

const NOTHING: GroupSettings = {};

/** Every session asks for its group's: they are put in order once for each reading. */
const indexed = new WeakMap<GroupLimits, ReadonlyMap<string, GroupSettings>>();

/** Empty where nothing was read of the group. */
export function settingsOf(groups: GroupLimits | null, groupKey: string | null): GroupSettings {
  if (groups === null || groupKey === null) return NOTHING;
  const index = indexed.get(groups) ?? indexOf(groups);
  return index.get(groupKey) ?? NOTHING;
}

function indexOf(groups: GroupLimits): ReadonlyMap<string, GroupSettings> {
  const index = new Map<string, GroupSettings>();
  const add = (key: string, more: GroupSettings) => index.set(key, { ...index.get(key), ...more });
  for (const setting of groups.standby) add(setting.groupKey, { [setting.kind]: setting });
  for (const power of groups.power) add(power.groupKey, { power });
  indexed.set(groups, index);
  return index;
}
