import type { SdkGroup, SdkPowerRule } from "@/lib/site/sdk";
import type { World } from "../engine/world";
import type { Group, PowerRule } from "../entities/site";
import { peakSchemes } from "../model/power-policy";

/** Delivery groups with their power policy. */

/** Windows' own name of the zone (CLDR, windowsZones); the practice site stands in one zone only. */
const WINDOWS_ZONES: Readonly<Record<string, string>> = { "Europe/Vienna": "W. Europe Standard Time" };

export function groupsAnswer(world: World): SdkGroup[] {
  return [...world.groups.values()].map((group) => groupAnswer(group, world));
}

export function groupAnswer(group: Group, { site }: World): SdkGroup {
  return {
    uid: group.uid,
    groupKey: group.id,
    name: group.name,
    timeZone: WINDOWS_ZONES[site.zone] ?? null,
    peak: ruleOf(group.power?.peak),
    offPeak: ruleOf(group.power?.offPeak),
    peakHours: weekOf(group),
    reuseMachinesWithoutShutdownInOutage: false,
  };
}

function ruleOf(rule: PowerRule | undefined): SdkPowerRule {
  return {
    disconnectMs: rule?.disconnectMs ?? 0,
    disconnectAction: rule?.action ?? "Nothing",
    extendedDisconnectMs: 0,
    extendedDisconnectAction: "Nothing",
  };
}

function weekOf(group: Group): boolean[][] {
  const schemes = peakSchemes(group);
  const hoursOf = (days: string) => schemes.find((scheme) => scheme.days === days)?.peakHours ?? Array(24).fill(false);
  return [0, 1, 2, 3, 4, 5, 6].map((day) => [...hoursOf(day === 0 || day === 6 ? "Weekend" : "Weekdays")]);
}
