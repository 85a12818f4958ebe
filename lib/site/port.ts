import type { WindowsSession } from "@/lib/domain/ghost/facts";
import type { Instant } from "@/lib/domain/site";
import type { AppState, ConnectionMode } from "@/lib/domain/states";

/**
 * The outside world behind one port: what can be read. The Monitoring and broker tables are read by lib/site/tables; what no
 * table documents is answered by an {@link SdkSource}: the practice site now, the PowerShell bridge later.
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
}

/** Columns of Get-BrokerSession that no documented table has. Names as DOMAIN\user. */
export interface SdkSession {
  readonly sessionKey: string;
  readonly appState: AppState | null;
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
  readonly controllers: readonly SdkController[];
}

export interface SdkController {
  readonly dnsName: string;
  readonly state: string;
  /** Get-BrokerServiceStatus: OK, PendingFailure (database just lost), DBNotFound and so on. */
  readonly serviceStatus: string | null;
  readonly lastActivityAt: Instant | null;
}
