import type { Instant, Session } from "../site";
import type { ClearReason, Confidence, GhostClass, NextStep, Uncertainty } from "./classes";
import type { Claim } from "./evidence";

/** Whom or what a finding is about. */
export interface Subject {
  readonly kind: "session" | "machine";
  /** SessionKey or Machine.Id. */
  readonly key: string;
}

/** Who and where, kept with the finding so that it can still be read when the site's rows are groomed. */
export type GhostIdentity = Pick<
  Session,
  | "user"
  | "userKey"
  | "userSource"
  | "userFullName"
  | "machine"
  | "machineKey"
  | "deliveryGroup"
  | "deliveryGroupKey"
  | "sessionSupport"
>;

/** Launches of this user that failed while the ghost stood: who was hurt. */
export interface Hurt {
  readonly launches: number;
  readonly lastAt: Instant | null;
}

/** A rule that fired, its grace being over. The same facts always make the same finding. */
export interface Finding extends GhostIdentity {
  readonly subject: Subject;
  readonly class: GhostClass;
  /** Since when the condition holds (not since when it was noticed). */
  readonly since: Instant;
  /** How long the rule waited; the condition is older. */
  readonly graceMs: number;
  readonly confidence: Confidence;
  /**
   * `second-read`: another read at least ten seconds later confirms. `server`: first the server must be heard.
   * `never`: without a witness this stays a suspect.
   */
  readonly confirmedBy: "second-read" | "server" | "never";
  readonly next: NextStep | null;
  readonly evidence: readonly Claim[];
  readonly hurt: Hurt;
}

/** What the rules make of one subject at one moment. */
export type Judgement =
  | { readonly kind: "ghost"; readonly finding: Finding; readonly recheckAt: Instant | null }
  /** `recheckAt`: when time alone may change this; null: only a change of the facts can. */
  | { readonly kind: "clear"; readonly reason: ClearReason; readonly recheckAt: Instant | null }
  | { readonly kind: "cannot-tell"; readonly why: Uncertainty; readonly recheckAt: Instant | null };

/** A finding that holds no more. */
export interface Withdrawal {
  readonly subject: Subject;
  readonly reason: ClearReason;
}
