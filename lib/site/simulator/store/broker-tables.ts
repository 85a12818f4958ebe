import { BROKER, MONITOR } from "@/lib/site/enumerations";
import { MINUTE } from "../engine/site-time";
import type { Machine } from "../entities/machine";
import type { Person } from "../entities/person";
import type { ConnectionLogEntry, Session } from "../entities/session";
import type { Catalog, Group, Hypervisor } from "../entities/site";
import { bit, codes, iso, isoOrNull, table } from "./table";

/** The broker's own tables (prisma/broker/schema.prisma). Their keys beyond Uid are not publicly known. */

/** An agent that does not report within two heartbeats counts as gone. */
export const REGISTRATION_LASTS_MS = 10 * MINUTE;

const support = codes(MONITOR.sessionSupport);
const delivery = codes(MONITOR.deliveryType);
const desktopKind = codes(MONITOR.desktopKind);
const allocation = codes(MONITOR.allocationType);
const provisioning = codes(BROKER.provisioningType);

export const DESKTOP_GROUPS = table<Group>({
  name: "DesktopGroups",
  key: "Uid",
  keyOf: (group) => group.uid,
  outage: "kept",
  columns: {
    Uid: (group) => group.uid,
    Name: (group) => group.name,
    PublishedName: (group) => group.name,
    UUID: (group) => group.id,
    DesktopKind: (group) => desktopKind(group.desktopKind),
    DeliveryType: (group) => delivery(group.deliveryType),
    SessionSupport: (group) => support(group.sessionSupport),
    IsRemotePC: () => 0,
    Enabled: () => 1,
    InMaintenanceMode: () => 0,
    ShutdownDesktopsAfterUse: (group) =>
      bit(group.desktopKind === "Shared" && group.sessionSupport === "SingleSession"),
    TimeZoneId: () => "W. Europe Standard Time",
  },
});

export const WORKERS = table<Machine>({
  name: "Workers",
  key: "Uid",
  keyOf: (machine) => machine.uid,
  outage: "kept",
  columns: {
    Uid: (machine) => machine.uid,
    UUID: (machine) => machine.id,
    HostedMachineId: (machine) => machine.hostedMachineId,
    InMaintenanceMode: (machine) => bit(machine.maintenance),
    CatalogUid: (machine) => machine.catalogUid,
    HypervisorConnectionUid: (machine) => machine.hypervisorUid,
  },
});

export const DESKTOPS = table<Machine>({
  name: "Desktops",
  key: "Uid",
  keyOf: (machine) => machine.uid,
  outage: "kept",
  columns: {
    Uid: (machine) => machine.uid,
    WorkerUid: (machine) => machine.uid,
    DesktopGroupUid: (machine, directory) => directory.groupById(machine.groupId).uid,
    PublishedName: (machine, directory) => directory.groupById(machine.groupId).name,
    Description: () => null,
  },
});

export const CATALOGS = table<Catalog>({
  name: "Catalogs",
  key: "Uid",
  keyOf: (catalog) => catalog.uid,
  outage: "kept",
  columns: {
    Uid: (catalog) => catalog.uid,
    UUID: (catalog) => catalog.id,
    DisplayName: (catalog) => catalog.name,
    AllocationType: (catalog) => allocation(catalog.allocation),
    ProvisioningType: (catalog) => provisioning(catalog.provisioning),
    PhysicalMachines: () => 0,
    ProvisioningSchemeId: (catalog) => catalog.schemeId,
    HypervisorConnectionUid: (catalog) => catalog.hypervisorUid,
  },
});

export const HYPERVISOR_CONNECTIONS = table<Hypervisor>({
  name: "HypervisorConnections",
  key: "Uid",
  keyOf: (hypervisor) => hypervisor.uid,
  outage: "kept",
  columns: {
    Uid: (hypervisor) => hypervisor.uid,
    DisplayName: (hypervisor) => hypervisor.name,
    HypervisorConnectionId: (hypervisor) => hypervisor.id,
  },
});

export const WORKER_NAMES = table<Machine>({
  name: "WorkerNames",
  key: "Uid",
  keyOf: (machine) => machine.uid,
  outage: "kept",
  columns: {
    Uid: (machine) => machine.uid,
    SAMName: (machine) => `${machine.domain}\\${machine.name}`,
    DNSName: (machine) => machine.dns,
  },
});

export const WORKER_DIAGS = table<Machine>({
  name: "WorkerDiags",
  key: "Uid",
  keyOf: (machine) => machine.uid,
  outage: "kept",
  columns: {
    Uid: (machine) => machine.uid,
    HostedMachineName: (machine) => machine.name,
    HostingServerName: (machine) => machine.host,
    LastHostingUpdateTime: (machine) => iso(machine.powerSince),
    LastPowerStateUpdateTime: (machine) => iso(machine.powerSince),
    LastDeregistrationReason: (machine) => machine.lastDeregistration?.code ?? null,
    LastErrorTime: (machine) => isoOrNull(machine.faultSince),
    LastErrorReason: () => null,
    LastErrorMessage: () => null,
    LastConnectionTime: (machine) => isoOrNull(machine.lastConnection?.at),
    LastConnectionUserUid: (machine) => machine.lastConnection?.personId ?? null,
    LastConnectionFailureReason: (machine) => machine.lastConnection?.failure ?? null,
  },
});

/** A machine that is not registered has no row here. */
export const WORKER_REGISTRATIONS = table<Machine>({
  name: "WorkerRegistrations",
  key: "Uid",
  keyOf: (machine) => machine.uid,
  outage: "kept",
  columns: {
    Uid: (machine) => machine.uid,
    RegistrationKey: (machine) => machine.registrationKey,
    ResolvedName: (machine) => machine.dns,
    SPN: (machine) => `HOST/${machine.dns}`,
    IPAddress: (machine) => machine.ip,
    AgentVersion: (machine) => machine.agentVersion,
    FunctionalLevel: () => null,
    ConfigVersion: () => 1,
    OSType: (machine) => machine.osType,
    OSVersion: () => null,
    LastContactTime: (machine) => isoOrNull(machine.lastContact),
    RegistrationExpiryTime: (machine) =>
      machine.lastContact === null ? null : iso(machine.lastContact + REGISTRATION_LASTS_MS),
    RegistrationTime: (machine) => iso(machine.registrationSince),
  },
});

/** The broker's session rows, without the rows' unknown key: SQLite's own row number stands in for it. */
export const BROKER_SESSIONS = table<Session>({
  name: "Sessions",
  key: "rowid",
  keyOf: (session) => session.uid,
  outage: "kept",
  columns: {
    rowid: (session) => session.uid,
    WorkerUid: (session, directory) => directory.machineById(session.machineId).uid,
    TrustedUserUid: (session) => session.personId,
    LogOnTime: (session) => isoOrNull(session.logOnTime),
    SessionStartTime: (session) => iso(session.start),
    Protocol: (session) => session.protocol,
  },
});

export const CONNECTION_LOG = table<ConnectionLogEntry>({
  name: "ConnectionLog",
  key: "rowid",
  keyOf: (entry) => entry.id,
  outage: "kept",
  columns: {
    rowid: (entry) => entry.id,
    WorkerUid: (entry) => entry.workerUid,
    BrokeringTime: (entry) => iso(entry.brokeredAt),
    BrokeringUserUid: (entry) => entry.personId,
    EstablishmentTime: (entry) => isoOrNull(entry.establishedAt),
    EndTime: (entry) => isoOrNull(entry.endedAt),
    ConnectionFailureReason: (entry) => entry.failure,
    Disconnected: (entry) => (entry.disconnected === null ? null : bit(entry.disconnected)),
  },
});

export const ACCOUNT_NAMES = table<Person>({
  name: "AccountNames",
  key: "Uid",
  keyOf: (person) => person.id,
  outage: "kept",
  columns: {
    Uid: (person) => person.id,
    SAMName: (person) => `${person.domain}\\${person.account}`,
    UPN: (person) => person.upn,
    CN: (person) => person.fullName,
  },
});
