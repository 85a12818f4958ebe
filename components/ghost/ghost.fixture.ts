import type { ClaimRow } from "@/lib/api/contract/ghosts";
import type { Ghost } from "./ghost-sentence";

/** A ghost as the API sends it, made up for tests: nameless for 23 minutes at {@link NOW}. */

export const NOW = Date.parse("2026-11-21T12:23:00.000Z");

export function aClaim(field: ClaimRow["field"], value: ClaimRow["value"], facts: Partial<ClaimRow> = {}): ClaimRow {
  return { field, value, stance: "agrees", source: "monitor", saidAt: "2026-11-21T12:22:50.000Z", ...facts };
}

export function aGhost(facts: Partial<Ghost> = {}): Ghost {
  return {
    id: "g1",
    subject: "session",
    sessionKey: "s1",
    class: "nameless",
    state: "confirmed",
    confidence: "likely",
    since: "2026-11-21T12:00:00.000Z",
    graceMs: 600_000,
    firstSeenAt: "2026-11-21T12:10:00.000Z",
    confirmedAt: "2026-11-21T12:10:12.000Z",
    firstActionAt: null,
    clearedAt: null,
    outcome: null,
    returns: 0,
    user: null,
    userKey: null,
    userFullName: null,
    userSource: "none",
    machine: "CTX-APP-017",
    machineKey: "m17",
    deliveryGroup: "Office",
    sessionSupport: "MultiSession",
    takenBy: null,
    takenAt: null,
    failedLaunches: 0,
    next: "restart-agent",
    lastSeenAt: "2026-11-21T12:22:50.000Z",
    dismissed: null,
    lastFailedLaunchAt: null,
    evidence: [],
    history: [],
    othersOnMachine: 14,
    ...facts,
  };
}
