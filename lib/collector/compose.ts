import type { DeliveryGroup, Machine, Person, Session, UserSource } from "@/lib/domain/site";
import { MONITOR, spell } from "@/lib/site/enumerations";
import type { SdkMachine, SdkSession } from "@/lib/site/port";
import type { RegistrationCells } from "@/lib/site/tables/read-broker";
import type { MachineCells } from "@/lib/site/tables/read-machines";
import type { GroupCells } from "@/lib/site/tables/read-named";
import type { PersonCells } from "@/lib/site/tables/read-people";
import type { SessionCells } from "@/lib/site/tables/read-sessions";

/** Rows of the sources joined into the records of the snapshot. Pure: the same rows always make the same record. */

/** The part after the backslash: what people call a machine or an account. */
export function bareName(account: string): string {
  return account.slice(account.lastIndexOf("\\") + 1);
}

const spelled = <TTable extends Readonly<Record<number, string>>>(table: TTable, value: number | null) =>
  value === null ? null : spell(table, value);

export function composePerson(row: PersonCells): Person {
  return {
    key: row.Sid,
    account: `${row.Domain}\\${row.UserName}`,
    accountName: row.UserName,
    domain: row.Domain,
    fullName: row.FullName,
    upn: row.Upn,
    firstSeen: row.CreatedDate,
    lastChanged: row.ModifiedDate,
  };
}

export function composeGroup(row: GroupCells): DeliveryGroup {
  return {
    key: row.Id,
    name: row.Name,
    desktopKind: spelled(MONITOR.desktopKind, row.DesktopKind),
    sessionSupport: spelled(MONITOR.sessionSupport, row.SessionSupport),
    deliveryType: spelled(MONITOR.deliveryType, row.DeliveryType),
    maintenance: row.IsInMaintenanceMode,
    remotePc: row.IsRemotePC,
  };
}

export interface MachineContext {
  readonly group: DeliveryGroup | undefined;
  readonly catalog: string | undefined;
  readonly hypervisor: string | undefined;
  readonly registration: RegistrationCells | undefined;
  readonly sdk: SdkMachine | undefined;
}

export function composeMachine(row: MachineCells, context: MachineContext): Machine {
  const { group, registration, sdk } = context;
  const deregistered = spelled(MONITOR.deregistrationReason, row.LastDeregisteredCode);
  return {
    key: row.Id,
    name: bareName(row.Name ?? row.DnsName ?? row.Id),
    account: row.Name,
    dnsName: row.DnsName,
    ipAddress: row.IPAddress,
    deliveryGroup: group?.name ?? null,
    deliveryGroupKey: row.DesktopGroupId,
    catalog: context.catalog ?? null,
    hypervisor: context.hypervisor ?? null,
    sid: row.Sid,
    hostedMachineName: row.HostedMachineName,
    sessionSupport: group?.sessionSupport ?? null,
    registration: spelled(MONITOR.registrationState, row.CurrentRegistrationState) ?? "Unknown",
    registrationSince: row.RegistrationStateChangeDate,
    lastDeregistration: deregistered === null ? null : { reason: deregistered, at: row.LastDeregisteredDate },
    lastContactAt: registration?.LastContactTime ?? null,
    registrationExpiresAt: registration?.RegistrationExpiryTime ?? null,
    power: spelled(MONITOR.powerState, row.CurrentPowerState) ?? "Unknown",
    powerSince: row.PowerStateChangeDate,
    poweredOnAt: row.PoweredOnDate,
    maintenance: row.IsInMaintenanceMode,
    fault: spelled(MONITOR.machineFaultState, row.FaultState) ?? "Unknown",
    faultSince: row.FailureDate,
    agentVersion: row.AgentVersion,
    osType: row.OSType,
    controller: row.ControllerDnsName,
    loadIndex: row.EffectiveLoadIndex,
    loadAt: row.LoadDate,
    reportedSessionCount: row.CurrentSessionCount,
    pendingSessions: sdk?.sessionsPending ?? null,
    assignedUsers: row.AssociatedUserNames?.split(/\s*,\s*/).filter(Boolean) ?? [],
  };
}

export interface SessionContext {
  /** The person that UserId names. */
  readonly person: Person | undefined;
  readonly machine: Machine | undefined;
  readonly sdk: SdkSession | undefined;
  /** Published names, oldest first. */
  readonly applications: readonly string[];
  /** The person behind `DOMAIN\account`, where the site knows one. */
  personOf(account: string): Person | undefined;
}

type Naming = Pick<Session, "user" | "userKey" | "userSource" | "userFullName">;

/**
 * Who a session belongs to: the verified user, else the machine's word, else who asked for the launch, else the client.
 * The screen says which. An anonymous session belongs to nobody, so nothing stands in for its user.
 */
function nameSession(row: SessionCells, context: SessionContext): Naming {
  const { person, sdk } = context;
  if (person) return { user: person.account, userKey: person.key, userSource: "user", userFullName: person.fullName };
  const nobody: Naming = { user: null, userKey: null, userSource: "none", userFullName: null };
  if (row.IsAnonymous) return nobody;
  const stands: readonly [string | null | undefined, UserSource][] = [
    [sdk?.untrustedUserName, "untrusted"],
    [sdk?.brokeringUserName, "brokering"],
  ];
  for (const [user, userSource] of stands) {
    if (!user) continue;
    const known = context.personOf(user);
    return { user, userKey: known?.key ?? null, userSource, userFullName: known?.fullName ?? null };
  }
  return row.ClientName ? { ...nobody, user: row.ClientName, userSource: "client" } : nobody;
}

export function composeSession(row: SessionCells, context: SessionContext): Session {
  const { machine, sdk } = context;
  return {
    key: row.SessionKey,
    ...nameSession(row, context),
    machine: machine?.name ?? null,
    machineKey: row.MachineId,
    deliveryGroup: machine?.deliveryGroup ?? null,
    deliveryGroupKey: machine?.deliveryGroupKey ?? null,
    sessionSupport: machine?.sessionSupport ?? null,
    sessionType: spelled(MONITOR.sessionType, row.SessionType),
    state: spell(MONITOR.connectionState, row.ConnectionState),
    appSince: sdk?.appSince ?? null,
    appState: sdk?.appState ?? null,
    since: row.ConnectionStateChangeDate,
    idleSince: row.SessionIdleTime,
    startedAt: row.StartDate,
    logOnDurationMs: row.LogOnDuration,
    client: row.ClientName,
    clientAddress: row.ClientAddress,
    clientVersion: row.ClientVersion,
    clientPlatform: row.ClientPlatform,
    protocol: row.Protocol,
    connectionMode: sdk?.connectionMode ?? null,
    hidden: sdk?.hidden ?? null,
    anonymous: row.IsAnonymous,
    brokeredAt: row.BrokeringDate,
    logOnStartedAt: row.LogOnStartDate,
    logOnEndedAt: row.LogOnEndDate,
    reconnect: row.IsReconnect,
    applications: context.applications,
    unresolved: row.LifecycleState === 2,
  };
}

/** Whether two records say the same, their lists compared by content. */
export function isSameRecord<TRecord extends object>(a: TRecord, b: TRecord): boolean {
  return (Object.keys(a) as (keyof TRecord)[]).every((name) => {
    const [left, right] = [a[name], b[name]];
    return left === right || (typeof left === "object" && JSON.stringify(left) === JSON.stringify(right));
  });
}
