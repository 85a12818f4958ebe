import type { Instant } from "../site";
import { isExcluded } from "./accounts";
import type { SessionGhostClass } from "./classes";
import type { SessionFacts } from "./facts";
import type { Judgement } from "./finding";
import { judgeHungLogon } from "./hung-logon";
import { judgeJustOld } from "./just-old";
import { judgeNamedGone } from "./named-gone";
import { judgeNameless } from "./nameless";
import { cannotTell, clear } from "./outcome";
import { offProvenAt } from "./place";
import { judgeStuckConnected } from "./stuck-connected";

/** All rules over one session, in order of precedence: the first that fires is the session's one class. */

export const SESSION_RULES: readonly (readonly [SessionGhostClass, (facts: SessionFacts) => Judgement])[] = [
  ["stuck-connected", judgeStuckConnected],
  ["nameless", judgeNameless],
  ["hung-logon", judgeHungLogon],
  ["named-gone", judgeNamedGone],
  ["just-old", judgeJustOld],
];

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/** Only the SDK tells of hidden sessions, of those that stand by and of who they are said to be: of this one it never spoke. */
function isUnheard({ session, sources }: SessionFacts): boolean {
  return session.hidden === null && (sources.sdk === "lost" || sources.sdk === "reading");
}

/** What makes a session no ghost whatever its rows say. */
function lookAlike({ session, settings }: SessionFacts): Judgement | null {
  const account = session.userSource === "client" ? null : session.user;
  if (isExcluded(account, settings.excludedAccounts)) return clear("excluded-account");
  if (session.hidden === true) return clear("hidden");
  return session.anonymous === true ? clear("anonymous") : null;
}

/**
 * The judgement of a session. Pure: the same facts always give the same answer, and `now` matters only through the ages of things.
 * `held` is the class of its open incident: only that class' own rule can say that it cannot tell, and then what is known stays.
 */
export function judgeSession(facts: SessionFacts, held: SessionGhostClass | null): Judgement {
  const excused = lookAlike(facts);
  if (excused) return excused;
  let rest: Judgement = clear("recovered");
  let recheckAt: Instant | null = offProvenAt(facts);
  for (const [name, rule] of SESSION_RULES) {
    const judgement = rule(facts);
    recheckAt = earliest(recheckAt, judgement.recheckAt);
    // An earlier rule whose grace ends later may still take it over.
    if (judgement.kind === "ghost") return isUnheard(facts) ? cannotTell("source-lost") : { ...judgement, recheckAt };
    const isUsual = rest.kind === "clear" && rest.reason === "recovered";
    if (name === held || (held === null && isUsual)) rest = judgement;
    if (name === held && judgement.kind === "cannot-tell") break;
  }
  return { ...rest, recheckAt };
}
