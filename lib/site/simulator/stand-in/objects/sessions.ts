import { accountOf } from "../../answers/session-answers";
import type { World } from "../../engine/world";
import type { Machine } from "../../entities/machine";
import type { Person } from "../../entities/person";
import type { Session } from "../../entities/session";
import type { Group } from "../../entities/site";
import { listing, type ReadCell } from "../listing";
import type { Cell } from "../wire";
import { catalogOf, controllerOf, hypervisorOf, machineNameOf, persistChangesOf, summaryOf } from "./machines";

/** Get-BrokerSession: what the broker believes of its sessions. One that no client has connected to yet is in no list. */

const ofMachine =
  (read: (machine: Machine, world: World) => Cell): ReadCell<Session> =>
  ({ machineId }, world) =>
    read(world.machineById(machineId), world);
const ofGroup =
  (read: (group: Group) => Cell): ReadCell<Session> =>
  ({ groupId }, world) =>
    read(world.groupById(groupId));
const ofUser =
  (read: (person: Person) => Cell): ReadCell<Session> =>
  ({ personId }, world) => {
    return personId === null ? null : read(world.personById(personId));
  };

function applicationsOf({ applications }: Session, world: World): string[] {
  const running = applications.filter(({ end }) => end === null);
  return running.map(({ applicationId }) => world.applications.get(applicationId)?.name ?? applicationId);
}

const isListed = ({ established, end }: Session) => established && end === null;

export const SESSIONS = listing<Session>("Get-BrokerSession", {
  items: (world) => [...world.sessions.values()].filter(isListed),
  key: {
    name: "SessionKey",
    find: (world, key) => {
      const session = world.sessions.get(key);
      return session && isListed(session) ? session : undefined;
    },
  },
  cells: {
    AgentVersion: ofMachine(({ agentVersion }) => agentVersion),
    ApplicationsInUse: applicationsOf,
    AppState: ({ appState }) => appState,
    AppStateLastChangeTime: ({ appStateSince }) => appStateSince,
    AutonomouslyBrokered: ({ mode }) => mode === "Unbrokered",
    BrokeringDuration: ({ connection }) => connection?.brokeringMs ?? null,
    BrokeringTime: ({ connection }) => connection?.brokeredAt ?? null,
    BrokeringUserName: ({ brokeredFor }, world) => accountOf(world, brokeredFor),
    BrokeringUserSID: ({ brokeredFor }, world) => (brokeredFor === null ? null : world.personById(brokeredFor).sid),
    CatalogName: ofMachine((machine, world) => catalogOf(machine, world).name),
    ClientAddress: ({ connection }) => connection?.device?.address ?? null,
    ClientName: ({ connection }) => connection?.device?.name ?? null,
    ClientPlatform: ({ connection }) => connection?.device?.platform ?? null,
    ClientVersion: ({ connection }) => connection?.device?.version ?? null,
    ConnectionMode: ({ mode }) => mode,
    ControllerDNSName: ofMachine(controllerOf),
    DesktopGroupName: ofGroup(({ name }) => name),
    DesktopGroupUid: ofGroup(({ uid }) => uid),
    DesktopKind: ofGroup(({ desktopKind }) => desktopKind),
    DesktopSID: ofMachine(({ sid }) => sid),
    DesktopUid: ofMachine(({ uid }) => uid),
    DNSName: ofMachine(({ dns }) => dns),
    EstablishmentTime: ({ connection }) => connection?.establishedAt ?? null,
    Hidden: ({ hidden }) => hidden,
    HostedMachineName: ofMachine(({ name }) => name),
    HostingServerName: ofMachine(({ host }) => host),
    HypervisorConnectionName: ofMachine((machine, world) => hypervisorOf(machine, world).name),
    IdleDuration: ({ idleSince }, { now }) => (idleSince === null ? null : now - idleSince),
    IdleSince: ({ idleSince }) => idleSince,
    InMaintenanceMode: ofMachine(({ maintenance }) => maintenance),
    IPAddress: ofMachine(({ ip }) => ip),
    IsAnonymousUser: ({ anonymous }) => anonymous,
    IsPhysical: () => false,
    LogoffInProgress: ({ loggingOff }) => loggingOff ?? false,
    LogonInProgress: ({ pending }) => pending,
    MachineName: ofMachine(machineNameOf),
    MachineSummaryState: ofMachine(summaryOf),
    MachineUid: ofMachine(({ uid }) => uid),
    OSType: ofMachine(({ osType }) => osType),
    PersistUserChanges: ofMachine(persistChangesOf),
    PowerState: ofMachine(({ power }) => power),
    Protocol: ({ protocol }) => protocol,
    ProvisioningType: ofMachine((machine, world) => catalogOf(machine, world).provisioning),
    SessionId: ({ windows }) => windows?.id ?? null,
    SessionKey: ({ id }) => id,
    SessionState: ({ state }) => state,
    SessionStateChangeTime: ({ stateSince }) => stateSince,
    SessionSupport: ofGroup(({ sessionSupport }) => sessionSupport),
    SessionType: ({ desktop }) => (desktop ? "Desktop" : "Application"),
    SmartAccessTags: () => [],
    StartTime: ({ start }) => start,
    Uid: ({ uid }) => uid,
    UntrustedUserName: ({ untrustedUser }) => untrustedUser,
    UserFullName: ofUser(({ fullName }) => fullName),
    UserName: ({ personId }, world) => accountOf(world, personId),
    UserSID: ofUser(({ sid }) => sid),
    UserUPN: ofUser(({ upn }) => upn),
  },
});
