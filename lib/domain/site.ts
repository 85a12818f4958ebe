import type {
  AppState,
  ConnectionMode,
  FaultState,
  PowerState,
  RegistrationState,
  SessionState,
  SessionSupport,
  Spelled,
} from "./states";

/**
 * The vocabulary of a site, in Citrix's own words (docs/architecture.md). States and modes are spelled as the broker SDK
 * spells them; a number that no table of names knows is kept as that number's digits. Unknown is null, never a guess.
 */

/** Milliseconds since the epoch, UTC, by the site's clock. */
export type Instant = number;

/** Which field named the person on a session row: verified user, the machine's word, who asked for it, the client. */
export type UserSource = "user" | "untrusted" | "brokering" | "client" | "none";

export interface Session {
  /** SessionKey, lower-case guid. */
  readonly key: string;
  /** `DOMAIN\account` or what stands in for it; null where nothing names the person. */
  readonly user: string | null;
  /** The person's Sid where the site knows the person. */
  readonly userKey: string | null;
  readonly userSource: UserSource;
  readonly userFullName: string | null;
  /** Bare machine name, without the domain. */
  readonly machine: string | null;
  readonly machineKey: string | null;
  readonly deliveryGroup: string | null;
  readonly deliveryGroupKey: string | null;
  readonly sessionSupport: SessionSupport | null;
  readonly sessionType: "Desktop" | "Application" | `${number}` | null;
  readonly state: SessionState;
  readonly appState: AppState | null;
  /** Since when the application state holds (SDK: AppStateLastChangeTime). */
  readonly appSince: Instant | null;
  /** Since when the state holds. */
  readonly since: Instant;
  readonly idleSince: Instant | null;
  readonly startedAt: Instant | null;
  /** Milliseconds the whole logon took; null while it has not finished. */
  readonly logOnDurationMs: number | null;
  readonly client: string | null;
  readonly clientAddress: string | null;
  readonly clientVersion: string | null;
  readonly clientPlatform: string | null;
  readonly protocol: string | null;
  readonly connectionMode: ConnectionMode | null;
  /** Hidden sessions do not exist for brokering; null where only the SDK could tell and it was not asked. */
  readonly hidden: boolean | null;
  readonly anonymous: boolean | null;
  readonly brokeredAt: Instant | null;
  readonly logOnStartedAt: Instant | null;
  readonly logOnEndedAt: Instant | null;
  readonly reconnect: boolean | null;
  /** Published names of the applications running in the session, oldest first. */
  readonly applications: readonly string[];
  /** Citrix still fills in this row (LifecycleState RequiresResolution). */
  readonly unresolved: boolean;
}

export interface Machine {
  /** Machine.Id, lower-case guid. */
  readonly key: string;
  /** Bare name, as people say it. */
  readonly name: string;
  /** `DOMAIN\name`. */
  readonly account: string | null;
  readonly dnsName: string | null;
  readonly ipAddress: string | null;
  readonly deliveryGroup: string | null;
  readonly deliveryGroupKey: string | null;
  readonly catalog: string | null;
  readonly hypervisor: string | null;
  /** Of its computer account, as leases name it. */
  readonly sid: string | null;
  readonly hostedMachineName: string | null;
  readonly sessionSupport: SessionSupport | null;
  readonly registration: RegistrationState;
  readonly registrationSince: Instant | null;
  readonly lastDeregistration: { readonly reason: string; readonly at: Instant | null } | null;
  /** The broker's last word from the agent, and when the registration lapses without another (broker tables only). */
  readonly lastContactAt: Instant | null;
  readonly registrationExpiresAt: Instant | null;
  readonly power: PowerState;
  readonly powerSince: Instant | null;
  readonly poweredOnAt: Instant | null;
  readonly maintenance: boolean | null;
  readonly fault: FaultState;
  readonly faultSince: Instant | null;
  readonly agentVersion: string | null;
  readonly osType: string | null;
  readonly controller: string | null;
  /** 0 to 10000 (full); multi-session machines only. */
  readonly loadIndex: number | null;
  readonly loadAt: Instant | null;
  /** Sessions as the Monitor service counts them, once a minute. */
  readonly reportedSessionCount: number | null;
  /** Brokered sessions that have not finished their logon, by the SDK. */
  readonly pendingSessions: number | null;
  /** Accounts this machine is assigned to. */
  readonly assignedUsers: readonly string[];
}

export interface DeliveryGroup {
  readonly key: string;
  readonly name: string;
  readonly desktopKind: Spelled<"Private" | "Shared"> | null;
  readonly sessionSupport: SessionSupport | null;
  readonly deliveryType: Spelled<"DesktopsOnly" | "AppsOnly" | "DesktopsAndApps"> | null;
  readonly maintenance: boolean | null;
  readonly remotePc: boolean | null;
}

export interface Person {
  /** Sid: URL-safe, and the same in every source. */
  readonly key: string;
  /** `DOMAIN\account`. */
  readonly account: string;
  readonly accountName: string;
  readonly domain: string;
  readonly fullName: string | null;
  readonly upn: string | null;
  /** When the site first and last wrote about this person. */
  readonly firstSeen: Instant;
  readonly lastChanged: Instant;
}
