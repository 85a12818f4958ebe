import type { Limit } from "../session/limits";
import type { DeliveryGroup, Instant, Machine, Session } from "../site";
import type { SourceState } from "../snapshot";
import type { GhostSettings } from "./settings";

/** Everything that the rules look at. Facts come with the time they were said; what nobody said is null. */

/** A Windows session as the server itself lists it, whatever the site believes. */
export interface WindowsSession {
  /** Unique on its machine only. */
  readonly id: number;
  /** DOMAIN\account; null before anybody logged on in it. */
  readonly user: string | null;
  readonly state: "Active" | "Connected" | "Disconnected";
}

/** What a server said of itself. */
export interface ServerWord {
  readonly askedAt: Instant;
  readonly sessions: readonly WindowsSession[];
  /** What it had said the time before; null or absent where that was not heard. */
  readonly before?: Omit<ServerWord, "before"> | null;
}

/**
 * How the server can be heard: `heard` (the word is there), `failed` (the last time it could not be asked),
 * `waiting` (not asked yet), `unreachable` (there is no bridge that could ask).
 */
export type ServerReach = "heard" | "failed" | "waiting" | "unreachable";

/** A row of the broker's own sessions on a machine (chb_State.Sessions): it has no SessionKey, so times and users match it. */
export interface BrokerSessionRow {
  readonly startedAt: Instant | null;
  /** False: TrustedUserUid is null, the broker knows no verified user either. */
  readonly named: boolean;
}
export interface BrokerWord {
  readonly readAt: Instant;
  readonly sessions: readonly BrokerSessionRow[];
}

/** A launch that failed, from ConnectionFailureLog. */
export interface FailedLaunch {
  readonly at: Instant;
  readonly userKey: string | null;
  readonly machineKey: string | null;
  /** SessionFailureCode. */
  readonly code: number;
}

/** An ended session with a failure, joined through ConnectionFailureCategory. */
export interface FailedSession {
  readonly sessionKey: string;
  readonly at: Instant;
  readonly userKey: string | null;
  readonly machineKey: string;
  /** Id of the row of ConnectionFailureCategory, its code and its category. */
  readonly categoryId: number;
  readonly code: number | null;
  readonly category: number | null;
}

/** What this site's own logons take. */
export interface LogonPace {
  /** The longest logon of the past week, the longest thousandth left out; null where too few are known. */
  readonly longestMs: number | null;
  readonly medianMs: number | null;
  /** Of how many logons. */
  readonly logons: number;
  readonly readAt: Instant | null;
  /** Logons that began around one instant (ten minutes to either side) and what became of them. */
  around(at: Instant): LogonPeers;
}

export interface LogonPeers {
  readonly finished: number;
  readonly unfinished: number;
  readonly medianMs: number | null;
  readonly longestMs: number | null;
}

export interface SessionFacts {
  /** Site time of the read that these facts come from. */
  readonly now: Instant;
  readonly session: Session;
  readonly machine: Machine | null;
  readonly group: DeliveryGroup | null;
  readonly server: ServerWord | null;
  readonly serverReach: ServerReach;
  readonly broker: BrokerWord | null;
  readonly sources: Readonly<Record<"monitor" | "broker" | "sdk", SourceState>>;
  readonly pace: LogonPace;
  /** All sessions that the site believes in on this machine, this one included. */
  readonly onMachine: readonly Session[];
  /** All sessions of the same person, this one included; empty where nobody is known. */
  readonly ofUser: readonly Session[];
  /** Failed launches of this person since the session came into its state, oldest first. */
  readonly failedLaunches: readonly FailedLaunch[];
  /** What ends the session once it is disconnected. */
  readonly disconnectedLimit: Limit;
  readonly settings: GhostSettings;
}

export interface MachineFacts {
  readonly now: Instant;
  readonly machine: Machine;
  /** Ended sessions with a failure on this machine, any category, within the window, oldest first. */
  readonly failures: readonly FailedSession[];
  readonly sources: Readonly<Record<"monitor" | "broker" | "sdk", SourceState>>;
  readonly settings: GhostSettings;
}
