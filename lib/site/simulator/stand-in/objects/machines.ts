import type { SdkMachineNow } from "@/lib/site/sdk";
import { machineNow } from "../../answers/machine-answers";
import { accountOf } from "../../answers/session-answers";
import type { World } from "../../engine/world";
import type { Machine } from "../../entities/machine";
import type { Person } from "../../entities/person";
import type { Catalog, Group, Hypervisor } from "../../entities/site";
import { listing, type ReadCell } from "../listing";
import type { Cell } from "../wire";

/** Get-BrokerMachine. */

export function machineNameOf({ domain, name }: Machine): string {
  return `${domain}\\${name}`;
}

export function controllerOf({ registered, controller }: Machine, { site }: World): string | null {
  return registered ? (site.controllers[controller]?.dns ?? null) : null;
}

export function catalogOf({ catalogId }: Machine, { catalogs }: World): Catalog {
  return known(catalogs.get(catalogId), catalogId);
}

export function hypervisorOf({ hypervisorId }: Machine, { hypervisors }: World): Hypervisor {
  return known(hypervisors.get(hypervisorId), hypervisorId);
}

function known<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`The practice site has nothing with the id ${id}`);
  return value;
}

export function persistChangesOf(machine: Machine, world: World): string {
  return catalogOf(machine, world).allocation === "Static" ? "OnLocal" : "Discard";
}

/** Off, Unregistered, Available, Disconnected, InUse, Preparing (SDK: SummaryState). */
export function summaryOf(machine: Machine, world: World): string {
  if (machine.power === "Off") return "Off";
  if (!machine.registered) return "Unregistered";
  const sessions = [...world.census.sessionsOn(machine.id)];
  if (sessions.length === 0) return "Available";
  if (sessions.some(({ state }) => state === "Active" || state === "Connected")) return "InUse";
  return sessions.some(({ state }) => state === "Disconnected") ? "Disconnected" : "Preparing";
}

const ofGroup =
  (read: (group: Group) => Cell): ReadCell<Machine> =>
  ({ groupId }, world) =>
    read(world.groupById(groupId));
const assigned =
  (read: (person: Person, world: World) => string | null): ReadCell<Machine> =>
  ({ assignedTo }, world) =>
    assignedTo.map((id) => read(world.personById(id), world) ?? "");

/** What the practice site says of a machine by other ways too is said here in the same words. */
const asNow =
  (read: (now: SdkMachineNow) => Cell): ReadCell<Machine> =>
  ({ id }, world) => {
    const now = machineNow(world, id);
    return now && read(now);
  };

export const MACHINES = listing<Machine>("Get-BrokerMachine", {
  items: (world) => world.machines.values(),
  orderBy: "MachineName",
  key: { name: "UUID", find: (world, key) => world.machines.get(key) },
  cells: {
    AgentVersion: ({ agentVersion }) => agentVersion,
    AllocationType: (machine, world) => catalogOf(machine, world).allocation,
    ApplicationsInUse: ({ id }, world) => runningApplications(world, id),
    AssociatedUserFullNames: assigned(({ fullName }) => fullName),
    AssociatedUserNames: assigned(({ id }, world) => accountOf(world, id)),
    AssociatedUserSIDs: assigned(({ sid }) => sid),
    AssociatedUserUPNs: assigned(({ upn }) => upn),
    Capabilities: () => [],
    CatalogName: (machine, world) => catalogOf(machine, world).name,
    CatalogUid: ({ catalogUid }) => catalogUid,
    CatalogUUID: ({ catalogId }) => catalogId,
    ControllerDNSName: controllerOf,
    DeliveryType: ofGroup(({ deliveryType }) => deliveryType),
    DesktopConditions: () => [],
    DesktopGroupName: ofGroup(({ name }) => name),
    DesktopGroupUid: ofGroup(({ uid }) => uid),
    DesktopGroupUUID: ({ groupId }) => groupId,
    DesktopKind: ofGroup(({ desktopKind }) => desktopKind),
    DesktopUid: ({ uid }) => uid,
    DNSName: ({ dns }) => dns,
    FaultState: asNow(({ faultState }) => faultState),
    HostedMachineId: ({ hostedMachineId }) => hostedMachineId,
    HostedMachineName: ({ name }) => name,
    HostingServerName: ({ host }) => host,
    HypervisorConnectionName: (machine, world) => hypervisorOf(machine, world).name,
    HypervisorConnectionUid: ({ hypervisorUid }) => hypervisorUid,
    HypHypervisorConnectionUid: ({ hypervisorId }) => hypervisorId,
    InMaintenanceMode: ({ maintenance }) => maintenance,
    IPAddress: ({ ip }) => ip,
    IsAssigned: ({ assignedTo }) => assignedTo.length > 0,
    IsPhysical: () => false,
    IsReserved: () => false,
    LastConnectionFailure: asNow(({ lastConnectionFailure }) => lastConnectionFailure),
    LastConnectionTime: asNow(({ lastConnectionAt }) => lastConnectionAt),
    LastConnectionUser: ({ lastConnection }, world) => accountOf(world, lastConnection?.personId ?? null),
    LastDeregistrationReason: asNow(({ lastDeregistrationReason }) => lastDeregistrationReason),
    LastDeregistrationTime: asNow(({ lastDeregistrationAt }) => lastDeregistrationAt),
    LastHostingUpdateTime: ({ powerSince }) => powerSince,
    LoadIndex: asNow(({ loadIndex }) => loadIndex),
    LastErrorReason: asNow(({ lastErrorReason }) => lastErrorReason),
    LastErrorTime: asNow(({ lastErrorAt }) => lastErrorAt),
    LoadIndexes: () => [],
    MachineName: machineNameOf,
    OSType: ({ osType }) => osType,
    PersistUserChanges: persistChangesOf,
    PowerActionPending: asNow(({ powerActionPending }) => powerActionPending),
    PowerState: ({ power }) => power,
    ProvisioningType: (machine, world) => catalogOf(machine, world).provisioning,
    PublishedApplications: ({ groupId }, world) =>
      world.groupById(groupId).applicationIds.map((id) => applicationName(world, id)),
    RegistrationState: asNow(({ registration }) => registration),
    ScheduledReboot: () => "None",
    SessionCount: asNow(({ sessionCount }) => sessionCount),
    SessionsEstablished: asNow(({ sessionsEstablished }) => sessionsEstablished),
    SessionSmartAccessTags: () => [],
    SessionsPending: ({ id }, world) => world.census.pendingOn(id),
    SessionSupport: ofGroup(({ sessionSupport }) => sessionSupport),
    SID: ({ sid }) => sid,
    SummaryState: summaryOf,
    SupportedPowerActions: asNow(({ supportedPowerActions }) => supportedPowerActions),
    Tags: () => [],
    Uid: ({ uid }) => uid,
    UUID: ({ id }) => id,
    WindowsConnectionSetting: asNow(({ windowsConnectionSetting }) => windowsConnectionSetting),
  },
});

function applicationName({ applications }: World, id: string): string {
  return applications.get(id)?.name ?? id;
}

function runningApplications(world: World, machineId: string): string[] {
  const running = [...world.census.sessionsOn(machineId)].flatMap(({ applications }) => applications);
  return [
    ...new Set(
      running.filter(({ end }) => end === null).map(({ applicationId }) => applicationName(world, applicationId)),
    ),
  ];
}
