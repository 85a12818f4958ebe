import type { Instant } from "@/lib/domain/site";
import type { AppState, PowerState, RegistrationState, SessionState, SessionSupport } from "@/lib/domain/states";

/** What the SDK and the servers answer, in the product's own shapes. Instants are UTC milliseconds; what is null nobody said. */

/** Get-BrokerSession -SessionKey: one session as the broker believes in it at this moment. Names as DOMAIN\user. */
export interface SdkSessionNow {
  readonly sessionKey: string;
  /** The broker's own number, which Stop-BrokerSession and its kin take. */
  readonly uid: number;
  readonly userName: string | null;
  readonly untrustedUserName: string | null;
  readonly brokeringUserName: string | null;
  /** DOMAIN\machine. */
  readonly machineName: string;
  readonly sessionState: SessionState;
  readonly appState: AppState | null;
  readonly hidden: boolean;
  readonly logonInProgress: boolean;
  readonly logoffInProgress: boolean;
  readonly stateChangedAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly desktopKind: "Private" | "Shared" | null;
  readonly sessionSupport: SessionSupport | null;
}

/** Get-BrokerMachine -UUID: one machine as the broker knows it at this moment. */
export interface SdkMachineNow {
  /** UUID, lower case. */
  readonly machineKey: string;
  /** DOMAIN\machine. */
  readonly machineName: string;
  readonly dnsName: string | null;
  readonly registration: RegistrationState;
  readonly lastDeregistrationReason: string | null;
  readonly lastDeregistrationAt: Instant | null;
  readonly power: PowerState;
  readonly powerActionPending: boolean;
  readonly supportedPowerActions: readonly string[];
  readonly maintenance: boolean;
  readonly faultState: string | null;
  readonly sessionCount: number;
  readonly sessionsPending: number;
  readonly sessionsEstablished: number;
  readonly loadIndex: number | null;
  readonly lastErrorReason: string | null;
  readonly lastErrorAt: Instant | null;
  readonly lastConnectionFailure: string | null;
  readonly lastConnectionAt: Instant | null;
  readonly windowsConnectionSetting: string | null;
}

/** Get-BrokerHostingPowerAction. State: Pending, Started, Completed, Failed, Canceled, Deleted, Lost. */
export interface SdkPowerAction {
  readonly uid: number;
  readonly machineName: string;
  readonly action: string;
  readonly state: string;
  readonly requestedAt: Instant;
  readonly startedAt: Instant | null;
  readonly completedAt: Instant | null;
  readonly failureReason: string | null;
}

/** The Windows service BrokerAgent on one machine. Status as Get-Service spells it. */
export interface AgentService {
  readonly status:
    | "Running"
    | "Stopped"
    | "StartPending"
    | "StopPending"
    | "Paused"
    | "ContinuePending"
    | "PausePending";
  readonly processId: number | null;
  /** When its process started; null where it does not run. */
  readonly startedAt: Instant | null;
}

/** A limit of the session as it stands in a machine's registry. One row for each value that is there. */
export interface ServerTimer {
  readonly timer: "idle" | "disconnected" | "connection";
  /** 0: never. */
  readonly ms: number;
  /** `group-policy`: Policies\Microsoft\Windows NT\Terminal Services. `listener`: WinStations\ICA-Tcp. `citrix-policy`: Policies\Citrix\ICAPolicies. */
  readonly source: "group-policy" | "listener" | "citrix-policy";
}

/** The limits in a machine's registry. */
export interface ServerTimers {
  readonly timers: readonly ServerTimer[];
  /**
   * Whether a session whose idle or connection limit is reached ends instead of being disconnected: fResetBroken of the policy, else of the listener.
   * False where neither has it. Sessions of servers alone obey it.
   */
  readonly endsAtLimit: boolean;
}

/** Get-BrokerLease. */
export interface SdkLease {
  readonly uid: number;
  readonly key: string;
  readonly type: "Enumeration" | "Launch";
  /** DOMAIN\user. */
  readonly ownerName: string | null;
  readonly ownerSid: string | null;
  readonly ownerUpn: string | null;
  readonly modifiedAt: Instant;
  readonly expiresAt: Instant;
  readonly zone: string | null;
  /** The lease's XML. */
  readonly value: string;
}

/** Get-BrokerSessionLinger and Get-BrokerSessionPreLaunch: one setting of one delivery group. */
export interface SdkStandby {
  readonly kind: "linger" | "pre-launch";
  readonly deliveryGroup: string;
  readonly deliveryGroupUid: number;
  readonly enabled: boolean;
  /** 0: never. */
  readonly disconnectMs: number;
  readonly terminateMs: number;
  /** Load index from which on the longest-standing session ends; 0: none. */
  readonly averageLoadMost: number;
  readonly machineLoadMost: number;
  /** Accounts it holds for; null: everybody. */
  readonly users: readonly string[] | null;
}

/** Get-BrokerDesktopGroup with its power time schemes. */
export interface SdkGroup {
  readonly uid: number;
  /** UUID, lower case: the key of the Monitoring tables too. */
  readonly groupKey: string;
  readonly name: string;
  /** As Windows names it, such as "W. Europe Standard Time". */
  readonly timeZone: string | null;
  /** Null where the release does not tell all of it. */
  readonly peak: SdkPowerRule | null;
  readonly offPeak: SdkPowerRule | null;
  /** 24 flags for each weekday, 0 Sunday. A day that no scheme covers is off-peak (reference). Null where a scheme cannot be understood. */
  readonly peakHours: readonly (readonly boolean[])[] | null;
  readonly reuseMachinesWithoutShutdownInOutage: boolean | null;
}

/** What is done with a machine after a disconnect; 0 ms: nothing. Actions: Nothing, Suspend, Shutdown. */
export interface SdkPowerRule {
  readonly disconnectMs: number;
  readonly disconnectAction: string;
  readonly extendedDisconnectMs: number;
  readonly extendedDisconnectAction: string;
}

/** Rules that decide who may reach what: access policy, entitlement and assignment rules. */
export interface SdkAccessRule {
  readonly kind: "access" | "desktop-entitlement" | "app-entitlement" | "desktop-assignment" | "app-assignment";
  readonly uid: number;
  readonly name: string;
  readonly deliveryGroupUid: number;
  readonly enabled: boolean;
  /** Null: the filter is off, so everybody (included) or nobody (excluded). */
  readonly includedUsers: readonly string[] | null;
  readonly excludedUsers: readonly string[] | null;
  /** AllowedConnections and AllowedProtocols of access rules. */
  readonly allowedConnections: string | null;
  readonly allowedProtocols: readonly string[];
  /** LeasingBehavior of entitlement and assignment rules. */
  readonly leasing: string | null;
}

/** Get-BrokerConnectionLog: one attempt to broker a connection, kept for 48 hours. */
export interface SdkConnectionAttempt {
  readonly uid: number;
  readonly machineName: string | null;
  readonly userName: string | null;
  readonly brokeredAt: Instant;
  readonly establishedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** ConnectionFailureReason; "None" is success, null is in progress. */
  readonly failure: string | null;
  readonly disconnected: boolean | null;
}
