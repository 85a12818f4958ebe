import type { Session } from "../site";
import {
  claim,
  graceClaims,
  launchClaims,
  machineClaims,
  offClaims,
  sdkClaim,
  serverClaims,
  stateClaims,
  whoClaims,
} from "./claims";
import type { Confidence, NextStep } from "./classes";
import { type Claim, instant, text, unknown } from "./evidence";
import type { BrokerSessionRow, ServerWord, SessionFacts, WindowsSession } from "./facts";
import type { Judgement } from "./finding";
import { type Grace, logonGrace, whileFilledIn } from "./grace";
import { firstRung, ruledOutByPlace } from "./ladder";
import { hasLoggedOn, isConnecting, isNamed } from "./logon";
import { cannotTell, clear, ghost } from "./outcome";
import { offSince, registrationPause } from "./place";
import { findUnnamed, validWord } from "./server-list";

/**
 * Nameless: a session without a verified user that stays Connected. The controller heard of a connection and never of a finished
 * logon; it counts as pending. https://support.citrix.com/s/article/CTX239314
 */

/** The broker's rows and the Monitor's write the same start within this. */
const SAME_START_MS = 2_000;

function isCandidate(session: Session): boolean {
  if (isNamed(session) || session.anonymous === true) return false;
  // A local administrator who disconnected stays without a user as well, but the broker was never asked for that session.
  const brokeOff = session.state === "Disconnected" && session.brokeredAt !== null && !hasLoggedOn(session);
  return isConnecting(session) || brokeOff;
}

/** The broker's own row of this session, where its start tells which one it is. */
function brokerRow({ broker, session }: SessionFacts): BrokerSessionRow | undefined {
  if (!broker || broker.readAt < session.since || session.startedAt === null) return undefined;
  const start = session.startedAt;
  const same = broker.sessions.filter(({ startedAt }) => Math.abs((startedAt ?? 0) - start) <= SAME_START_MS);
  return same.length === 1 ? same[0] : undefined;
}

/** A client is or was there, so a server that lists nothing for it has nothing that could finish. */
function isGoneBy(word: ServerWord | null, windows: WindowsSession | undefined, { state }: Session): boolean {
  return word !== null && windows === undefined && (state === "Connected" || state === "Disconnected");
}

/** A Windows session that may belong to it may still be logging on, so it gets a hung logon's grace. */
function graceOf(facts: SessionFacts, windows: WindowsSession | undefined, isGone: boolean): Grace {
  const { session, settings } = facts;
  const floor = Math.max(
    settings.namelessGraceMinutes,
    windows ? settings.hungLogonGraceMinutes : 0,
    hasLoggedOn(session) ? settings.reconnectGraceMinutes : 0,
  );
  const grace = logonGrace(facts, floor, session.since);
  return isGone ? { ...grace, ms: floor * 60_000, raisedBy: null } : grace;
}

function confidenceOf(facts: SessionFacts, isGone: boolean, windows: WindowsSession | undefined): Confidence {
  const { session, machine } = facts;
  if (isGone) return "sure";
  const isOdd = session.state === "Unknown" || session.state === "Disconnected" || hasLoggedOn(session);
  const isAway = machine !== null && machine.registration !== "Registered";
  return isOdd || isAway || session.unresolved || windows?.state === "Active" ? "possible" : "likely";
}

function evidenceOf(facts: SessionFacts, grace: Grace, windows: WindowsSession | undefined): Claim[] {
  const { session } = facts;
  const { anonymous, brokeredAt, logOnEndedAt } = session;
  const listed = windows ? `${windows.user ?? "nobody"}, ${windows.state}` : null;
  return [
    ...whoClaims(session),
    claim("anonymous", anonymous === null ? unknown : text("no"), anonymous === null ? "silent" : "agrees"),
    ...stateClaims(session),
    claim("brokered", instant(brokeredAt), session.state === "Disconnected" ? "agrees" : "silent"),
    claim("logOnEnded", instant(logOnEndedAt), hasLoggedOn(session) ? "disagrees" : "agrees"),
    ...serverClaims(facts, listed, windows ? "silent" : "agrees"),
    brokerClaim(facts),
    ...offClaims(facts),
    ...machineClaims(facts),
    sdkClaim("connectionMode", session.connectionMode),
    claim("protocol", text(session.protocol), "silent"),
    ...launchClaims(facts),
    ...graceClaims(grace, facts),
  ];
}

/** The broker's own row names nobody either; a broker that cannot be heard, or has no such row, says nothing. */
function brokerClaim(facts: SessionFacts): Claim {
  const saidAt = facts.broker?.readAt ?? null;
  if (!brokerRow(facts)) return claim("brokerSession", unknown, "silent", "broker", saidAt);
  return claim("brokerSession", text("nameless"), "agrees", "broker", saidAt);
}

/** What has to be waited for, and who would have to be heard; null where nothing is in the way. */
function tooEarly(facts: SessionFacts, usual: Grace, grace: Grace, isOff: boolean): Judgement | null {
  const { session, now, broker, sources } = facts;
  const [usualDue, due] = [session.since + usual.ms, session.since + grace.ms];
  if (now < usualDue) return clear("logon-in-progress", usualDue);
  if (now < due) return cannotTell("row-incomplete", due);
  const pause = isOff ? null : registrationPause(facts, session.since);
  if (pause !== null) return cannotTell("machine-not-registered", pause);
  return !broker && sources.broker === "lost" ? cannotTell("source-lost") : null;
}

export function judgeNameless(facts: SessionFacts): Judgement {
  const { session, machine } = facts;
  if (session.anonymous === true) return clear("anonymous");
  if (!isCandidate(session)) return clear("recovered");
  if (brokerRow(facts)?.named) return clear("broker-disagrees");
  const word = validWord(facts);
  const windows = word ? findUnnamed(word, session, facts.onMachine) : undefined;
  const isOff = offSince(facts) !== null;
  const isGone = isOff || isGoneBy(word, windows, session);
  const usual = graceOf(facts, windows, isGone);
  const grace = isGone ? usual : whileFilledIn(usual, session);
  const wait = tooEarly(facts, usual, grace, isOff);
  if (wait) return wait;
  const unheard: NextStep[] = word && !windows ? ["log-off"] : [];
  return ghost(facts, {
    class: "nameless",
    since: session.since,
    graceMs: grace.ms,
    confidence: confidenceOf(facts, isGone, windows),
    confirmedBy: facts.serverReach === "waiting" && machine !== null && !isOff ? "server" : "second-read",
    next: firstRung("nameless", [...unheard, ...ruledOutByPlace(facts)]),
    evidence: evidenceOf(facts, grace, windows),
  });
}
