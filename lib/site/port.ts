import type { WindowsSession } from "@/lib/domain/ghost/facts";
import type { Instant } from "@/lib/domain/site";
import type { AppState, ConnectionMode } from "@/lib/domain/states";
import type {
  AgentService,
  SdkAccessRule,
  SdkConnectionAttempt,
  SdkGroup,
  SdkLease,
  SdkMachineNow,
  SdkPowerAction,
  SdkSessionNow,
  SdkStandby,
  ServerTimers,
} from "./sdk";

/**
 * The outside world behind one port: what can be read; what can be done is in command.ts. The Monitoring and broker tables are read by lib/site/tables; what no
 * table documents is answered by an {@link SdkSource}: the practice site, or the PowerShell bridge.
 * Every method rejects with a DeskError `unavailable` where the source cannot be reached.
 */
export interface SdkSource {
  /** What only the broker SDK knows of the sessions, in pages, so that a site of 50,000 never stands in one message. */
  sessions(): AsyncIterable<readonly SdkSession[]>;
  /** What only the broker SDK knows of the machines. */
  machines(): AsyncIterable<readonly SdkMachine[]>;
  site(): Promise<SdkSite>;
  /**
   * The server's own list of its Windows sessions. `machineKey` is the machine's UUID. Rejects with `unavailable` where the server
   * cannot be asked (which is no answer, never an empty list), `not-found` where the site has no such machine.
   */
  windowsSessions(machineKey: string): Promise<readonly WindowsSession[]>;
  /** One session at this moment; null where the broker has none of that key (any more). */
  session(sessionKey: string): Promise<SdkSessionNow | null>;
  /** One machine at this moment, by its UUID; null where the site has none. */
  machine(machineKey: string): Promise<SdkMachineNow | null>;
  /** What was asked of the hypervisor for this machine and is still kept (an hour), oldest first. */
  powerActions(machineKey: string): Promise<readonly SdkPowerAction[]>;
  /** Asked of the machine itself; rejects as windowsSessions does. */
  agentService(machineKey: string): Promise<AgentService>;
  /** The limits in the machine's registry; rejects as windowsSessions does. */
  serverTimers(machineKey: string): Promise<ServerTimers>;
  /** Connection leases in pages. Empty where the site's release has none. */
  leases(): AsyncIterable<readonly SdkLease[]>;
  lease(leaseKey: string): Promise<SdkLease | null>;
  standby(): Promise<readonly SdkStandby[]>;
  /** Delivery groups with what only the SDK knows of them. */
  groups(): Promise<readonly SdkGroup[]>;
  accessRules(): Promise<readonly SdkAccessRule[]>;
  /** Attempts to broker a connection that began at or after `since`, in pages. */
  connectionLog(since: Instant): AsyncIterable<readonly SdkConnectionAttempt[]>;
}

/** Columns of Get-BrokerSession that no documented table has. Names as DOMAIN\user. */
export interface SdkSession {
  readonly sessionKey: string;
  readonly appState: AppState | null;
  readonly appSince: Instant | null;
  readonly hidden: boolean;
  readonly untrustedUserName: string | null;
  readonly brokeringUserName: string | null;
  readonly connectionMode: ConnectionMode | null;
}

/** Columns of Get-BrokerMachine that no documented table has; `machineId` is the machine's UUID in lower case. */
export interface SdkMachine {
  readonly machineId: string;
  readonly sessionsPending: number;
}

/** Columns of Get-BrokerSite and Get-BrokerController. */
export interface SdkSite {
  readonly name: string;
  readonly version: string | null;
  readonly connectionLeasingEnabled: boolean | null;
  readonly localHostCacheEnabled: boolean | null;
  /** Whether pooled desktops may be launched in an outage though nobody restarts them; null where the release does not know it. */
  readonly reuseMachinesWithoutShutdownInOutage: boolean | null;
  readonly controllers: readonly SdkController[];
}

export interface SdkController {
  readonly dnsName: string;
  readonly state: string;
  /** Get-BrokerServiceStatus: OK, PendingFailure (database just lost), DBNotFound and so on. */
  readonly serviceStatus: string | null;
  readonly lastActivityAt: Instant | null;
}
