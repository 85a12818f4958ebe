import type { SdkGroup } from "@/lib/site/sdk";
import { groupAnswer } from "../../answers/group-answers";
import type { World } from "../../engine/world";
import type { Machine } from "../../entities/machine";
import type { Group } from "../../entities/site";
import { type PeakScheme, peakSchemes } from "../../model/power-policy";
import { listing, type ReadCell } from "../listing";
import type { Cell } from "../wire";
import { summaryOf } from "./machines";

/** Get-BrokerDesktopGroup and Get-BrokerPowerTimeScheme. */

const said =
  (read: (group: SdkGroup) => Cell): ReadCell<Group> =>
  (group, world) =>
    read(groupAnswer(group, world));

const minutes = (ms: number | undefined): Cell => (ms === undefined ? null : ms / 60_000);

function machinesThat({ id }: Group, world: World, test: (machine: Machine) => boolean): number {
  return world.census.machinesOf(id).filter(test).length;
}

const withSummary = (wanted: string) => (group: Group, world: World) =>
  machinesThat(group, world, (machine) => summaryOf(machine, world) === wanted);

function sessionsOf({ id }: Group, world: World): number {
  const counts = world.census.machinesOf(id).map((machine) => world.census.sessionsOn(machine.id).size);
  return counts.reduce((sum, each) => sum + each, 0);
}

export const GROUPS = listing<Group>("Get-BrokerDesktopGroup", {
  items: (world) => world.groups.values(),
  orderBy: "Name",
  cells: {
    DeliveryType: ({ deliveryType }) => deliveryType,
    DesktopKind: ({ desktopKind }) => desktopKind,
    DesktopsAvailable: withSummary("Available"),
    DesktopsDisconnected: withSummary("Disconnected"),
    DesktopsFaulted: (group, world) => machinesThat(group, world, ({ fault }) => fault !== "None"),
    DesktopsInUse: withSummary("InUse"),
    DesktopsPreparing: withSummary("Preparing"),
    DesktopsUnregistered: withSummary("Unregistered"),
    Enabled: () => true,
    InMaintenanceMode: () => false,
    IsRemotePC: () => false,
    Name: ({ name }) => name,
    OffPeakDisconnectAction: said(({ offPeak }) => offPeak?.disconnectAction ?? null),
    OffPeakDisconnectTimeout: said(({ offPeak }) => minutes(offPeak?.disconnectMs)),
    OffPeakExtendedDisconnectAction: said(({ offPeak }) => offPeak?.extendedDisconnectAction ?? null),
    OffPeakExtendedDisconnectTimeout: said(({ offPeak }) => minutes(offPeak?.extendedDisconnectMs)),
    PeakDisconnectAction: said(({ peak }) => peak?.disconnectAction ?? null),
    PeakDisconnectTimeout: said(({ peak }) => minutes(peak?.disconnectMs)),
    PeakExtendedDisconnectAction: said(({ peak }) => peak?.extendedDisconnectAction ?? null),
    PeakExtendedDisconnectTimeout: said(({ peak }) => minutes(peak?.extendedDisconnectMs)),
    PublishedName: ({ name }) => name,
    ReuseMachinesWithoutShutdownInOutage: said((group) => group.reuseMachinesWithoutShutdownInOutage),
    Sessions: sessionsOf,
    SessionSupport: ({ sessionSupport }) => sessionSupport,
    ShutdownDesktopsAfterUse: ({ desktopKind, sessionSupport }) =>
      desktopKind === "Shared" && sessionSupport === "SingleSession",
    Tags: () => [],
    TimeZone: said(({ timeZone }) => timeZone),
    TotalApplications: ({ applicationIds }) => applicationIds.length,
    TotalDesktops: (group, world) => machinesThat(group, world, () => true),
    Uid: ({ uid }) => uid,
    UUID: ({ id }) => id,
  },
});

interface SchemeOfGroup extends PeakScheme {
  readonly group: Group;
  readonly place: number;
}

function schemesOf({ groups }: World): SchemeOfGroup[] {
  return [...groups.values()].flatMap((group) =>
    peakSchemes(group).map((scheme, place) => ({ ...scheme, group, place })),
  );
}

export const POWER_TIME_SCHEMES = listing<SchemeOfGroup>("Get-BrokerPowerTimeScheme", {
  items: schemesOf,
  orderBy: "Name",
  cells: {
    DaysOfWeek: ({ days }) => days,
    DesktopGroupUid: ({ group }) => group.uid,
    DisplayName: ({ days }) => days,
    Name: ({ group, days }) => `${group.name}_${days}`,
    PeakHours: ({ peakHours }) => peakHours,
    // Pool size management is off: "a value of -1 has special meaning".
    PoolSize: () => Array<number>(24).fill(-1),
    PoolUsingPercentage: () => false,
    Uid: ({ group, place }) => 2 * (group.uid - 1) + place + 1,
  },
});
