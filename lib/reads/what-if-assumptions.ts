import { isOff } from "@/lib/domain/session/replay/expiry";
import { REPLAYED_TIMERS, type ReplayedTimer, type ReplayLimits, type WhatIf } from "@/lib/domain/session/what-if";
import type { LimitNotes, StandbyKind } from "./what-if-limits";

/** What a replay takes for granted, in sentences for the people who read its figures. */

const TIMER_WORDS: Readonly<Record<ReplayedTimer, string>> = {
  disconnected: "the disconnected limit",
  "pre-launch-disconnect": "the pre-launch disconnect time",
  "pre-launch-terminate": "the pre-launch terminate time",
  "linger-disconnect": "the linger disconnect time",
  "linger-terminate": "the linger terminate time",
};
const KIND_WORDS: Readonly<Record<StandbyKind, string>> = { "pre-launch": "pre-launch", linger: "linger" };

export interface Replayed {
  readonly answer: WhatIf;
  readonly now: ReplayLimits;
  readonly changed: ReplayLimits;
  readonly notes: LimitNotes;
  /** Whether the site keeps less than was asked for. */
  readonly isShortened: boolean;
}

const ALWAYS = [
  "People would have worked as they did: they leave their sessions, and come back to them, at the same moments.",
  "A user holds a licence while one of their sessions is connected. A disconnected session holds a slot and no licence.",
  "Idle times are not in the site's history, so the idle limit cannot be replayed.",
  "A session counts to the delivery group that its machine belongs to today.",
];

export function assumptionsOf(replayed: Replayed): string[] {
  return [...ALWAYS, ...aboutLogons(replayed), ...aboutLimits(replayed), ...aboutSessions(replayed)];
}

function aboutLogons({ answer: { logonMedianMs, logonsMore, logonsFewer } }: Replayed): string[] {
  if (logonMedianMs !== null) {
    const seconds = Math.round(logonMedianMs / 1_000);
    return [
      `A logon takes as long as that session's own did; where that is not known, ${seconds} s, the time in the middle.`,
    ];
  }
  return logonsMore + logonsFewer > 0
    ? ["How long a logon takes is not in the history, so no waiting is counted."]
    : [];
}

function aboutLimits({ now, changed, notes }: Replayed): string[] {
  const isAsked = (timer: ReplayedTimer) => changed[timer] !== now[timer];
  const guessed = REPLAYED_TIMERS.filter((timer) => now[timer] === null && changed[timer] !== null);
  const absent = REPLAYED_TIMERS.filter((timer) => now[timer] === null && changed[timer] === null);
  const isLonger = (timer: ReplayedTimer) => isAsked(timer) && (!changed[timer] || changed[timer] > (now[timer] ?? 0));
  const startsAhead = isOff(now, "pre-launch") && !isOff(changed, "pre-launch");
  return [
    ...guessed.map((timer) => `It is not known what ${TIMER_WORDS[timer]} is now: ${GUESSED}`),
    ...(absent.length > 0 ? [`Not known, and left out: ${absent.map((timer) => TIMER_WORDS[timer]).join(", ")}.`] : []),
    ...(notes.isMixed
      ? ["Machines of this group have different disconnected limits. The most frequent one stands for all."]
      : []),
    ...notes.byLoad.map(
      (kind) => `The ${KIND_WORDS[kind]} setting ends sessions by the load of servers, which cannot be replayed.`,
    ),
    ...notes.forSome.map(
      (kind) => `The ${KIND_WORDS[kind]} setting holds for some accounts only, but is replayed for everybody.`,
    ),
    ...(startsAhead
      ? ["Pre-launch is off now. Whose sessions it would start ahead is not known, so it is not replayed."]
      : []),
    ...(REPLAYED_TIMERS.some(isLonger) ? [LIVES_ON] : []),
  ];
}

const GUESSED = "sessions that stood longer than the new one are ended, but none lives on.";
const LIVES_ON =
  "A session that ended within two minutes of its limit was ended by it. With a longer limit nothing else would have ended it: restarts at night are not replayed.";

function aboutSessions({ answer: { gaps }, isShortened }: Replayed): string[] {
  const said = (count: number, one: string, many: string) =>
    count > 0 ? [count === 1 ? `1 ${one}` : `${count} ${many}`] : [];
  return [
    ...said(
      gaps.withoutConnections,
      "session has no connection in the history. It counts as connected all the time and is not replayed.",
      "sessions have no connection in the history. They count as connected all the time and are not replayed.",
    ),
    ...said(
      gaps.withoutApplications,
      "application session has no application in the history. Its lingering is not replayed.",
      "application sessions have no application in the history. Their lingering is not replayed.",
    ),
    ...said(
      gaps.longSilent,
      "session has no end and gave no sign of life for 14 days. It counts up to that sign.",
      "sessions have no end and gave no sign of life for 14 days. They count up to that sign.",
    ),
    ...(isShortened
      ? ["The site no longer keeps the beginning of this time. The replay starts where its history does."]
      : []),
  ];
}
