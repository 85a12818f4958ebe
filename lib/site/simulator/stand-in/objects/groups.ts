import type { World } from "../../engine/world";
import type { Machine } from "../../entities/machine";
import type { Group } from "../../entities/site";
import { listing } from "../listing";
import { summaryOf } from "./machines";

/** Get-BrokerDesktopGroup. */

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
    PublishedName: ({ name }) => name,
    Sessions: sessionsOf,
    SessionSupport: ({ sessionSupport }) => sessionSupport,
    ShutdownDesktopsAfterUse: ({ desktopKind, sessionSupport }) =>
      desktopKind === "Shared" && sessionSupport === "SingleSession",
    Tags: () => [],
    TotalApplications: ({ applicationIds }) => applicationIds.length,
    TotalDesktops: (group, world) => machinesThat(group, world, () => true),
    Uid: ({ uid }) => uid,
    UUID: ({ id }) => id,
  },
});
