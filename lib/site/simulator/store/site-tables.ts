import { MONITOR } from "@/lib/site/enumerations";
import type { Machine } from "../entities/machine";
import type { Person } from "../entities/person";
import type { Application, Catalog, Group, Hypervisor } from "../entities/site";
import { bit, codes, type Directory, iso, isoOrNull, table } from "./table";

/** Monitoring tables about people and machines (prisma/monitor/schema.prisma). */

const registration = codes(MONITOR.registrationState);
const power = codes(MONITOR.powerState);
const fault = codes(MONITOR.machineFaultState);
const support = codes(MONITOR.sessionSupport);
const delivery = codes(MONITOR.deliveryType);
const kind = codes(MONITOR.desktopKind);
const provisioning = codes(MONITOR.provisioningType);
const allocation = codes(MONITOR.allocationType);
const changes = codes(MONITOR.persistentUserChanges);

export const USER = table<Person>({
  name: "User",
  key: "Id",
  keyOf: (person) => person.id,
  outage: "kept",
  columns: {
    Id: (person) => person.id,
    Sid: (person) => person.sid,
    Upn: (person) => person.upn,
    UserName: (person) => person.account,
    FullName: (person) => person.fullName,
    Domain: (person) => person.domain,
    CreatedDate: (person) => iso(person.created),
    ModifiedDate: (person) => iso(person.created),
  },
});

function associated(machine: Machine, directory: Directory, name: (person: Person) => string | null): string | null {
  const names = machine.assignedTo.map((id) => name(directory.personById(id)) ?? "");
  return names.length === 0 ? null : names.join(",");
}

export const MACHINE = table<Machine>({
  name: "Machine",
  key: "Id",
  keyOf: (machine) => machine.id,
  outage: "kept",
  columns: {
    Id: (machine) => machine.id,
    Sid: (machine) => machine.sid,
    Name: (machine) => `${machine.domain}\\${machine.name}`,
    DnsName: (machine) => machine.dns,
    LifecycleState: () => 0,
    IPAddress: (machine) => machine.ip,
    HostedMachineId: (machine) => machine.hostedMachineId,
    HostingServerName: (machine) => machine.host,
    HostedMachineName: (machine) => machine.name,
    IsAssigned: (machine) => bit(machine.assignedTo.length > 0),
    IsInMaintenanceMode: (machine) => bit(machine.maintenance),
    IsPendingUpdate: () => 0,
    AgentVersion: (machine) => machine.agentVersion,
    AssociatedUserFullNames: (machine, site) => associated(machine, site, (person) => person.fullName),
    AssociatedUserNames: (machine, site) => associated(machine, site, (each) => `${each.domain}\\${each.account}`),
    AssociatedUserUPNs: (machine, site) => associated(machine, site, (person) => person.upn),
    CurrentRegistrationState: (machine) => registration(machine.registered ? "Registered" : "Unregistered"),
    RegistrationStateChangeDate: (machine) => iso(machine.registrationSince),
    LastDeregisteredCode: (machine) => machine.lastDeregistration?.code ?? null,
    LastDeregisteredDate: (machine) => isoOrNull(machine.lastDeregistration?.at),
    CurrentPowerState: (machine) => power(machine.power),
    CurrentSessionCount: (machine) => machine.reportedSessions,
    ControllerDnsName: (machine, directory) =>
      machine.registered ? (directory.site.controllers[machine.controller]?.dns ?? null) : null,
    PoweredOnDate: (machine) => isoOrNull(machine.poweredOnAt),
    PowerStateChangeDate: (machine) => iso(machine.powerSince),
    FunctionalLevel: () => null,
    FailureDate: (machine) => isoOrNull(machine.faultSince),
    WindowsConnectionSetting: () => null,
    IsPreparing: () => 0,
    FaultState: (machine) => fault(machine.fault),
    OSType: (machine) => machine.osType,
    CurrentLoadIndexId: (machine) => machine.loadIndexId,
    CatalogId: (machine) => machine.catalogId,
    DesktopGroupId: (machine) => machine.groupId,
    HypervisorId: (machine) => machine.hypervisorId,
    Hash: () => null,
    MachineRole: () => 0,
    CreatedDate: (machine) => iso(machine.created),
    ModifiedDate: (machine) => iso(machine.modified),
  },
});

export const DESKTOP_GROUP = table<Group>({
  name: "DesktopGroup",
  key: "Id",
  keyOf: (group) => group.id,
  outage: "kept",
  columns: {
    Id: (group) => group.id,
    Name: (group) => group.name,
    IsRemotePC: () => 0,
    DesktopKind: (group) => kind(group.desktopKind),
    LifecycleState: () => 0,
    SessionSupport: (group) => support(group.sessionSupport),
    DeliveryType: (group) => delivery(group.deliveryType),
    IsInMaintenanceMode: () => 0,
    CreatedDate: (group) => iso(group.created),
    ModifiedDate: (group) => iso(group.created),
  },
});

export const CATALOG = table<Catalog>({
  name: "Catalog",
  key: "Id",
  keyOf: (catalog) => catalog.id,
  outage: "kept",
  columns: {
    Id: (catalog) => catalog.id,
    Name: (catalog) => catalog.name,
    LifecycleState: () => 0,
    ProvisioningType: (catalog) => provisioning(catalog.provisioning),
    PersistentUserChanges: (catalog) => changes(catalog.allocation === "Static" ? "OnLocal" : "Discard"),
    IsMachinePhysical: () => 0,
    AllocationType: (catalog) => allocation(catalog.allocation),
    SessionSupport: (catalog) => support(catalog.sessionSupport),
    ProvisioningSchemeId: (catalog) => catalog.schemeId,
    CreatedDate: (catalog) => iso(catalog.created),
    ModifiedDate: (catalog) => iso(catalog.created),
  },
});

export const HYPERVISOR = table<Hypervisor>({
  name: "Hypervisor",
  key: "Id",
  keyOf: (hypervisor) => hypervisor.id,
  outage: "kept",
  columns: {
    Id: (hypervisor) => hypervisor.id,
    Name: (hypervisor) => hypervisor.name,
    LifecycleState: () => 0,
    CreatedDate: (hypervisor) => iso(hypervisor.created),
    ModifiedDate: (hypervisor) => iso(hypervisor.created),
  },
});

export const APPLICATION = table<Application>({
  name: "Application",
  key: "Id",
  keyOf: (application) => application.id,
  outage: "kept",
  columns: {
    Id: (application) => application.id,
    Name: (application) => application.name,
    PublishedName: (application) => application.publishedName,
    ApplicationType: () => 0,
    Enabled: () => 1,
    AdminFolder: (application) => application.folder,
    LifecycleState: () => 0,
    Path: (application) => application.path,
    BrowserName: (application) => application.name,
    CreatedDate: (application) => iso(application.created),
    ModifiedDate: (application) => iso(application.created),
  },
});

export interface FailureCategory {
  readonly id: number;
  readonly code: number;
  readonly category: number;
}

export const FAILURE_CATEGORY = table<FailureCategory>({
  name: "ConnectionFailureCategory",
  key: "Id",
  keyOf: (row) => row.id,
  outage: "kept",
  columns: {
    Id: (row) => row.id,
    ConnectionFailureEnumValue: (row) => row.code,
    Category: (row) => row.category,
  },
});

export interface MachineFailure {
  readonly id: number;
  readonly machineId: string;
  readonly start: number;
  readonly end: number | null;
  readonly fault: string;
  readonly code: number | null;
}

export const MACHINE_FAILURE = table<MachineFailure>({
  name: "MachineFailureLog",
  key: "Id",
  keyOf: (row) => row.id,
  outage: "kept",
  columns: {
    Id: (row) => row.id,
    MachineId: (row) => row.machineId,
    FailureStartDate: (row) => iso(row.start),
    FailureEndDate: (row) => isoOrNull(row.end),
    FaultState: (row) => fault(row.fault),
    LastDeregisteredCode: (row) => row.code,
    CreatedDate: (row) => iso(row.start),
    ModifiedDate: (row) => iso(row.end ?? row.start),
  },
});

export interface LoadSample {
  readonly id: number;
  readonly machineId: string;
  readonly at: number;
  readonly load: number;
  readonly cpu: number;
  readonly memory: number;
  readonly disk: number;
  readonly network: number;
  readonly sessions: number;
}

export const LOAD_INDEX = table<LoadSample>({
  name: "LoadIndex",
  key: "Id",
  keyOf: (sample) => sample.id,
  outage: "lost",
  columns: {
    Id: (sample) => sample.id,
    EffectiveLoadIndex: (sample) => sample.load,
    Cpu: (sample) => sample.cpu,
    Memory: (sample) => sample.memory,
    Disk: (sample) => sample.disk,
    Network: (sample) => sample.network,
    SessionCount: (sample) => sample.sessions,
    MachineId: (sample) => sample.machineId,
    CreatedDate: (sample) => iso(sample.at),
  },
});
