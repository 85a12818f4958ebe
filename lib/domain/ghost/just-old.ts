import type { Limit } from "../session/limits";
import type { Instant } from "../site";
import { claim, launchClaims, sdkClaim, stateClaims, whoClaims } from "./claims";
import { type Claim, duration } from "./evidence";
import type { SessionFacts } from "./facts";
import type { Judgement } from "./finding";
import { firstRung } from "./ladder";
import { isNamed, isStandby } from "./logon";
import { clear, ghost } from "./outcome";

/** A timer ends a session some minutes late, and the tables hear of it later still. */
const LATE_MS = 15 * 60_000;

/**
 * Just old: disconnected beyond its limit. It may hold real, unattended work, so the first step is to wait (the health check's third
 * test, github sacha81/XA-and-XD-HealthCheck). Where the machine's own limit was read, that one counts, else the setting.
 */
export function judgeJustOld(facts: SessionFacts): Judgement {
  const { session, now } = facts;
  if (!isNamed(session) || session.state !== "Disconnected") return clear("recovered");
  if (isStandby(session)) return clear("standby");
  const { limitMs, lateMs, limit } = limitOf(facts);
  const due = session.since + limitMs + lateMs;
  if (now < due) return clear("within-limit", due);
  return ghost(facts, {
    class: "just-old",
    since: due,
    graceMs: limitMs + lateMs,
    confidence: "possible",
    confirmedBy: "second-read",
    next: firstRung("just-old", []),
    evidence: [
      ...whoClaims(session),
      ...stateClaims(session),
      limit,
      sdkClaim("appState", session.appState),
      ...launchClaims(facts),
    ],
  });
}

function limitOf({ disconnectedLimit, settings }: SessionFacts): { limitMs: number; lateMs: number; limit: Claim } {
  const usualMs = settings.justOldHours * 3_600_000;
  const said = (limitMs: number, lateMs: number, source: "server" | "settings", saidAt: Instant | null) => ({
    ...{ limitMs, lateMs },
    limit: claim("limit", duration(limitMs), "agrees", source, saidAt),
  });
  return isSet(disconnectedLimit)
    ? said(disconnectedLimit.ms, LATE_MS, "server", disconnectedLimit.readAt)
    : said(usualMs, 0, "settings", null);
}

/** A limit that is off ends nothing: what is old without one is old by the setting. */
function isSet(limit: Limit): limit is Extract<Limit, { kind: "set" }> {
  return limit.kind === "set";
}
