import type { Instant } from "../site";
import { claim } from "./claims";
import { type Claim, count, duration, instant, text } from "./evidence";
import type { FailedSession, MachineFacts } from "./facts";
import type { Judgement } from "./finding";
import { firstRung } from "./ladder";
import { clear } from "./outcome";

/**
 * Failure trace: sessions on one machine that ended with a listed failure. The server is sick
 * (github armentpau/Clear-XenDesktopPhantomSessions; its FailureId 11 is a row of ConnectionFailureCategory, not a code). One row
 * proves little, so several are asked for; it raises the server's score and never acts.
 */

function evidenceOf(traces: readonly FailedSession[], users: number, { settings }: MachineFacts): Claim[] {
  const last = traces.at(-1);
  if (!last) return [];
  const code = last.code === null ? "code unknown" : `code ${last.code}`;
  const category = last.category === null ? "category unknown" : `category ${last.category}`;
  return [
    claim("failureCategory", text(`row ${last.categoryId}, ${code}, ${category}`)),
    claim("failureCount", count(traces.length)),
    claim("failureUsers", count(users), users > 1 ? "agrees" : "silent"),
    claim("lastFailure", instant(last.at)),
    claim("grace", duration(settings.failureTraceWindowMinutes * 60_000), "agrees", "settings"),
  ];
}

/** When the oldest of the traces that are needed leaves the window. */
function leavesAt(traces: readonly FailedSession[], needed: number, windowMs: number): Instant | null {
  const oldest = traces.at(-needed);
  return oldest ? oldest.at + windowMs : null;
}

export function judgeFailureTrace(facts: MachineFacts): Judgement {
  const { machine, failures, now, settings, sources } = facts;
  const windowMs = settings.failureTraceWindowMinutes * 60_000;
  const needed = settings.failureTraceCount;
  const traces = failures.filter(
    ({ at, categoryId }) => at > now - windowMs && at <= now && settings.failureCategoryIds.includes(categoryId),
  );
  const [first] = traces;
  if (!first || traces.length < needed) return clear(traces.length === 0 ? "ended" : "within-limit");
  const users = new Set(traces.map(({ userKey, sessionKey }) => userKey ?? sessionKey)).size;
  const { key, name, deliveryGroup, deliveryGroupKey, sessionSupport } = machine;
  return {
    kind: "ghost",
    recheckAt: leavesAt(traces, needed, windowMs),
    finding: {
      subject: { kind: "machine", key },
      class: "failure-trace",
      user: null,
      userKey: null,
      userSource: "none",
      userFullName: null,
      machine: name,
      machineKey: key,
      deliveryGroup,
      deliveryGroupKey,
      sessionSupport,
      since: first.at,
      graceMs: 0,
      confidence: users > 1 ? "likely" : "possible",
      confirmedBy: sources.monitor === "lost" ? "never" : "second-read",
      next: firstRung("failure-trace", []),
      evidence: evidenceOf(traces, users, facts),
      hurt: { launches: traces.length, lastAt: traces.at(-1)?.at ?? null },
    },
  };
}
