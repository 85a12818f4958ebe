import type { OutageGroup, ResourceRule } from "@/lib/domain/lease/lease";
import type { GroupLimits, PowerPolicy, Standby } from "@/lib/domain/session/limits";
import type { Instant } from "@/lib/domain/site";
import type { SdkAccessRule, SdkGroup, SdkStandby } from "@/lib/site/sdk";

/** What the SDK says of delivery groups, under the keys that the tables know them by. A group that the SDK does not list has no key, and is left out. */

type KeyOf = ReadonlyMap<number, string>;

/** Pre-launch, linger and power settings of all groups. */
export function groupLimits(
  readAt: Instant,
  groups: readonly SdkGroup[],
  standby: readonly SdkStandby[],
  keyOf: KeyOf,
): GroupLimits {
  return {
    readAt,
    standby: standby.flatMap(({ deliveryGroup: _, deliveryGroupUid, ...setting }): Standby[] => {
      const groupKey = keyOf.get(deliveryGroupUid);
      return groupKey === undefined ? [] : [{ ...setting, groupKey }];
    }),
    // A release that does not tell its power settings has none that could be shown.
    power: groups.flatMap(({ groupKey, peak, offPeak, peakHours, timeZone }): PowerPolicy[] =>
      peak && offPeak ? [{ groupKey, peak, offPeak, peakHours, timeZone }] : [],
    ),
  };
}

/** Entitlement and assignment rules; access rules decide from where, not who has what. */
export function resourceRules(rules: readonly SdkAccessRule[], keyOf: KeyOf): ResourceRule[] {
  return rules.flatMap(({ kind, enabled, includedUsers, leasing, deliveryGroupUid }) => {
    const groupKey = keyOf.get(deliveryGroupUid);
    if (kind === "access" || groupKey === undefined) return [];
    return [{ groupKey, kind, enabled, included: includedUsers, leasing }];
  });
}

/** A group's own word counts only where the site allows it (SDK: Set-BrokerSite); `siteAllows` is null where the site's was not read. */
export function outageGroups(groups: readonly SdkGroup[], siteAllows: boolean | null): OutageGroup[] {
  return groups.map(({ groupKey, reuseMachinesWithoutShutdownInOutage: allows }) => ({
    groupKey,
    reuseWithoutShutdown: siteAllows === false || allows === false ? false : siteAllows && allows,
  }));
}
