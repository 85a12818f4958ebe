import type { Instant } from "../site";
import type { SourceName } from "../snapshot";

/** What speaks for and against a ghost, as values that a screen prints: never a sentence made in the rule. */

/** Where a value comes from; `history` is what Ghostdesk counted or timed itself over the site's own rows. */
export type EvidenceSource = SourceName | "server" | "history" | "settings";

/** Fields that a claim may be about; components/ghost has the words for each. */
export const CLAIM_FIELDS = [
  "user",
  "untrustedUser",
  "brokeringUser",
  "clientName",
  "anonymous",
  "state",
  "stateSince",
  "row",
  "brokered",
  "appState",
  "connectionMode",
  "protocol",
  "logOnStarted",
  "logOnEnded",
  "sessionStarted",
  "applications",
  "windowsSession",
  "windowsSessionsAsked",
  "brokerSession",
  "machinePower",
  "machineStarted",
  "machineRegistration",
  "pendingSessions",
  "age",
  "grace",
  "usualLogon",
  "logonStorm",
  "failedLaunches",
  "newerSession",
  "failureCategory",
  "failureCount",
  "failureUsers",
  "lastFailure",
  "limit",
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

export type ClaimValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "instant"; readonly at: Instant }
  | { readonly kind: "duration"; readonly ms: number }
  | { readonly kind: "count"; readonly count: number }
  /** The field is empty in its source: that nobody is named is a fact. */
  | { readonly kind: "none" }
  /** Nobody could say. */
  | { readonly kind: "unknown" };

/** Whether the value speaks for the ghost, against it, or says nothing (a witness that could not be heard). */
export type Stance = "agrees" | "disagrees" | "silent";

export interface Claim {
  readonly field: ClaimField;
  readonly value: ClaimValue;
  readonly stance: Stance;
  readonly source: EvidenceSource;
  /** Site time at which the source said so; null: with its last successful read. */
  readonly saidAt: Instant | null;
}

export const text = (value: string | null): ClaimValue =>
  value === null ? { kind: "none" } : { kind: "text", text: value };
export const instant = (at: Instant | null): ClaimValue => (at === null ? { kind: "none" } : { kind: "instant", at });
export const duration = (ms: number): ClaimValue => ({ kind: "duration", ms });
export const count = (value: number): ClaimValue => ({ kind: "count", count: value });
export const unknown: ClaimValue = { kind: "unknown" };
