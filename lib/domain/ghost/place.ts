import type { Instant } from "../site";
import type { SessionFacts } from "./facts";

/** What a session's machine proves by itself, and when it makes judging impossible. */

const MINUTE = 60_000;
/** Between the start of a session's rows and its life on the machine: a machine may be powered on for the launch. */
const LAUNCH_MS = 10 * MINUTE;

/** Since when the machine has been off as far as this session can tell, and when that will have been for long enough. */
interface Off {
  readonly since: Instant;
  readonly provenAt: Instant;
}

/** Null where the machine is on, or where something that happened later shows that it is. */
function off({ machine, session, settings }: Pick<SessionFacts, "machine" | "session" | "settings">): Off | null {
  if (machine?.power !== "Off" || machine.powerSince === null) return null;
  const since = machine.powerSince;
  const registered = machine.registration === "Registered" ? (machine.registrationSince ?? 0) : 0;
  const active = session.state === "Active" ? session.since : 0;
  if (Math.max(registered, machine.poweredOnAt ?? 0, active, session.logOnEndedAt ?? 0) > since) return null;
  // A launch may be powering it on just now.
  const from = Math.max(since, session.since, session.startedAt ?? 0, session.brokeredAt ?? 0);
  return { since, provenAt: from + settings.machineOffMinutes * MINUTE };
}

/** Since when the machine has been off, where that is longer than the grace: whatever is listed on it is gone. */
export function offSince(facts: SessionFacts): Instant | null {
  const found = off(facts);
  return found && facts.now >= found.provenAt ? found.since : null;
}

/** When a machine that is off will have been off for long enough; null where it is on, or has been already. */
export function offProvenAt(facts: SessionFacts): Instant | null {
  const provenAt = off(facts)?.provenAt ?? null;
  return provenAt !== null && facts.now < provenAt ? provenAt : null;
}

/** When the machine started, where the session is older than that and nothing shows life after it. */
export function startedAfter({ machine, session }: SessionFacts): Instant | null {
  const started = machine?.poweredOnAt ?? null;
  if (started === null || session.startedAt === null) return null;
  const began = Math.max(session.startedAt, session.brokeredAt ?? 0, session.logOnStartedAt ?? 0);
  const ended = session.logOnEndedAt ?? 0;
  // A launch that did not finish may be what powered the machine on, also to come back to a session that it had suspended.
  const lived = ended >= began ? ended : began + LAUNCH_MS;
  // The audit after a start may still change a state; what changes later is alive.
  const awake = session.state === "Active" ? session.since : session.since - LAUNCH_MS;
  return lived < started && awake < started ? started : null;
}

/**
 * Until when nothing can be judged because the machine registered, or lost its registration, after `since`: its sessions are
 * audited again. Null where there is nothing to wait for.
 */
export function registrationPause({ machine, now, settings }: SessionFacts, since: Instant): Instant | null {
  const changed = machine?.registrationSince ?? null;
  if (changed === null || changed <= since) return null;
  const until = changed + settings.registrationGraceMinutes * MINUTE;
  return now < until ? until : null;
}

/**
 * Failures that no session of the user can cause (SessionFailureCode): Licensing, MaintenanceMode, ApplicationDisabled,
 * LicenseFeatureRefused, DisallowedProtocol, MaxTotalInstancesExceeded. One of these outages must not make suspects of everybody.
 */
const NOT_ABOUT_A_SESSION: ReadonlySet<number> = new Set([5, 9, 10, 11, 14, 21]);

/** Launch failures on this machine, or before any machine was chosen, are about this session; others may not be. */
export function launchesHere({ failedLaunches, session }: SessionFacts): number {
  return failedLaunches.filter(
    ({ at, machineKey, code }) =>
      at > session.since &&
      !NOT_ABOUT_A_SESSION.has(code) &&
      (machineKey === null || machineKey === session.machineKey),
  ).length;
}
