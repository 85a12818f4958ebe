import { aSession, BEGAN, HOUR, MINUTE } from "../ghost/facts.fixture";
import type { Instant, Session } from "../site";
import type { GroupLimits, MachineTimer, MachineTimers, PowerPolicy, PowerRule, Standby, TimerBook } from "./limits";

/** Sessions and limits made up for the tests of deadlines. */

export const READ_AT: Instant = BEGAN + 2 * HOUR;

/** On a server, used for an hour. */
export const WORKING = aSession({ appState: "Desktop", appSince: BEGAN + MINUTE });
export const IDLE: Partial<Session> = { idleSince: BEGAN + HOUR };
export const DISCONNECTED: Partial<Session> = { state: "Disconnected", since: BEGAN + HOUR };
export const PRE_LAUNCHED: Partial<Session> = {
  ...{ sessionType: "Application", appState: "PreLaunched", appSince: BEGAN + MINUTE },
};
export const LINGERING: Partial<Session> = {
  ...{ sessionType: "Application", appState: "Lingering", appSince: BEGAN + HOUR },
};
export const ON_A_DESKTOP: Partial<Session> = { sessionSupport: "SingleSession" };

export function session(...facts: readonly Partial<Session>[]): Session {
  return Object.assign({ ...WORKING }, ...facts);
}

export const NO_ACTION: PowerRule = {
  disconnectMs: 0,
  disconnectAction: "Nothing",
  extendedDisconnectMs: 0,
  extendedDisconnectAction: "Nothing",
};

export function standby(kind: Standby["kind"], setting: Partial<Standby> = {}): Standby {
  return {
    kind,
    groupKey: "group-1",
    enabled: true,
    disconnectMs: 15 * MINUTE,
    terminateMs: 2 * HOUR,
    averageLoadMost: 0,
    machineLoadMost: 0,
    users: null,
    ...setting,
  };
}

export function power(policy: Partial<PowerPolicy> = {}): PowerPolicy {
  return { groupKey: "group-1", peak: NO_ACTION, offPeak: NO_ACTION, peakHours: null, timeZone: null, ...policy };
}

interface Said {
  readonly machine?: readonly MachineTimer[] | null;
  readonly endsAtLimit?: boolean;
  readonly standby?: readonly Standby[];
  readonly power?: readonly PowerPolicy[];
  /** False: the SDK was never heard. */
  readonly groups?: boolean;
}

/** What was read: `machine` null is a machine that was never asked. */
export function book({ machine = [], endsAtLimit = false, groups = true, ...settings }: Said = {}): TimerBook {
  const said: MachineTimers | undefined =
    machine === null ? undefined : { key: "machine-1", readAt: READ_AT, timers: machine, endsAtLimit };
  const limits: GroupLimits = { readAt: READ_AT, standby: [], power: [power()], ...settings };
  return {
    groups: groups ? limits : null,
    machinesRead: said ? 1 : 0,
    machine: (key) => (key === "machine-1" ? said : undefined),
  };
}

export const policy = (timer: MachineTimer["timer"], ms: number): MachineTimer => ({
  ...{ timer, ms, source: "rds-group-policy" },
});
export const listener = (timer: MachineTimer["timer"], ms: number): MachineTimer => ({
  ...{ timer, ms, source: "rds-listener" },
});
export const citrix = (timer: MachineTimer["timer"], ms: number): MachineTimer => ({
  ...{ timer, ms, source: "citrix-policy" },
});
