import type { Instant, Session } from "../site";
import { claim, launchClaims, offClaims, sdkClaim, serverClaims, stateClaims, whoClaims } from "./claims";
import { type Claim, count, instant, text } from "./evidence";
import type { ServerWord, SessionFacts } from "./facts";
import type { Judgement } from "./finding";
import { firstRung, ruledOutByPlace } from "./ladder";
import { hasLoggedOn, isConnecting, isNamed, isStandby } from "./logon";
import { cannotTell, clear, ghost } from "./outcome";
import { launchesHere, offSince, startedAfter } from "./place";
import { listsNamed, validWord } from "./server-list";

/**
 * Named and gone: the site lists a session of a verified user that no server has any more
 * (https://guyrleech.wordpress.com/2018/05/31/ghost-hunting-in-xenapp-7-x/). Only the server can say so, or tables that prove it:
 * a session older than its machine's last start, or on a machine that is off.
 */

/** A session that ended between two reads is still listed for some seconds: the tables must repeat it after the server's word. */
const WORD_GRACE_MS = 10_000;

interface Proof {
  readonly at: Instant;
  readonly claims: readonly Claim[];
}

/** What the tables prove without any witness. */
function proofOf(facts: SessionFacts): Proof | null {
  const off = offSince(facts);
  if (off !== null) return { at: off, claims: offClaims(facts) };
  const started = startedAfter(facts);
  if (started === null) return null;
  return { at: started, claims: [claim("machineStarted", instant(started))] };
}

/** A later session of the same person in the same delivery group elsewhere: this one was not found again. */
function newerSession({ ofUser, session, group }: SessionFacts): Session | undefined {
  if (group?.sessionSupport !== "MultiSession" || session.state !== "Disconnected") return undefined;
  const newer = ofUser.filter(
    (each) =>
      each.key !== session.key &&
      each.deliveryGroupKey === session.deliveryGroupKey &&
      each.machineKey !== session.machineKey &&
      (each.startedAt ?? 0) > session.since,
  );
  return newer.sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0) || (a.key < b.key ? -1 : 1))[0];
}

function commonClaims(facts: SessionFacts): Claim[] {
  const { session } = facts;
  return [
    ...whoClaims(session),
    ...stateClaims(session),
    claim("sessionStarted", instant(session.startedAt), "silent"),
    // Whatever ran in it, a session that is gone has none of it any more: this is told, and decides nothing.
    { ...sdkClaim("appState", session.appState), stance: "silent" },
    ...(session.sessionType === "Application"
      ? [claim("applications", count(session.applications.length), "silent")]
      : []),
    ...launchClaims(facts),
  ];
}

function gone(facts: SessionFacts, since: Instant, graceMs: number, claims: readonly Claim[]): Judgement {
  return ghost(facts, {
    class: "named-gone",
    since,
    graceMs,
    confidence: "sure",
    confirmedBy: "second-read",
    next: firstRung("named-gone", ruledOutByPlace(facts)),
    evidence: [...claims, ...commonClaims(facts)],
  });
}

/** Nobody ran into it and no server spoke of it as it is now: what is known stays, unless it came to life since. */
function unheard({ session, server, serverReach }: SessionFacts): Judgement {
  const cameLater = serverReach === "unreachable" || (server !== null && server.askedAt < session.since);
  return session.state === "Active" && cameLater ? clear("recovered") : cannotTell("server-not-heard");
}

/** Without the server's word a named session is at most a suspect: somebody ran into it, or it was left behind. */
function suspect(facts: SessionFacts): Judgement {
  const { session, serverReach } = facts;
  const newer = newerSession(facts);
  const launches = session.state === "Disconnected" ? launchesHere(facts) : 0;
  if (!newer && launches === 0) return unheard(facts);
  if (facts.sources.monitor === "lost") return cannotTell("source-lost");
  return ghost(facts, {
    class: "named-gone",
    since: session.since,
    graceMs: 0,
    confidence: "possible",
    confirmedBy: serverReach === "unreachable" ? "never" : "server",
    next: firstRung("named-gone", ruledOutByPlace(facts)),
    evidence: [
      ...serverClaims(facts, null, "silent"),
      ...(newer ? [claim("newerSession", text(newer.machine))] : []),
      ...commonClaims(facts),
    ],
  });
}

/** The tables' proof, unless a server that listed it later than that (`listedAt`) knows better. */
function judgeByTables(facts: SessionFacts, listedAt: Instant | null): Judgement | null {
  const { session } = facts;
  const proof = proofOf(facts);
  if (!proof || (listedAt !== null && listedAt >= proof.at)) return null;
  const heard = listedAt === null ? serverClaims(facts, null, "agrees") : serverClaims(facts, session.user, "silent");
  return gone(facts, Math.max(proof.at, session.startedAt ?? 0), 0, [...proof.claims, ...heard]);
}

/** A server that is asked again and again always spoke just now: the first of two words that lack the session begins the wait. */
function absentSince(facts: SessionFacts, word: ServerWord): Instant {
  const { session, onMachine } = facts;
  const before = word.before ? validWord({ session, server: word.before }) : null;
  return before && !listsNamed(before, session, onMachine) ? before.askedAt : word.askedAt;
}

export function judgeNamedGone(facts: SessionFacts): Judgement {
  const { session, now } = facts;
  if (!isNamed(session) || session.anonymous === true) return clear("recovered");
  const word = validWord(facts);
  const isListed = word !== null && listsNamed(word, session, facts.onMachine);
  const proven = judgeByTables(facts, isListed ? word.askedAt : null);
  if (proven) return proven;
  // A logon that still runs is the other rules' business: its Windows session may not have its user yet.
  if (isConnecting(session) && !hasLoggedOn(session)) return clear("logon-in-progress");
  if (!word) return suspect(facts);
  if (isListed) return clear(isStandby(session) ? "standby" : "server-lists-it");
  const due = absentSince(facts, word) + WORD_GRACE_MS;
  if (now < due) return cannotTell("server-not-heard", due);
  return gone(facts, session.since, WORD_GRACE_MS, serverClaims(facts, null, "agrees"));
}
