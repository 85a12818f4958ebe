import { MONITOR } from "@/lib/site/enumerations";
import type { Connection, LogonStep, RunningApplication } from "../entities/connection";
import type { Session } from "../entities/session";
import { bit, codes, iso, isoOrNull, table } from "./table";

/** Monitoring tables about sessions and their connections (prisma/monitor/schema.prisma). */

const connectionState = codes(MONITOR.connectionState);
const lifecycle = codes(MONITOR.lifecycleState);

function lifecycleOf(session: Session): number {
  if (session.end !== null) return lifecycle("Deleted");
  return lifecycle(session.unresolved ? "RequiresResolution" : "Active");
}

export const SESSION = table<Session>({
  name: "Session",
  key: "SessionKey",
  keyOf: (session) => session.id,
  outage: "kept",
  columns: {
    SessionKey: (session) => session.id,
    StartDate: (session) => iso(session.start),
    LogOnDuration: (session) => session.logOnMs,
    EndDate: (session) => isoOrNull(session.end),
    ExitCode: (session) => session.exitCode,
    FailureDate: (session) => isoOrNull(session.failure?.at),
    ConnectionState: (session) => connectionState(session.end === null ? session.state : "Terminated"),
    ConnectionStateChangeDate: (session) => iso(session.end ?? session.stateSince),
    LifecycleState: lifecycleOf,
    CurrentConnectionId: (session) => session.connection?.id ?? null,
    UserId: (session) => session.personId,
    MachineId: (session) => session.machineId,
    SessionType: (session) => (session.desktop ? 0 : 1),
    IsAnonymous: (session) => bit(session.anonymous),
    CreatedDate: (session) => iso(session.start),
    ModifiedDate: (session) => iso(session.modified),
    FailureId: (session) => session.failure?.categoryId ?? null,
    SessionIdleTime: (session) => isoOrNull(session.idleSince),
  },
});

/** A launch that failed before any machine took it: the Monitor service still writes a session, already ended. */
export interface FailedLaunch {
  readonly sessionKey: string;
  readonly at: number;
  readonly personId: number | null;
  readonly machineId: string | null;
  readonly categoryId: number;
  readonly code: number;
  readonly desktop: boolean;
  readonly logId: number;
}

export const FAILED_SESSION = table<FailedLaunch>({
  name: "Session",
  key: "SessionKey",
  keyOf: (launch) => launch.sessionKey,
  outage: "kept",
  columns: {
    SessionKey: (launch) => launch.sessionKey,
    StartDate: () => null,
    LogOnDuration: () => null,
    EndDate: (launch) => iso(launch.at),
    ExitCode: () => null,
    FailureDate: (launch) => iso(launch.at),
    ConnectionState: () => connectionState("Terminated"),
    ConnectionStateChangeDate: (launch) => iso(launch.at),
    LifecycleState: () => lifecycle("Deleted"),
    CurrentConnectionId: () => null,
    UserId: (launch) => launch.personId,
    MachineId: (launch) => launch.machineId,
    SessionType: (launch) => (launch.desktop ? 0 : 1),
    IsAnonymous: () => 0,
    CreatedDate: (launch) => iso(launch.at),
    ModifiedDate: (launch) => iso(launch.at),
    FailureId: (launch) => launch.categoryId,
    SessionIdleTime: () => null,
  },
});

const GATEWAY = { host: "gateway.nordwerk.example", ip: "192.0.2.20" };
const STOREFRONT = { host: "storefront.nordwerk.example", ip: "10.20.0.30" };

const stepStart = (step: LogonStep) => (connection: Connection) => isoOrNull(connection.steps[step]?.[0]);
const stepEnd = (step: LogonStep) => (connection: Connection) => isoOrNull(connection.steps[step]?.[1]);

export const CONNECTION = table<Connection>({
  name: "Connection",
  key: "Id",
  keyOf: (connection) => connection.id,
  outage: "kept",
  columns: {
    Id: (connection) => connection.id,
    ClientName: (connection) => connection.device?.name ?? null,
    ClientAddress: (connection) => connection.device?.address ?? null,
    ClientVersion: (connection) => connection.device?.version ?? null,
    ClientPlatform: (connection) => connection.device?.platform ?? null,
    ConnectedViaHostName: (connection) => (connection.device?.remote ? GATEWAY.host : null),
    ConnectedViaIPAddress: (connection) => (connection.device?.remote ? GATEWAY.ip : null),
    LaunchedViaHostName: (connection) => (connection.brokeredAt === null ? null : STOREFRONT.host),
    LaunchedViaIPAddress: (connection) => (connection.brokeredAt === null ? null : STOREFRONT.ip),
    IsReconnect: (connection) => bit(connection.isReconnect),
    IsSecureIca: (connection) => (connection.protocol === "HDX" ? bit(connection.device?.remote ?? false) : null),
    Protocol: (connection) => connection.protocol,
    LogOnStartDate: (connection) => isoOrNull(connection.logOnStartedAt),
    LogOnEndDate: (connection) => isoOrNull(connection.logOnEndedAt),
    BrokeringDate: (connection) => isoOrNull(connection.brokeredAt),
    BrokeringDuration: (connection) => connection.brokeringMs,
    DisconnectDate: (connection) => isoOrNull(connection.disconnectedAt),
    DisconnectCode: (connection) => connection.disconnectCode,
    VMStartStartDate: (connection) => isoOrNull(connection.vmStart?.[0]),
    VMStartEndDate: (connection) => isoOrNull(connection.vmStart?.[1]),
    ClientSessionValidateDate: (connection) => isoOrNull(connection.establishedAt),
    ServerSessionValidateDate: (connection) => isoOrNull(connection.establishedAt),
    EstablishmentDate: (connection) => isoOrNull(connection.establishedAt),
    HdxStartDate: stepStart("hdx"),
    HdxEndDate: stepEnd("hdx"),
    AuthenticationDuration: (connection) => connection.authenticationMs,
    GpoStartDate: stepStart("gpo"),
    GpoEndDate: stepEnd("gpo"),
    LogOnScriptsStartDate: stepStart("scripts"),
    LogOnScriptsEndDate: stepEnd("scripts"),
    ProfileLoadStartDate: stepStart("profile"),
    ProfileLoadEndDate: stepEnd("profile"),
    InteractiveStartDate: stepStart("interactive"),
    InteractiveEndDate: stepEnd("interactive"),
    SessionKey: (connection) => connection.sessionKey,
    CreatedDate: (connection) => iso(connection.created),
    ModifiedDate: (connection) => iso(connection.modified),
  },
});

export const APPLICATION_INSTANCE = table<RunningApplication>({
  name: "ApplicationInstance",
  key: "Id",
  keyOf: (running) => running.id,
  outage: "kept",
  columns: {
    Id: (running) => running.id,
    ApplicationId: (running) => running.applicationId,
    SessionKey: (running) => running.sessionKey,
    StartDate: (running) => iso(running.start),
    EndDate: (running) => isoOrNull(running.end),
    CreatedDate: (running) => iso(running.start),
    ModifiedDate: (running) => iso(running.modified),
  },
});

export interface AutoReconnect {
  readonly id: number;
  readonly sessionKey: string;
  readonly connectionId: number | null;
  readonly count: number;
  /** 1 session reliability, 2 automatic client reconnect. */
  readonly type: 1 | 2;
  readonly at: number;
}

export const AUTO_RECONNECT = table<AutoReconnect>({
  name: "SessionAutoReconnect",
  key: "Id",
  keyOf: (event) => event.id,
  outage: "kept",
  columns: {
    Id: (event) => event.id,
    SessionKey: (event) => event.sessionKey,
    ConnectionId: (event) => event.connectionId,
    AutoReconnectCount: (event) => event.count,
    AutoReconnectType: (event) => event.type,
    EventTimestamp: (event) => iso(event.at),
    CreatedDate: (event) => iso(event.at),
  },
});

export const CONNECTION_FAILURE = table<FailedLaunch>({
  name: "ConnectionFailureLog",
  key: "Id",
  keyOf: (launch) => launch.logId,
  outage: "kept",
  columns: {
    Id: (launch) => launch.logId,
    SessionKey: (launch) => launch.sessionKey,
    FailureDate: (launch) => iso(launch.at),
    ConnectionFailureEnumValue: (launch) => launch.code,
    UserId: (launch) => launch.personId,
    MachineId: (launch) => launch.machineId,
    CreatedDate: (launch) => iso(launch.at),
    ModifiedDate: (launch) => iso(launch.at),
  },
});
