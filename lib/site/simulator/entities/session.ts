import type { Instant } from "@/lib/domain/site";
import type { AppState, ConnectionMode, SessionState } from "@/lib/domain/states";
import type { ScenarioName } from "../catalogue";
import type { Connection, Protocol, RunningApplication } from "./connection";
import type { Timers } from "./timers";

export interface WindowsSession {
  readonly id: number;
  /** DOMAIN\account; null before anybody logged on in it. */
  user: string | null;
  state: "Active" | "Connected" | "Disconnected";
}

/** One brokering attempt, as the broker logs it for 48 hours. */
export interface ConnectionLogEntry {
  readonly id: number;
  readonly workerUid: number;
  readonly brokeredAt: Instant;
  readonly personId: number | null;
  establishedAt: Instant | null;
  endedAt: Instant | null;
  /** 0 established; null still in progress. */
  failure: number | null;
  disconnected: boolean | null;
}

export interface LogonDelays {
  readonly authentication: number;
  readonly profile: number;
}

/** What is wrong with a session, where something is: set by scenarios, obeyed by the session's life. */
export type Breakage = "nameless" | "gone" | "hung" | "stuck";

export interface Session {
  readonly kind: "session";
  readonly id: string;
  /** Uid of the broker; also the order in which sessions came to be. */
  readonly uid: number;
  readonly machineId: string;
  readonly groupId: string;
  readonly desktop: boolean;
  readonly anonymous: boolean;
  readonly mode: ConnectionMode;
  readonly protocol: Protocol;
  /** Who asked for the launch; null where the broker was not asked. */
  readonly brokeredFor: number | null;
  /** Started ahead of need, without an application. */
  readonly prelaunched: boolean;
  /** The verified user; null until the logon has come so far. */
  personId: number | null;
  untrustedUser: string | null;
  /** False while only the broker knows of it: launched, but no client connected yet. */
  established: boolean;
  /** Brokered and not through its logon yet: counts against the concurrent logons tolerance. */
  pending: boolean;
  state: SessionState;
  stateSince: Instant;
  appState: AppState;
  appStateSince: Instant;
  hidden: boolean;
  /** The row still lacks values that the Monitor service will fill in. */
  unresolved: boolean;
  start: Instant;
  end: Instant | null;
  exitCode: number | null;
  logOnMs: number | null;
  logOnTime: Instant | null;
  failure: { readonly at: Instant; readonly categoryId: number } | null;
  idleSince: Instant | null;
  connection: Connection | null;
  log: ConnectionLogEntry | null;
  applications: RunningApplication[];
  /** The server's own word: null where no such Windows session exists. */
  windows: WindowsSession | null;
  broken: Breakage | null;
  /** The scenario that this session takes part in. */
  readonly cause: ScenarioName | null;
  /** Milliseconds that this logon takes longer than usual. */
  readonly delays: LogonDelays;
  modified: Instant;
  /** A log-off was begun on its server; it may never end. */
  loggingOff?: boolean;
  /** What was last shown in it. */
  message?: { readonly title: string; readonly text: string; readonly at: Instant };
  /** Milliseconds that its timers had left when its machine was suspended. */
  frozen?: Partial<Record<SessionTimer, number>>;
  timers: Timers<SessionTimer>;
}
export type SessionTimer =
  | "establish"
  | "authenticate"
  | "profile"
  | "logOnEnd"
  | "resolve"
  | "idle"
  | "resume"
  | "lunch"
  | "leave"
  | "application"
  | "drop"
  | "reconnect"
  | "autoReconnect"
  | "idleLimit"
  | "disconnectedLimit"
  | "standbyDisconnect"
  | "standbyTerminate"
  | "powerPolicy"
  | "gone"
  | "logOff"
  | "disconnectAsked"
  | "fails";
