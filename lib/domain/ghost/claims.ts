import type { Session } from "../site";
import {
  type Claim,
  type ClaimField,
  type ClaimValue,
  count,
  duration,
  type EvidenceSource,
  instant,
  type Stance,
  text,
  unknown,
} from "./evidence";
import type { SessionFacts } from "./facts";
import type { Grace } from "./grace";
import { offSince } from "./place";
import { validWord } from "./server-list";

/** Claims that several rules make, so that the same field always reads the same. */

export function claim(
  field: ClaimField,
  value: ClaimValue,
  stance: Stance = "agrees",
  source: EvidenceSource = "monitor",
  saidAt: Claim["saidAt"] = null,
): Claim {
  return { field, value, stance, source, saidAt };
}

/** Who the session belongs to, and which field says so. */
export function whoClaims({ user, userSource }: Session): Claim[] {
  const none = claim("user", { kind: "none" });
  switch (userSource) {
    case "user":
      return [claim("user", text(user))];
    case "untrusted":
      return [none, claim("untrustedUser", text(user), "agrees", "sdk")];
    case "brokering":
      return [none, claim("brokeringUser", text(user), "agrees", "sdk")];
    case "client":
      return [none, claim("clientName", text(user))];
    case "none":
      return [none];
  }
}

/** What state it is in and since when; a row that Citrix still fills in says less. */
export function stateClaims({ state, since, unresolved }: Session): Claim[] {
  const claims = [claim("state", text(state)), claim("stateSince", instant(since))];
  return unresolved ? [...claims, claim("row", text("incomplete"), "silent")] : claims;
}

/** The machine has been off for long: what the site lists on it is gone. Empty where it has not. */
export function offClaims(facts: SessionFacts): Claim[] {
  const off = offSince(facts);
  return off === null ? [] : [claim("machinePower", text("Off"), "agrees", "monitor", off)];
}

/** What only the SDK says; a site without it, or a session it never spoke of, is a silent witness. */
export function sdkClaim(field: "appState" | "connectionMode", value: string | null): Claim {
  return value === null ? claim(field, unknown, "silent", "sdk") : claim(field, text(value), "agrees", "sdk");
}

/** How long the rule waited, and why so long. */
export function graceClaims(grace: Grace, facts: SessionFacts): Claim[] {
  const { pace } = facts;
  const claims = [claim("grace", duration(grace.ms), "agrees", grace.raisedBy ? "history" : "settings")];
  if (pace.longestMs !== null) {
    claims.push(claim("usualLogon", duration(pace.longestMs), "agrees", "history", pace.readAt));
  }
  if (grace.raisedBy === "storm") {
    claims.push(claim("logonStorm", count(grace.peers.finished + grace.peers.unfinished), "agrees", "history"));
  }
  return claims;
}

/** The server's word about this session, or that it could not be heard. */
export function serverClaims(facts: SessionFacts, listed: string | null, stance: Stance): Claim[] {
  const word = validWord(facts);
  if (!word) return [claim("windowsSession", unknown, "silent", "server", facts.server?.askedAt ?? null)];
  return [
    claim("windowsSession", text(listed), stance, "server", word.askedAt),
    claim("windowsSessionsAsked", count(word.sessions.length), "agrees", "server", word.askedAt),
  ];
}

export function machineClaims({ machine }: SessionFacts): Claim[] {
  if (!machine) return [];
  const claims = [
    claim(
      "machineRegistration",
      text(machine.registration),
      machine.registration === "Registered" ? "agrees" : "silent",
    ),
  ];
  if (machine.sessionSupport === "MultiSession") {
    const pending = machine.pendingSessions;
    const stance = pending === null ? "silent" : pending > 0 ? "agrees" : "disagrees";
    claims.push(claim("pendingSessions", pending === null ? unknown : count(pending), stance, "sdk"));
  }
  return claims;
}

export function launchClaims({ failedLaunches }: SessionFacts): Claim[] {
  return failedLaunches.length === 0 ? [] : [claim("failedLaunches", count(failedLaunches.length))];
}
