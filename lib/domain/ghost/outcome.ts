import type { Instant } from "../site";
import type { ClearReason, Confidence, NextStep, SessionGhostClass, Uncertainty } from "./classes";
import type { Claim } from "./evidence";
import type { SessionFacts } from "./facts";
import type { Finding, GhostIdentity, Judgement } from "./finding";

/** How the rules word what they found. */

export const clear = (reason: ClearReason, recheckAt: Instant | null = null): Judgement => ({
  kind: "clear",
  reason,
  recheckAt,
});

export const cannotTell = (why: Uncertainty, recheckAt: Instant | null = null): Judgement => ({
  kind: "cannot-tell",
  why,
  recheckAt,
});

export function identityOf({ session }: Pick<SessionFacts, "session">): GhostIdentity {
  const { user, userKey, userSource, userFullName, machine, machineKey, deliveryGroup, deliveryGroupKey } = session;
  const { sessionSupport } = session;
  return {
    user,
    userKey,
    userSource,
    userFullName,
    machine,
    machineKey,
    deliveryGroup,
    deliveryGroupKey,
    sessionSupport,
  };
}

export interface Fired {
  readonly class: SessionGhostClass;
  readonly since: Instant;
  readonly graceMs: number;
  readonly confidence: Confidence;
  readonly confirmedBy: Finding["confirmedBy"];
  readonly next: NextStep | null;
  readonly evidence: readonly Claim[];
}

export function ghost(facts: SessionFacts, fired: Fired, recheckAt: Instant | null = null): Judgement {
  const last = facts.failedLaunches.at(-1);
  const finding: Finding = {
    subject: { kind: "session", key: facts.session.key },
    ...identityOf(facts),
    ...fired,
    hurt: { launches: facts.failedLaunches.length, lastAt: last?.at ?? null },
  };
  return { kind: "ghost", finding, recheckAt };
}
