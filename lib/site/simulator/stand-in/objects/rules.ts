import type { SdkAccessRule, SdkStandby } from "@/lib/site/sdk";
import { accessRulesAnswer, standbyAnswer } from "../../answers/site-answers";
import type { World } from "../../engine/world";
import { listing, type ReadCell } from "../listing";
import type { Cell } from "../wire";

/** Rules that decide who reaches what, and the settings of linger and pre-launch. */

type Cells<T> = Readonly<Record<string, ReadCell<T>>>;

const STANDBY: Cells<SdkStandby> = {
  AssociatedUserFullNames: () => [],
  AssociatedUserNames: ({ users }) => users ?? [],
  AssociatedUserUPNs: () => [],
  DesktopGroupName: ({ deliveryGroup }) => deliveryGroup,
  DesktopGroupUid: ({ deliveryGroupUid }) => deliveryGroupUid,
  Enabled: ({ enabled }) => enabled,
  MaxAverageLoadThreshold: ({ averageLoadMost }) => averageLoadMost,
  MaxLoadPerMachineThreshold: ({ machineLoadMost }) => machineLoadMost,
  MaxTimeBeforeDisconnect: ({ disconnectMs }) => disconnectMs,
  MaxTimeBeforeTerminate: ({ terminateMs }) => terminateMs,
  UserFilterEnabled: ({ users }) => users !== null,
};

function standby(cmdlet: string, kind: SdkStandby["kind"]) {
  const items = (world: World) => standbyAnswer(world).filter((each) => each.kind === kind);
  return listing<SdkStandby>(cmdlet, { items, orderBy: "DesktopGroupName", cells: STANDBY });
}

export const LINGER = standby("Get-BrokerSessionLinger", "linger");
export const PRE_LAUNCH = standby("Get-BrokerSessionPreLaunch", "pre-launch");

const accounts = (names: readonly string[] | null): Cell => (names ?? []).map((name) => ({ Name: name }));

const RULE: Cells<SdkAccessRule> = {
  DesktopGroupUid: ({ deliveryGroupUid }) => deliveryGroupUid,
  Enabled: ({ enabled }) => enabled,
  ExcludedUserFilterEnabled: ({ excludedUsers }) => excludedUsers !== null,
  ExcludedUsers: ({ excludedUsers }) => accounts(excludedUsers),
  IncludedUserFilterEnabled: ({ includedUsers }) => includedUsers !== null,
  IncludedUsers: ({ includedUsers }) => accounts(includedUsers),
  Name: ({ name }) => name,
  Uid: ({ uid }) => uid,
};
const LEASED: Cells<SdkAccessRule> = { ...RULE, LeasingBehavior: ({ leasing }) => leasing };

function rules(cmdlet: string, kind: SdkAccessRule["kind"], cells: Cells<SdkAccessRule>) {
  const items = (world: World) => accessRulesAnswer(world).filter((each) => each.kind === kind);
  return listing<SdkAccessRule>(cmdlet, { items, orderBy: "Name", cells });
}

export const ACCESS = rules("Get-BrokerAccessPolicyRule", "access", {
  ...RULE,
  AllowedConnections: ({ allowedConnections }) => allowedConnections,
  AllowedProtocols: ({ allowedProtocols }) => allowedProtocols,
  AllowedUsers: ({ includedUsers }) => (includedUsers === null ? "AnyAuthenticated" : "Filtered"),
  DesktopGroupName: ({ deliveryGroupUid }, { groups }) =>
    [...groups.values()].find(({ uid }) => uid === deliveryGroupUid)?.name ?? null,
});
export const ENTITLEMENTS = rules("Get-BrokerEntitlementPolicyRule", "desktop-entitlement", LEASED);
export const APP_ENTITLEMENTS = rules("Get-BrokerAppEntitlementPolicyRule", "app-entitlement", LEASED);
export const ASSIGNMENTS = rules("Get-BrokerAssignmentPolicyRule", "desktop-assignment", RULE);
export const APP_ASSIGNMENTS = rules("Get-BrokerAppAssignmentPolicyRule", "app-assignment", RULE);
