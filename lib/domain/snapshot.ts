import type { Incident } from "./ghost/incident";
import type { LeaseBook } from "./lease/lease";
import type { TimerBook } from "./session/limits";
import type { DeliveryGroup, Instant, Machine, Person, Session } from "./site";

/** The outside sources of design §2. */
export const SOURCE_NAMES = ["monitor", "broker", "sdk"] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];

/**
 * `reading`: never read yet. `ok`. `stale`: readable, but nothing was written into it for 15 minutes. `slow`: answers
 * later than it is asked. `lost`: could not be read; what is shown is the last that was. `absent`: not configured.
 */
export type SourceState = "reading" | "ok" | "stale" | "slow" | "lost" | "absent";

export interface Source {
  readonly name: SourceName;
  readonly state: SourceState;
  /** Site time of the last successful read. */
  readonly asOf: Instant | null;
  /** The newest change the source itself holds. */
  readonly newestChange: Instant | null;
  /** How long the last read took. */
  readonly readMs: number | null;
  /** A sentence for the screen; null while all is well. */
  readonly problem: string | null;
}

/** The site at one moment. Never changed once published; the next version shares what did not change. */
export interface Snapshot {
  readonly version: number;
  /** Site time of the newest successful read of the Monitoring tables. */
  readonly asOf: Instant;
  readonly siteName: string;
  readonly sources: readonly Source[];
  /** Our clock minus the database's; null where the database's clock cannot be asked. */
  readonly clockSkewMs: number | null;
  readonly sessions: KeyedRecords<Session>;
  readonly machines: KeyedRecords<Machine>;
  readonly people: KeyedRecords<Person>;
  readonly groups: ReadonlyMap<string, DeliveryGroup>;
  readonly ghosts: GhostBook;
  readonly timers: TimerBook;
  readonly leases: LeaseBook;
  /** Keys of the sessions of one person (Sid) or on one machine. */
  sessionKeysOfUser(userKey: string): ReadonlySet<string>;
  sessionKeysOnMachine(machineKey: string): ReadonlySet<string>;
}

/** The open incidents of a snapshot: suspect, confirmed, acting, returned. What ended stands in our own tables. */
export interface GhostBook {
  readonly size: number;
  /** Since when no incident has been open, by the site's clock; null while one is, and before the first complete read. */
  readonly emptySince: Instant | null;
  get(id: string): Incident | undefined;
  values(): IterableIterator<Incident>;
  ofSession(sessionKey: string): Incident | undefined;
  /** Failure traces of the machine and ghosts on it. */
  onMachine(machineKey: string): readonly Incident[];
  ofUser(userKey: string): readonly Incident[];
}

/** A read-only map of records by their key. */
export interface KeyedRecords<TRecord> {
  readonly size: number;
  get(key: string): TRecord | undefined;
  has(key: string): boolean;
  values(): IterableIterator<TRecord>;
}
