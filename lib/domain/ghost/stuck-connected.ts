import {
  claim,
  graceClaims,
  launchClaims,
  machineClaims,
  sdkClaim,
  serverClaims,
  stateClaims,
  whoClaims,
} from "./claims";
import type { Confidence } from "./classes";
import { type Claim, duration, instant, text } from "./evidence";
import type { SessionFacts } from "./facts";
import type { Judgement } from "./finding";
import { type Grace, logonGrace, whileFilledIn } from "./grace";
import { firstRung, ruledOutByPlace } from "./ladder";
import { hasLoggedOn } from "./logon";
import { cannotTell, clear, ghost } from "./outcome";
import { registrationPause } from "./place";
import { listsLogon, validWord } from "./server-list";

/**
 * Stuck connected: on a single-session machine the usual states are Active and Disconnected; one that stays Connected for more than
 * five minutes never became a desktop (github andysimmons/vdi-utils, Stop-GhostSessions.ps1).
 */

/** A client that lost its network may hold the state Connected; a logon that runs gets a logon's time. */
function graceOf(facts: SessionFacts): Grace {
  const { session, settings } = facts;
  const { stuckConnectedGraceMinutes, hungLogonGraceMinutes, reconnectGraceMinutes } = settings;
  if (hasLoggedOn(session)) {
    const ms = Math.max(stuckConnectedGraceMinutes, reconnectGraceMinutes) * 60_000;
    return { ms, raisedBy: null, peers: facts.pace.around(session.since) };
  }
  const isLoggingOn = session.logOnStartedAt !== null;
  const floor = isLoggingOn ? Math.max(stuckConnectedGraceMinutes, hungLogonGraceMinutes) : stuckConnectedGraceMinutes;
  return logonGrace(facts, floor, session.since);
}

function evidenceOf(facts: SessionFacts, grace: Grace, listed: boolean | null): Claim[] {
  const { session, machine } = facts;
  return [
    claim("sessionStarted", instant(session.startedAt), "agrees"),
    ...stateClaims(session),
    ...whoClaims(session),
    claim("logOnStarted", instant(session.logOnStartedAt), "silent"),
    claim("logOnEnded", instant(session.logOnEndedAt), session.logOnEndedAt === null ? "agrees" : "silent"),
    sdkClaim("appState", session.appState),
    ...serverClaims(facts, listed ? (session.user ?? "somebody") : null, listed ? "silent" : "agrees"),
    ...(machine ? [claim("machinePower", text(machine.power), "silent")] : []),
    ...machineClaims(facts),
    ...launchClaims(facts),
    ...(hasLoggedOn(session) ? [claim("grace", duration(grace.ms), "agrees", "settings")] : graceClaims(grace, facts)),
  ];
}

export function judgeStuckConnected(facts: SessionFacts): Judgement {
  const { session, now, serverReach } = facts;
  if (session.sessionSupport !== "SingleSession" || session.state !== "Connected") return clear("recovered");
  if (session.anonymous === true) return clear("anonymous");
  const usual = graceOf(facts);
  const due = session.since + usual.ms;
  if (now < due) return clear(hasLoggedOn(session) ? "reconnecting" : "logon-in-progress", due);
  const grace = whileFilledIn(usual, session);
  if (now < session.since + grace.ms) return cannotTell("row-incomplete", session.since + grace.ms);
  const pause = registrationPause(facts, session.since);
  if (pause !== null) return cannotTell("machine-not-registered", pause);
  const word = validWord(facts);
  const listed = word ? listsLogon(word, session, facts.onMachine) : null;
  const confidence: Confidence = listed === false ? "sure" : hasLoggedOn(session) ? "possible" : "likely";
  return ghost(facts, {
    class: "stuck-connected",
    since: session.since,
    graceMs: grace.ms,
    confidence,
    confirmedBy: serverReach === "waiting" && session.machineKey !== null ? "server" : "second-read",
    next: firstRung("stuck-connected", [...(listed === false ? ["log-off" as const] : []), ...ruledOutByPlace(facts)]),
    evidence: evidenceOf(facts, grace, listed),
  });
}
