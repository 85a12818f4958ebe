import type { Session } from "../site";
import { settingsOf } from "./group-settings";
import type { Timer } from "./life";
import type { GroupLimits, Limit, Standby } from "./limits";

/** Limits of pre-launched and lingering sessions: one setting of each kind for a delivery group (SDK: New-BrokerSessionLinger, New-BrokerSessionPreLaunch). */

type Kind = Standby["kind"];
const SOURCES = { linger: "group-linger", "pre-launch": "group-pre-launch" } as const;

export interface StandbyLimits {
  readonly disconnect: Limit;
  readonly terminate: Limit;
}

/**
 * 0 is off. Where both are the same the session ends without being disconnected first; a disconnect limit beyond the other cannot be set. Both count
 * from when it began to stand by: each is the "maximum time by when" it happens.
 */
export function standbyLimits(session: Session, kind: Kind, groups: GroupLimits | null): StandbyLimits {
  const names = { disconnect: `${kind}-disconnect`, terminate: `${kind}-terminate` } as const;
  const setting = settingOf(session, kind, groups);
  if (!setting || !groups || !isListed(session, setting)) {
    return {
      disconnect: { kind: "unknown", timer: names.disconnect },
      terminate: { kind: "unknown", timer: names.terminate },
    };
  }
  const { disconnectMs, terminateMs } = setting;
  const isReached = terminateMs === 0 || disconnectMs < terminateMs;
  const limit = (timer: Timer, ms: number): Limit => {
    const from = { timer, source: SOURCES[kind], readAt: groups.readAt };
    return ms > 0 ? { kind: "set", ms, ...from } : { kind: "off", ...from };
  };
  return {
    disconnect: limit(names.disconnect, isReached ? disconnectMs : 0),
    terminate: limit(names.terminate, terminateMs),
  };
}

/** Whether a pre-launched session that ran out goes on lingering. A list of users may name groups, so nobody is left out by it. */
export function wouldLinger(session: Session, groups: GroupLimits | null): boolean {
  return settingOf(session, "linger", groups) !== undefined;
}

/** A session that stands by where its group has no such setting (any more) stands by for a time that nobody can tell. */
function settingOf({ deliveryGroupKey }: Session, kind: Kind, groups: GroupLimits | null): Standby | undefined {
  const setting = settingsOf(groups, deliveryGroupKey)[kind];
  return setting?.enabled ? setting : undefined;
}

/** Whether the setting is known to hold for the session's user: it names nobody, or the very account. It may name groups of the directory too. */
function isListed({ user, userSource }: Session, { users }: Standby): boolean {
  if (users === null) return true;
  if (user === null || userSource === "client") return false;
  const account = user.toLowerCase();
  return users.some((each) => each.toLowerCase() === account);
}
