import type { MessagePort } from "node:worker_threads";
import type { GhostClass } from "@/lib/domain/ghost/classes";
import type { Finding, Subject, Withdrawal } from "@/lib/domain/ghost/finding";
import type { GhostSettings } from "@/lib/domain/ghost/settings";
import type { Sample } from "@/lib/domain/history/sample";
import type { Lease, LeaseFolder, LeaseReading, OutageGroup, ResourceRule } from "@/lib/domain/lease/lease";
import type { GroupLimits, MachineTimers } from "@/lib/domain/session/limits";
import type { DeliveryGroup, Instant, Machine, Person, Session } from "@/lib/domain/site";
import type { Source } from "@/lib/domain/snapshot";
import type { LeaseFolderAddress } from "@/lib/env";
import type { BridgeAddress } from "@/lib/site/connect";
import type { SdkSite } from "@/lib/site/port";
import type { PlumbingFault } from "@/lib/site/simulator/practice-site";

/** What passes between the thread that serves people and the thread that reads the site. */

export interface ReaderOptions {
  readonly monitorUrl: string;
  readonly brokerUrl: string | null;
  /** The practice site's own answers to the SDK's questions; null where there is a bridge, or neither. */
  readonly sdkPort: MessagePort | null;
  readonly bridge: BridgeAddress | null;
  /** Site clock minus wall clock; 0 on a real site. */
  readonly clockOffsetMs: number;
  readonly practice: boolean;
  /** How often everything is read again. */
  readonly reconcileMs: number;
  readonly ghosts: GhostOrders;
  /** Cache folders of controllers, by their DNS names. */
  readonly leaseFolders: readonly LeaseFolderAddress[];
}

/** What the rules go by, and which incidents were open before this thread began: only it can say that they are over. */
export interface GhostOrders {
  readonly settings: GhostSettings;
  readonly open: readonly { readonly subject: Subject; readonly class: GhostClass }[];
}

/** What to do, from the serving thread. A `pass` is answered by `passed` with the same id. */
export type ReaderCommand =
  | { readonly type: "watched"; readonly watched: boolean }
  | { readonly type: "clock"; readonly offsetMs: number }
  /** Leases and limits are read again with the next pass. */
  | { readonly type: "hurry" }
  | { readonly type: "pass"; readonly id: number }
  | { readonly type: "hold"; readonly held: boolean }
  | { readonly type: "faults"; readonly faults: readonly PlumbingFault[] }
  | { readonly type: "ghosts"; readonly orders: GhostOrders }
  /** The last part was taken: the next may come. Without it a large delta would arrive all at once and hold up everybody. */
  | { readonly type: "taken" }
  | { readonly type: "stop" };

/** Records that came or changed, and keys of records that went. */
export interface Changes<TRecord> {
  readonly upserts: readonly TRecord[];
  readonly removals: readonly string[];
}

/** A part of one delta; a large delta comes in several so that no message takes long to receive. */
export interface DeltaPart {
  readonly sessions?: Changes<Session>;
  readonly machines?: Changes<Machine>;
  readonly people?: Changes<Person>;
  readonly groups?: readonly DeliveryGroup[];
  readonly leases?: Changes<Lease>;
  /** These leases and those that follow are all there are: what was known of others is forgotten. */
  readonly leasesAnew?: boolean;
  readonly timers?: Changes<MachineTimers>;
}

/** What holds for groups and for all leases; small, so it travels whole whenever it changed. */
export interface Surroundings {
  readonly groupLimits: GroupLimits | null;
  readonly reading: LeaseReading;
  readonly rules: readonly ResourceRule[] | null;
  readonly outageGroups: readonly OutageGroup[];
  readonly folders: readonly LeaseFolder[];
}

/**
 * What the rules found in one pass. `found` holds findings that are new or say something new; one that is not repeated still
 * holds, until `withdrawn` names its subject.
 */
export interface GhostDelta {
  /** Site time of the read of the Monitoring tables that was judged; null where it failed: then nothing may be concluded. */
  readonly judgedAt: Instant | null;
  readonly found: readonly Finding[];
  readonly withdrawn: readonly Withdrawal[];
  /** All whose finding stands although it could not be judged in this pass: such a read confirms nothing. */
  readonly unsure?: readonly Subject[];
}

/** How many servers gave their own list of sessions when they were last asked, and how many could not be asked. */
export interface ServersHeard {
  readonly heard: number;
  readonly failing: number;
}

export interface PassResult {
  readonly ghosts: GhostDelta;
  readonly servers: ServersHeard;
  readonly asOf: Instant | null;
  readonly sources: readonly Source[];
  readonly clockSkewMs: number | null;
  readonly sdkSite: SdkSite | null;
  /** Milliseconds until the next read. */
  readonly pollMs: number;
  readonly samples: readonly Sample[];
  /** Absent where nothing changed since the last result. */
  readonly surroundings?: Surroundings;
  /** Since when the controllers have been without their database. */
  readonly outageSince: Instant | null;
}

export type SiteMessage =
  /** What follows is the whole site: whatever was known before is forgotten, but for leases, which stand until they are read anew. */
  | { readonly type: "reset" }
  | { readonly type: "part"; readonly part: DeltaPart }
  /** A pass ended: the parts since the last one are a version. */
  | { readonly type: "result"; readonly result: PassResult };

export type ReaderMessage =
  | SiteMessage
  | { readonly type: "passed"; readonly id: number }
  /** Said by a timer, so that a long read of a large site is not taken for a thread that hangs. */
  | { readonly type: "alive" };
