import type { Instant } from "../site";

/** Connection leases (7.6 to 7.15): what lets a user launch again while the controllers are without their database. */

/** A delivery group's desktop, or one of its applications. */
export interface LeasedResource {
  /** Name of the delivery group; null where the document does not tell. */
  readonly group: string | null;
  /** Published name; null is the desktop. */
  readonly application: string | null;
}

/** One lease, by the columns of Get-BrokerLease or by a file of a controller's cache, with what its document was understood to say. */
export interface Lease {
  readonly key: string;
  readonly type: "Enumeration" | "Launch";
  /** DOMAIN\user. */
  readonly ownerName: string | null;
  readonly ownerSid: string | null;
  readonly ownerUpn: string | null;
  readonly modifiedAt: Instant;
  readonly expiresAt: Instant;
  readonly zone: string | null;
  /** Launch: the one it reaches. Enumeration: all that its owner saw when it was written. Empty where the document does not tell. */
  readonly resources: readonly LeasedResource[];
  /** The machine that a launch lease leads to, as the document names it (bare name, upper case), and its Sid. */
  readonly machine: string | null;
  readonly machineSid: string | null;
  readonly sharingKey: string | null;
  /** A sentence where the document could not be read, or not wholly; null where all was understood. */
  readonly problem: string | null;
}

/** How well leases are known. `absent`: nobody can ask for them. `reading`: not read yet. `lost`: the last reading failed, and what was read before stands. */
export type LeasesState = "absent" | "reading" | "ok" | "lost";

export interface LeaseReading {
  readonly state: LeasesState;
  /** Site time of the last whole reading; null before the first. */
  readonly asOf: Instant | null;
  /** A sentence for the screen; null while all is well. */
  readonly problem: string | null;
}

/** What the cache folder of one controller holds. */
export interface LeaseFolder {
  /** DNS name of the controller, as configured. */
  readonly controller: string;
  readonly path: string;
  readonly reading: LeaseReading;
  /** Files by folder of the cache. */
  readonly files: Readonly<Record<"Apps" | "Desktops" | "Icons" | "Enumeration" | "Launch" | "Workers", number>>;
  /** Leases in it by type, those of them that ran out, and keys that the site has and the folder has not. */
  readonly enumeration: number;
  readonly launch: number;
  readonly expired: number;
  readonly missing: number | null;
  /** Which these are; empty where nobody could compare. */
  readonly missingKeys: readonly string[];
  /** One line for each file that could not be read; at most a hundred, `unread` counts all. */
  readonly problems: readonly { readonly file: string; readonly why: string }[];
  readonly unread: number;
}

/** Whom each group is for (SDK: entitlement and assignment rules), as far as the rules name people. */
export interface ResourceRule {
  readonly groupKey: string;
  readonly kind: "desktop-entitlement" | "app-entitlement" | "desktop-assignment" | "app-assignment";
  readonly enabled: boolean;
  /** Accounts or groups of the directory; null: everybody. */
  readonly included: readonly string[] | null;
  /** LeasingBehavior: null where the rule has none. */
  readonly leasing: string | null;
}

/** What of a group decides whether it can be launched in an outage. */
export interface OutageGroup {
  readonly groupKey: string;
  /** Null where the release does not know it: pooled desktops are then not reached by Local Host Cache. */
  readonly reuseWithoutShutdown: boolean | null;
}

/** All that was read about leases and what surrounds them. */
export interface LeaseBook {
  readonly reading: LeaseReading;
  readonly size: number;
  /** Null where the rules were not read. */
  readonly rules: readonly ResourceRule[] | null;
  readonly groups: readonly OutageGroup[];
  readonly folders: readonly LeaseFolder[];
  get(key: string): Lease | undefined;
  values(): IterableIterator<Lease>;
}
