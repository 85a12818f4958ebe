import type { ReplayLimits, SessionTrace, Span } from "../what-if";

/** Sessions of the past for tests, by minutes after midnight. */

export const MIDNIGHT = Date.parse("2026-03-11T00:00:00.000Z");
export const MINUTE = 60_000;
export const at = (minute: number) => MIDNIGHT + minute * MINUTE;

export const spans = (...minutes: readonly (readonly [number, number | null])[]): Span[] =>
  minutes.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) }));

let made = 0;

/** A desktop of user A, connected all the time, unless said; its logon took 30 seconds. */
export function aTrace(from: number, to: number | null, facts: Partial<SessionTrace> = {}): SessionTrace {
  made += 1;
  return {
    sessionKey: `session-${made}`,
    userKey: "A",
    isApplication: false,
    startedAt: at(from),
    endedAt: to === null ? null : at(to),
    readyAt: at(from),
    seenAt: at(to ?? from),
    logonMs: 30_000,
    connected: spans([from, to]),
    working: [],
    ...facts,
  };
}

const OFF: ReplayLimits = {
  disconnected: 0,
  "pre-launch-disconnect": 0,
  "pre-launch-terminate": 0,
  "linger-disconnect": 0,
  "linger-terminate": 0,
};

/** Limits in minutes; what is not named is off. */
export function limits(minutes: Partial<ReplayLimits> = {}): ReplayLimits {
  const given = Object.entries(minutes).map(([timer, each]) => [timer, each === null ? null : each * MINUTE]);
  return { ...OFF, ...Object.fromEntries(given) };
}
