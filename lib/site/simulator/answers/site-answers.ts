import type { SdkSite } from "@/lib/site/port";
import type { SdkAccessRule, SdkStandby } from "@/lib/site/sdk";
import type { World } from "../engine/world";
import type { Group, StandbyLimits } from "../entities/site";
import { isLeasable, usesLeases } from "../model/leases";
import { accountOf } from "./session-answers";

/** A controller's service says PendingFailure while it still hopes, then that its database is not there. */
const PENDING_FAILURE_MS = 2 * 60_000;

export function siteAnswer({ site, now }: World): SdkSite {
  const since = site.outageSince;
  const serviceStatus = since === null ? "OK" : now - since < PENDING_FAILURE_MS ? "PendingFailure" : "DBNotFound";
  return {
    name: site.name,
    version: site.version,
    // From 7.16 on leases are gone, and the flag with them.
    connectionLeasingEnabled: site.era === "cache" ? null : usesLeases(site),
    localHostCacheEnabled: site.era !== "leases",
    // As it is set up: without its database no pooled desktop is reached (model/launching.ts).
    reuseMachinesWithoutShutdownInOutage: false,
    controllers: site.controllers.map(({ dns }) => ({
      dnsName: dns,
      state: "Active",
      serviceStatus,
      lastActivityAt: since ?? now,
    })),
  };
}

/** What the simulation keeps pre-launched and lingering sessions by; it knows no limits of load for them. */
export function standbyAnswer(world: World): SdkStandby[] {
  return [...world.groups.values()].flatMap((group) => [
    ...standbyOf("linger", group, group.linger),
    ...standbyOf("pre-launch", group, group.prelaunch),
  ]);
}

function standbyOf(kind: SdkStandby["kind"], group: Group, limits: StandbyLimits | null): SdkStandby[] {
  if (limits === null) return [];
  return [
    {
      kind,
      deliveryGroup: group.name,
      deliveryGroupUid: group.uid,
      enabled: true,
      disconnectMs: limits.disconnectMs,
      terminateMs: limits.terminateMs,
      averageLoadMost: 0,
      machineLoadMost: 0,
      users: null,
    },
  ];
}

/** Everybody may reach every group, from inside and through the gateway; who has what there decide the rules of the group. */
export function accessRulesAnswer(world: World): SdkAccessRule[] {
  const users = usersByGroup(world);
  return [...world.groups.values()].flatMap((group) => [
    accessOf(group, "NotViaAG", 1),
    accessOf(group, "ViaAG", 2),
    grantOf(world, group, users.get(group.id) ?? []),
  ]);
}

function accessOf(group: Group, allowedConnections: "NotViaAG" | "ViaAG", place: 1 | 2): SdkAccessRule {
  return {
    kind: "access",
    uid: 2 * (group.uid - 1) + place,
    name: `${group.name}_${place === 1 ? "Direct" : "AG"}`,
    deliveryGroupUid: group.uid,
    enabled: true,
    includedUsers: null,
    excludedUsers: null,
    allowedConnections,
    allowedProtocols: ["HDX", "RDP"],
    leasing: null,
  };
}

/** Kiosks are for everybody, without a name. */
function grantOf(world: World, group: Group, users: readonly string[]): SdkAccessRule {
  return {
    kind: grantKindOf(group),
    uid: group.uid,
    name: `${group.name}_1`,
    deliveryGroupUid: group.uid,
    enabled: true,
    includedUsers: group.kiosk ? null : users,
    excludedUsers: null,
    allowedConnections: null,
    allowedProtocols: [],
    leasing: leasingOf(world, group),
  };
}

/** Assignment rules have no LeasingBehavior (SDK: Get-BrokerAssignmentPolicyRule). */
function leasingOf({ site }: World, group: Group): string | null {
  if (site.era === "cache" || group.desktopKind === "Private") return null;
  return isLeasable(group) ? "Allowed" : "Disallowed";
}

function grantKindOf({ desktopKind, deliveryType }: Group): SdkAccessRule["kind"] {
  if (desktopKind === "Private") return "desktop-assignment";
  return deliveryType === "AppsOnly" ? "app-entitlement" : "desktop-entitlement";
}

/** Who has a first or second resource in which group; administrators look after servers and have none. */
function usersByGroup(world: World): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const person of world.people.values()) {
    if (person.administrator) continue;
    for (const groupId of [person.groupId, person.secondGroupId]) {
      if (groupId === null) continue;
      const known = users.get(groupId);
      if (known) known.push(accountOf(world, person.id));
      else users.set(groupId, [accountOf(world, person.id)]);
    }
  }
  return users;
}
