import type { Instant } from "@/lib/domain/site";
import type { SiteEra, SizeName } from "../sizes";
import type { Timers } from "./timers";

export interface SiteEntity {
  readonly kind: "site";
  readonly id: "site";
  readonly name: string;
  readonly zone: string;
  readonly size: SizeName;
  readonly seed: number;
  readonly era: SiteEra;
  readonly version: string;
  readonly domains: readonly { readonly name: string; readonly dns: string; readonly sid: string }[];
  readonly controllers: readonly { readonly dns: string; readonly machine: string }[];
  /** Since when the controllers are without their database; null while all is well. */
  outageSince: Instant | null;
  /** When it returned last. */
  databaseBackAt: Instant | null;
  /** As somebody set it; absent as the release has it. */
  leasingEnabled?: boolean;
  /** Controllers whose cache of leases was emptied, by DNS name: when it holds all of them again, if the database stays. */
  leaseCaches?: Record<string, { readonly emptiedAt: Instant; readonly fullAt: Instant }>;
  timers: Timers<SiteTimer>;
}
export type SiteTimer = "turn" | "minute" | "grooming" | "nightly";

/** Timers of a group's sessions in milliseconds; null is off. Multi-session: RDS policy, single-session: Citrix policy. */
export interface SessionLimits {
  readonly idleMs: number | null;
  readonly disconnectedMs: number | null;
}

/** Pre-launch and linger: until the session is disconnected and until it ends. */
export interface StandbyLimits {
  readonly disconnectMs: number;
  readonly terminateMs: number;
}

/** What the hypervisor is told this long after a disconnect; 0 ms: nothing (SDK: Get-BrokerDesktopGroup). */
export interface PowerRule {
  readonly disconnectMs: number;
  readonly action: "Nothing" | "Suspend" | "Shutdown";
}

/** By the hour in which the disconnect was. */
export interface PowerPolicy {
  readonly peak: PowerRule;
  readonly offPeak: PowerRule;
}

export interface Group {
  readonly kind: "group";
  readonly id: string;
  readonly uid: number;
  readonly name: string;
  readonly desktopKind: "Private" | "Shared";
  readonly sessionSupport: "SingleSession" | "MultiSession";
  readonly deliveryType: "DesktopsOnly" | "AppsOnly";
  /** Anonymous sessions only. */
  readonly kiosk: boolean;
  readonly applicationIds: readonly string[];
  readonly limits: SessionLimits;
  readonly linger: StandbyLimits | null;
  readonly prelaunch: StandbyLimits | null;
  /** Null: its machines are not managed by what happens to their sessions. */
  readonly power: PowerPolicy | null;
  readonly created: Instant;
  timers: Timers<never>;
}

export interface Catalog {
  readonly kind: "catalog";
  readonly id: string;
  readonly uid: number;
  readonly name: string;
  readonly provisioning: "MCS" | "Manual";
  readonly allocation: "Static" | "Random";
  readonly sessionSupport: "SingleSession" | "MultiSession";
  readonly schemeId: string | null;
  readonly hypervisorUid: number;
  readonly created: Instant;
  timers: Timers<never>;
}

export interface Hypervisor {
  readonly kind: "hypervisor";
  readonly id: string;
  readonly uid: number;
  readonly name: string;
  readonly created: Instant;
  timers: Timers<never>;
}

export interface Application {
  readonly kind: "application";
  readonly id: string;
  readonly name: string;
  readonly publishedName: string;
  readonly path: string;
  readonly folder: string;
  readonly created: Instant;
  timers: Timers<never>;
}
