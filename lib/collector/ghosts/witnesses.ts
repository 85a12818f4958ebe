import type {
  BrokerWord,
  FailedLaunch,
  FailedSession,
  LogonPace,
  ServerReach,
  ServerWord,
} from "@/lib/domain/ghost/facts";
import type { Limit } from "@/lib/domain/session/limits";
import type { DeliveryGroup, Instant, Machine, Session } from "@/lib/domain/site";

/** What the detector stands on: the site's records, and witnesses beside them. */

/** Records as they are now, composed on demand. */
export interface SiteRecords {
  session(key: string): Session | undefined;
  machine(key: string): Machine | undefined;
  group(key: string): DeliveryGroup | undefined;
}

export interface ServerWitness {
  word(machineKey: string): ServerWord | null;
  reach(machineKey: string): ServerReach;
  /** Machines that answered, or failed to, since this was last called. */
  answered(): ReadonlySet<string>;
}

export interface BrokerSessionsWitness {
  word(machineKey: string): BrokerWord | null;
  /** Machines whose rows were read since this was last called. */
  answered(): ReadonlySet<string>;
}

export interface FailureWitness {
  /** Failed launches of a person after `since`, oldest first. */
  launchesOf(userKey: string, since: Instant): readonly FailedLaunch[];
  /** Ended sessions with a failure on a machine after `since`, oldest first. */
  ofMachine(machineKey: string, since: Instant): readonly FailedSession[];
  /** Machines and people with something new since this was last called. */
  machinesChanged(): ReadonlySet<string>;
  usersChanged(): ReadonlySet<string>;
}

export interface PaceWitness extends LogonPace {
  note(session: Session): void;
  forget(key: string): void;
}

export interface Witnesses {
  readonly server: ServerWitness;
  readonly broker: BrokerSessionsWitness;
  readonly failures: FailureWitness;
  readonly pace: PaceWitness;
  /** What ends a session once it is disconnected, by what its machine says. */
  limits(session: Session): Limit;
}

/** Where no machine can be asked for its limits. */
export const noLimits = (): Limit => ({ kind: "unknown", timer: "disconnected" });
