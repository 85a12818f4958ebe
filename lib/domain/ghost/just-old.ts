import { claim, launchClaims, sdkClaim, stateClaims, whoClaims } from "./claims";
import { duration } from "./evidence";
import type { SessionFacts } from "./facts";
import type { Judgement } from "./finding";
import { firstRung } from "./ladder";
import { isNamed, isStandby } from "./logon";
import { clear, ghost } from "./outcome";

/**
 * Just old: disconnected beyond its limit. It may hold real, unattended work, so the first step is to wait (the health check's third
 * test, github sacha81/XA-and-XD-HealthCheck).
 */
export function judgeJustOld(facts: SessionFacts): Judgement {
  const { session, now, settings } = facts;
  if (!isNamed(session) || session.state !== "Disconnected") return clear("recovered");
  if (isStandby(session)) return clear("standby");
  const limitMs = settings.justOldHours * 3_600_000;
  const due = session.since + limitMs;
  if (now < due) return clear("within-limit", due);
  return ghost(facts, {
    class: "just-old",
    since: due,
    graceMs: limitMs,
    confidence: "possible",
    confirmedBy: "second-read",
    next: firstRung("just-old", []),
    evidence: [
      ...whoClaims(session),
      ...stateClaims(session),
      claim("limit", duration(limitMs), "agrees", "settings"),
      sdkClaim("appState", session.appState),
      ...launchClaims(facts),
    ],
  });
}
