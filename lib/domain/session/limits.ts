import type { Instant } from "../site";
import type { Timer } from "./life";

/** The limits that drive the timers, each with where it was read. Milliseconds; 0 is off. What was not read is unknown, never off. */

/**
 * `rds-group-policy`: Policies\Microsoft\Windows NT\Terminal Services on the machine (the computer's value wins). `rds-listener`: its ICA listener.
 * `citrix-policy`: Policies\Citrix\ICAPolicies, single-session machines only. The others belong to the delivery group (broker SDK).
 */
export const LIMIT_SOURCES = [
  "rds-group-policy",
  "rds-listener",
  "citrix-policy",
  "group-linger",
  "group-pre-launch",
  "group-power-policy",
] as const;
export type LimitSource = (typeof LIMIT_SOURCES)[number];

/** One value in a machine's registry. */
export interface MachineTimer {
  readonly timer: "idle" | "disconnected" | "connection";
  readonly ms: number;
  readonly source: Extract<LimitSource, "rds-group-policy" | "rds-listener" | "citrix-policy">;
}

/** What a machine said of its limits; an empty list is an answer (nothing is set), unlike a machine that was never asked. */
export interface MachineTimers {
  /** The machine's key. */
  readonly key: string;
  readonly readAt: Instant;
  readonly timers: readonly MachineTimer[];
  /**
   * Servers: whether a session whose idle or connection limit is reached ends instead of being disconnected (fResetBroken, policy before listener).
   * False where nothing is set, as Windows has it.
   */
  readonly endsAtLimit: boolean;
}

/** Pre-launch or linger setting of one delivery group (SDK: Get-BrokerSessionPreLaunch, Get-BrokerSessionLinger). */
export interface Standby {
  readonly kind: "linger" | "pre-launch";
  readonly groupKey: string;
  readonly enabled: boolean;
  readonly disconnectMs: number;
  readonly terminateMs: number;
  /** Load index (0 to 10000, of the group's machines on average, or of one machine) from which on the longest-standing ends; 0: none. */
  readonly averageLoadMost: number;
  readonly machineLoadMost: number;
  /** Accounts it holds for; null: everybody. */
  readonly users: readonly string[] | null;
}

/** What the hypervisor is told after a disconnect, at peak times or off them (SDK: Get-BrokerDesktopGroup). */
export interface PowerRule {
  readonly disconnectMs: number;
  /** Nothing, Suspend or Shutdown. */
  readonly disconnectAction: string;
  readonly extendedDisconnectMs: number;
  readonly extendedDisconnectAction: string;
}

/** Hours of the group's own clock that are peak: 24 flags for each weekday, 0 Sunday. */
export type PeakHours = readonly (readonly boolean[])[];

export interface PowerPolicy {
  readonly groupKey: string;
  readonly peak: PowerRule;
  readonly offPeak: PowerRule;
  /** Null where the scheme was not read: then only a rule that is the same at all times can be told. */
  readonly peakHours: PeakHours | null;
  /** Time zone name of the group as Windows or IANA spells it. */
  readonly timeZone: string | null;
}

/** What holds for a whole delivery group. */
export interface GroupLimits {
  readonly readAt: Instant;
  readonly standby: readonly Standby[];
  readonly power: readonly PowerPolicy[];
}

/** All limits that were read. */
export interface TimerBook {
  /** Null where the SDK was never heard. */
  readonly groups: GroupLimits | null;
  /** How many machines said theirs. */
  readonly machinesRead: number;
  machine(machineKey: string): MachineTimers | undefined;
}

/** What is known of one limit of one session. */
export type Limit =
  | {
      readonly kind: "set";
      readonly timer: Timer;
      readonly ms: number;
      readonly source: LimitSource;
      readonly readAt: Instant;
    }
  | { readonly kind: "off"; readonly timer: Timer; readonly source: LimitSource | null; readonly readAt: Instant }
  | { readonly kind: "unknown"; readonly timer: Timer };
