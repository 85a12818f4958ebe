import type { Instant, Session } from "../site";
import type { LogonPeers, SessionFacts } from "./facts";

/**
 * Slow is not dead: how long a rule waits follows what this site's own logons take. A profile may load for twelve minutes and the
 * logon still finishes, so the floor is raised by the site's longest logons, by those around it, and by a storm of logons.
 */

const MINUTE = 60_000;
/** Room above the longest logon that is known. */
const MARGIN = 1.25;
/** Logons around one instant that are enough to speak of a crowd. */
const CROWD = 10;
/** A storm: logons around it take this many times the usual, or more of them are unfinished than finished. */
const STORM_FACTOR = 3;
const STORM_GRACE_FACTOR = 1.5;
/** A row that Citrix still fills in (LifecycleState RequiresResolution) gets so much longer. */
const UNRESOLVED_FACTOR = 1.5;

export interface Grace {
  readonly ms: number;
  /** What raised it above its floor; null where nothing did. */
  readonly raisedBy: "site" | "crowd" | "storm" | null;
  readonly peers: LogonPeers;
}

export function isStorm(peers: LogonPeers, usualMs: number | null): boolean {
  const { finished, unfinished, medianMs } = peers;
  if (finished + unfinished < CROWD) return false;
  const isSlow = medianMs !== null && usualMs !== null && medianMs > usualMs * STORM_FACTOR;
  return isSlow || unfinished > finished;
}

/** The grace of a rule about a logon that began at `began`. Never below its floor, never above the upper limit of the settings. */
export function logonGrace(
  facts: Pick<SessionFacts, "pace" | "settings">,
  floorMinutes: number,
  began: Instant,
): Grace {
  const { pace, settings } = facts;
  const peers = pace.around(began);
  const floor = floorMinutes * MINUTE;
  const raises = [
    { raisedBy: "site" as const, ms: (pace.longestMs ?? 0) * MARGIN },
    { raisedBy: "crowd" as const, ms: (peers.longestMs ?? 0) * MARGIN },
    {
      raisedBy: "storm" as const,
      ms: isStorm(peers, pace.medianMs) ? settings.hungLogonGraceMinutes * STORM_GRACE_FACTOR * MINUTE : 0,
    },
  ];
  const most = Math.max(floor, settings.graceMostMinutes * MINUTE);
  let grace: Grace = { ms: floor, raisedBy: null, peers };
  for (const { raisedBy, ms } of raises) {
    if (ms > grace.ms) grace = { ms: Math.min(Math.ceil(ms), most), raisedBy, peers };
  }
  return grace;
}

/** The same grace, longer while Citrix still fills in the row: its user may be among what it lacks. */
export function whileFilledIn(grace: Grace, { unresolved }: Session): Grace {
  return unresolved ? { ...grace, ms: Math.ceil(grace.ms * UNRESOLVED_FACTOR) } : grace;
}
