import type { Session } from "../site";
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
import { type Claim, count, instant } from "./evidence";
import type { SessionFacts } from "./facts";
import type { Judgement } from "./finding";
import { type Grace, logonGrace } from "./grace";
import { firstRung, ruledOutByPlace } from "./ladder";
import { hasLoggedOn, isConnecting, isNamed, logOnBegan } from "./logon";
import { cannotTell, clear, ghost } from "./outcome";
import { registrationPause } from "./place";
import { listsLogon, validWord } from "./server-list";

/**
 * Hung logon: the site knows who it is, the logon began and never ends. AppState PreLogon for more than twenty minutes
 * (github mtponcho/PSScriptsWin, FindHung.ps1; the health check's second test says ten); a profile alone may take twelve.
 */

/** Application states that exist only after a logon. */
const AFTER_LOGON = new Set(["PreLaunched", "Active", "Desktop", "Lingering", "NoApps"]);

/**
 * On a single-session machine a session may be Active while its logon still runs; on a server an Active session without the end of
 * its logon is more often a gap in the data, so there the SDK has to say PreLogon.
 */
function isLoggingOn(session: Session): boolean {
  if (hasLoggedOn(session) || session.applications.length > 0) return false;
  // What stays Connected on a single-session machine is stuck there, however its logon began.
  if (session.sessionSupport === "SingleSession" && session.state === "Connected") return false;
  if (isConnecting(session)) return true;
  if (session.state !== "Active") return false;
  const began = session.logOnStartedAt !== null && session.sessionSupport === "SingleSession";
  return session.appState === "PreLogon" || began;
}

function evidenceOf(facts: SessionFacts, grace: Grace, listed: boolean | null): Claim[] {
  const { session } = facts;
  return [
    ...whoClaims(session),
    ...stateClaims(session),
    claim("logOnStarted", instant(session.logOnStartedAt), session.logOnStartedAt === null ? "silent" : "agrees"),
    claim("logOnEnded", { kind: "none" }),
    sdkClaim("appState", session.appState),
    ...(session.sessionType === "Application" ? [claim("applications", count(0), "agrees")] : []),
    ...serverClaims(facts, listed ? session.user : null, listed ? "silent" : "agrees"),
    ...machineClaims(facts),
    ...launchClaims(facts),
    ...graceClaims(grace, facts),
  ];
}

function confidenceOf({ session, machine }: SessionFacts, listed: boolean | null): Confidence {
  if (listed === false || session.appState === "PreLogon") return "sure";
  const isWeak = session.logOnStartedAt === null || machine?.registration !== "Registered";
  return isWeak ? "possible" : "likely";
}

export function judgeHungLogon(facts: SessionFacts): Judgement {
  const { session, now, sources, settings, serverReach } = facts;
  if (!isNamed(session) || session.anonymous === true) return clear("recovered");
  if (session.appState !== null && AFTER_LOGON.has(session.appState)) return clear("recovered");
  if (!isLoggingOn(session)) return clear("recovered");
  const began = logOnBegan(session);
  const grace = logonGrace(facts, settings.hungLogonGraceMinutes, began);
  const due = began + grace.ms;
  if (now < due) return clear("logon-in-progress", due);
  // Only the SDK could say that this logon finished after all; while it is lost, a session that it never spoke of stays undecided.
  if (session.appState === null && sources.sdk === "lost") return cannotTell("source-lost");
  const pause = registrationPause(facts, began);
  if (pause !== null) return cannotTell("machine-not-registered", pause);
  const word = validWord(facts);
  const listed = word ? listsLogon(word, session, facts.onMachine) : null;
  return ghost(facts, {
    class: "hung-logon",
    since: began,
    graceMs: grace.ms,
    confidence: confidenceOf(facts, listed),
    confirmedBy: serverReach === "waiting" && session.machineKey !== null ? "server" : "second-read",
    next: firstRung("hung-logon", [...(listed === false ? ["log-off" as const] : []), ...ruledOutByPlace(facts)]),
    evidence: evidenceOf(facts, grace, listed),
  });
}
