import type { Finding } from "./finding";
import type { Incident } from "./incident";

/** Findings and incidents made up for tests. Times are relative to {@link NOON}. */

export const NOON = Date.parse("2026-03-11T12:00:00.000Z");

const MINUTE = 60_000;

/** A nameless session on SRV0001, eleven minutes old, that a second read confirms. */
export function aFinding(facts: Partial<Finding> = {}): Finding {
  return {
    subject: { kind: "session", key: "00000001-0000-4000-8000-000000000001" },
    class: "nameless",
    since: NOON - 11 * MINUTE,
    graceMs: 10 * MINUTE,
    confidence: "likely",
    confirmedBy: "second-read",
    next: "restart-agent",
    evidence: [
      { field: "user", value: { kind: "none" }, stance: "agrees", source: "monitor", saidAt: null },
      { field: "age", value: { kind: "duration", ms: 11 * MINUTE }, stance: "agrees", source: "monitor", saidAt: null },
    ],
    hurt: { launches: 0, lastAt: null },
    user: null,
    userKey: null,
    userSource: "none",
    userFullName: null,
    machine: "SRV0001",
    machineKey: "00000002-0000-4000-8000-000000000001",
    deliveryGroup: "Shared desktops",
    deliveryGroupKey: "00000003-0000-4000-8000-000000000001",
    sessionSupport: "MultiSession",
    ...facts,
  };
}

/** A suspect of the finding above, first seen at noon; `number` makes its id. */
export function anIncident(number: number, facts: Partial<Incident> = {}): Incident {
  const { confirmedBy, ...finding } = aFinding();
  return {
    ...finding,
    id: `00000009-0000-4000-8000-${number.toString(16).padStart(12, "0")}`,
    state: "suspect",
    firstSeenAt: NOON,
    lastSeenAt: NOON,
    suspectedAt: NOON,
    confirmedBy,
    confirmedAt: null,
    firstActionAt: null,
    clearedAt: null,
    outcome: null,
    returns: 0,
    resting: null,
    taken: null,
    dismissed: null,
    ...facts,
  };
}
