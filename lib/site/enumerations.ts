/**
 * The numbers of the Citrix tables and their names, one table per database (they disagree: see ProvisioningType).
 * Sources: Monitor Service API documentation, "Enums, error codes, and descriptions", and the monitor-service-enums page.
 */
type Names = Readonly<Record<number, string>>;

export const MONITOR = {
  connectionState: {
    0: "Unknown",
    1: "Connected",
    2: "Disconnected",
    3: "Terminated",
    4: "PreparingSession",
    5: "Active",
    6: "Reconnecting",
    7: "NonBrokeredSession",
    8: "Other",
    9: "Pending",
  },
  lifecycleState: { 0: "Active", 1: "Deleted", 2: "RequiresResolution", 3: "Stub" },
  sessionType: { 0: "Desktop", 1: "Application" },
  connectionFailureType: {
    0: "None",
    1: "ClientConnectionFailure",
    2: "MachineFailure",
    3: "NoCapacityAvailable",
    4: "NoLicensesAvailable",
    5: "Configuration",
  },
  sessionFailureCode: {
    0: "Unknown",
    1: "None",
    2: "SessionPreparation",
    3: "RegistrationTimeout",
    4: "ConnectionTimeout",
    5: "Licensing",
    6: "Ticketing",
    7: "Other",
    8: "GeneralFail",
    9: "MaintenanceMode",
    10: "ApplicationDisabled",
    11: "LicenseFeatureRefused",
    12: "NoDesktopAvailable",
    13: "SessionLimitReached",
    14: "DisallowedProtocol",
    15: "ResourceUnavailable",
    16: "ActiveSessionReconnectDisabled",
    17: "NoSessionToReconnect",
    18: "SpinUpFailed",
    19: "Refused",
    20: "ConfigurationSetFailure",
    21: "MaxTotalInstancesExceeded",
    22: "MaxPerUserInstancesExceeded",
    23: "CommunicationError",
    24: "MaxPerMachineInstancesExceeded",
    25: "MaxPerEntitlementInstancesExceeded",
    100: "NoMachineAvailable",
    101: "MachineNotFunctional",
  },
  machineFaultState: {
    0: "Unknown",
    1: "None",
    2: "FailedToStart",
    3: "StuckOnBoot",
    4: "Unregistered",
    5: "MaxCapacity",
    6: "VirtualMachineNotFound",
  },
  registrationState: { 0: "Unknown", 1: "Registered", 2: "Unregistered" },
  powerState: {
    0: "Unknown",
    1: "Unavailable",
    2: "Off",
    3: "On",
    4: "Suspended",
    5: "TurningOn",
    6: "TurningOff",
    7: "Suspending",
    8: "Resuming",
    9: "Unmanaged",
    10: "NotSupported",
    11: "VirtualMachineNotFound",
  },
  deregistrationReason: {
    0: "AgentShutdown",
    1: "AgentSuspended",
    2: "AgentRequested",
    100: "IncompatibleVersion",
    101: "AgentAddressResolutionFailed",
    102: "AgentNotContactable",
    103: "AgentWrongActiveDirectoryOU",
    104: "EmptyRegistrationRequest",
    105: "MissingRegistrationCapabilities",
    106: "MissingAgentVersion",
    108: "NotLicensedForFeature",
    109: "UnsupportedCredentialSecurityVersion",
    110: "InvalidRegistrationRequest",
    111: "SingleMultiSessionMismatch",
    112: "FunctionalLevelTooLowForCatalog",
    113: "FunctionalLevelTooLowForDesktopGroup",
    114: "OSNotCompatibleWithDdc",
    115: "VMNotCompatibleWithDdc",
    200: "PowerOff",
    201: "DesktopRestart",
    202: "DesktopRemoved",
    203: "AgentRejectedSettingsUpdate",
    204: "SendSettingsFailure",
    205: "SessionAuditFailure",
    206: "SessionPrepareFailure",
    207: "ContactLost",
    208: "SettingsCreationFailure",
    300: "UnknownError",
    301: "BrokerRegistrationLimitReached",
    302: "RegistrationStateMismatch",
    400: "None",
    401: "HypervisorReportedFailure",
    402: "HypervisorRateLimitExceeded",
    1000: "HardRegistrationPending",
    1001: "SoftRegistered",
    1002: "Unknown",
  },
  sessionSupport: { 0: "Unknown", 1: "SingleSession", 2: "MultiSession" },
  provisioningType: { 0: "Unknown", 1: "MCS", 2: "PVS", 3: "Manual" },
  allocationType: { 0: "Unknown", 1: "Static", 2: "Random", 3: "Permanent" },
  persistentUserChanges: { 0: "Unknown", 1: "Discard", 2: "OnLocal", 3: "OnPvd" },
  deliveryType: { 0: "DesktopsOnly", 1: "AppsOnly", 2: "DesktopsAndApps" },
  desktopKind: { 0: "Private", 1: "Shared" },
  machineRole: { 0: "Vda", 1: "Ddc", 2: "Both" },
} as const satisfies Record<string, Names>;

/** The site database numbers some things otherwise; only what public sources show is here. */
export const BROKER = {
  provisioningType: { 0: "Manual", 2: "MCS" },
} as const satisfies Record<string, Names>;

/** Every way one enumeration can come out of {@link spell}: its names, or the digits of a number it does not list. */
export type NameOf<TTable extends Names> = TTable[keyof TTable] | `${number}`;

/** The name of a number; a number that the table does not list comes back as its digits. Never drops a value. */
export function spell<TTable extends Names>(table: TTable, value: number): NameOf<TTable> {
  const name = (table as Names)[value];
  return (name ?? `${value}`) as NameOf<TTable>;
}

/** The number of a name, for those who write such tables (the practice site). */
export function numberOf<TTable extends Names>(table: TTable, name: TTable[keyof TTable]): number {
  const found = Object.entries(table).find(([, each]) => each === name);
  if (!found) throw new Error(`No number is listed for ${name}`);
  return Number(found[0]);
}
