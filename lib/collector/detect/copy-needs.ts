/**
 * What a copy of a site's tables must hold, and what it may. Less than a running reader needs (lib/site/tables/columns.ts): a copy is often
 * made of the few tables that matter. Names: Monitoring database diagrams (official); chb_* as public queries name them.
 */

export interface CopyNeed {
  readonly schema: string;
  /** Another name for the table that tools give it. */
  readonly alias?: string;
  /** The whole table may be missing. */
  readonly isOptional: boolean;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const words = (text: string) => text.trim().split(/\s+/);
const must = (required: string, optional: string): CopyNeed => ({
  schema: "MonitorData",
  isOptional: false,
  required: words(required),
  optional: words(optional),
});
const may = (required: string, optional: string): CopyNeed => ({ ...must(required, optional), isOptional: true });

export const MONITOR_COPY = {
  Session: must(
    "SessionKey StartDate EndDate ConnectionState ConnectionStateChangeDate LifecycleState UserId MachineId",
    `CreatedDate ModifiedDate LogOnDuration CurrentConnectionId SessionType IsAnonymous SessionIdleTime FailureId
    FailureDate`,
  ),
  Connection: must(
    "Id SessionKey",
    `ClientName ClientAddress ClientVersion ClientPlatform Protocol IsReconnect BrokeringDate EstablishmentDate
    AuthenticationDuration GpoStartDate ProfileLoadStartDate LogOnStartDate LogOnEndDate DisconnectDate CreatedDate
    ModifiedDate`,
  ),
  User: must("Id UserName", "Sid Domain FullName Upn CreatedDate ModifiedDate"),
  Machine: must(
    "Id Name LifecycleState",
    `DnsName DesktopGroupId IsInMaintenanceMode CurrentRegistrationState RegistrationStateChangeDate LastDeregisteredCode
    LastDeregisteredDate CurrentPowerState PowerStateChangeDate PoweredOnDate FailureDate FaultState AssociatedUserNames
    CurrentSessionCount ModifiedDate`,
  ),
  DesktopGroup: must(
    "Id Name",
    "LifecycleState DesktopKind SessionSupport DeliveryType IsInMaintenanceMode IsRemotePC",
  ),
  Application: may("Id Name", "PublishedName"),
  ApplicationInstance: may("Id ApplicationId SessionKey StartDate", "EndDate"),
  ConnectionFailureCategory: may("Id", "ConnectionFailureEnumValue Category"),
  ConnectionFailureLog: may("SessionKey FailureDate", "ConnectionFailureEnumValue UserId MachineId"),
} as const satisfies Record<string, CopyNeed>;

export const BROKER_COPY = {
  Workers: { schema: "chb_Config", isOptional: false, required: words("Uid UUID"), optional: [] },
  Sessions: {
    schema: "chb_State",
    alias: "BrokerSessions",
    isOptional: false,
    required: words("WorkerUid TrustedUserUid"),
    optional: words("SessionStartTime LogOnTime"),
  },
  WorkerRegistrations: {
    schema: "chb_State",
    isOptional: true,
    required: words("Uid"),
    optional: words("LastContactTime RegistrationExpiryTime"),
  },
} as const satisfies Record<string, CopyNeed>;
