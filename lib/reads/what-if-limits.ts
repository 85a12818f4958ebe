import type { WhatIfBody } from "@/lib/api/contract/timeouts";
import type { LimitSource } from "@/lib/domain/session/limits";
import { REPLAYED_TIMERS, type ReplayedTimer, type ReplayLimits } from "@/lib/domain/session/what-if";
import type { Snapshot } from "@/lib/domain/snapshot";
import { limitsByGroup } from "./group-limits";

/** The limits of a group that a replay begins with, and those that somebody asks for. */

const MINUTE_MS = 60_000;

/** What else is to be said of a group's limits. */
export interface LimitNotes {
  /** Its machines do not agree on the disconnected limit. */
  readonly isMixed: boolean;
  /** Its sessions stand by until a server is full, and by no time: kinds of standing by. */
  readonly byLoad: readonly StandbyKind[];
  /** Kinds of standing by that hold for some accounts only. */
  readonly forSome: readonly StandbyKind[];
}
export type StandbyKind = "pre-launch" | "linger";

export interface GroupTimers {
  readonly limits: ReplayLimits;
  readonly sources: Readonly<Record<ReplayedTimer, LimitSource | null>>;
  readonly notes: LimitNotes;
}

/** As it was read; a limit that was not read is null. */
export function timersNow(snapshot: Snapshot, groupKey: string): GroupTimers {
  const settings = (snapshot.timers.groups?.standby ?? []).filter((each) => each.groupKey === groupKey && each.enabled);
  const byLoad = settings.filter((each) => each.disconnectMs === 0 && each.terminateMs === 0).map(({ kind }) => kind);
  const read = limitsByGroup(snapshot).get(groupKey) ?? [];
  const found = new Map(read.map((limit) => [limit.timer, limit]));
  const isByLoad = (timer: ReplayedTimer) => byLoad.some((kind) => timer.startsWith(kind));
  return {
    limits: forEach((timer) => {
      const limit = found.get(timer);
      if (!limit || limit.kind === "unknown" || isByLoad(timer)) return null;
      return (limit.seconds ?? 0) * 1_000;
    }),
    sources: forEach((timer) => found.get(timer)?.source ?? null),
    notes: {
      isMixed: found.get("disconnected")?.kind === "mixed",
      byLoad,
      forSome: settings.filter(({ users }) => users !== null).map(({ kind }) => kind),
    },
  };
}

/** What is asked for, in milliseconds; what is not asked for stays as it is. */
export function timersAsked(now: ReplayLimits, minutes: WhatIfBody["timers"]): ReplayLimits {
  return forEach((timer) => {
    const given = minutes[timer];
    return given === undefined ? now[timer] : Math.round(given * MINUTE_MS);
  });
}

export function minutesOf(ms: number | null): number | null {
  return ms === null ? null : ms / MINUTE_MS;
}

function forEach<TValue>(pick: (timer: ReplayedTimer) => TValue): Record<ReplayedTimer, TValue> {
  const entries = REPLAYED_TIMERS.map((timer) => [timer, pick(timer)]);
  return Object.fromEntries(entries) as Record<ReplayedTimer, TValue>;
}
