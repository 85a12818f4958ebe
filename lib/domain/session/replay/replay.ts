import type { Instant } from "../../site";
import type { ReplayLimits, ReplayTotals, SessionTrace, WhatIf } from "../what-if";
import { type AtOnce, atOnce, type Counted } from "./at-once";
import { limitsToReplay } from "./expiry";
import { comeBackToStanding } from "./next-session";
import { type Relived, relive, SILENT_MS_MAX } from "./relive";
import { type Stretch, united } from "./stretch";

/**
 * What a group's sessions would have held under other limits, replayed over what they did. People behave as they did: they part from and
 * come back to their sessions at the same moments. `limitsThen` has null for what stays as it is; a limit that is known neither now nor
 * then is not replayed. `traces` has every session that was there between `from` and `to`, and those that ended before and could live on.
 */
export function replay(
  traces: readonly SessionTrace[],
  limitsNow: ReplayLimits,
  limitsThen: ReplayLimits,
  counted: Counted,
): WhatIf {
  const { from, to, stepMs } = counted;
  const then = limitsToReplay(limitsNow, limitsThen);
  const lives = traces.filter(({ startedAt }) => startedAt < to).map((trace) => relive(trace, limitsNow, then, to));
  const sparedLogons = comeBackToStanding(lives);
  const isCounted = (at: Instant) => at >= from && at < to;
  const median = medianOf(traces.flatMap(({ logonMs }) => logonMs ?? []));
  const more = lives.flatMap(({ trace, returns }) => returns.filter(isCounted).map(() => trace));
  const fewer = sparedLogons.filter(({ startedAt }) => isCounted(startedAt));
  const waitOf = (sum: number, { logonMs }: SessionTrace) => sum + (logonMs ?? median ?? 0);
  const [now, asThen] = [countAll(lives, "Now", counted), countAll(lives, "", counted)];
  const series = now.slots.steps.map((slotsNow, step) => ({
    at: from + step * stepMs,
    licencesNow: now.licences.steps[step] ?? 0,
    licencesThen: asThen.licences.steps[step] ?? 0,
    slotsNow,
    slotsThen: asThen.slots.steps[step] ?? 0,
  }));
  const present = lives.filter(({ heldNow }) => heldNow.some((each) => each.to > from)).map(({ trace }) => trace);
  return {
    ...{ from, to, sessions: present.length, now: totalsOf(now), then: totalsOf(asThen) },
    ...{ logonsMore: more.length, logonsFewer: fewer.length, logonMedianMs: median },
    waitingMs: more.reduce(waitOf, 0) - fewer.reduce(waitOf, 0),
    ...{ series, gaps: gapsOf(present, to) },
  };
}

interface Counts {
  readonly licences: AtOnce;
  readonly slots: AtOnce;
}

/** Licences by people: who is connected to two sessions holds one. */
function countAll(lives: readonly Relived[], when: "Now" | "", counted: Counted): Counts {
  const ofUser = new Map<string, Stretch[]>();
  for (const life of lives) {
    const { userKey } = life.trace;
    if (userKey === null) continue;
    const own = ofUser.get(userKey);
    if (own) own.push(...life[`connected${when}`]);
    else ofUser.set(userKey, [...life[`connected${when}`]]);
  }
  return {
    licences: atOnce([...ofUser.values()].flatMap(united), counted),
    slots: atOnce(
      lives.flatMap((life) => life[`held${when}`]),
      counted,
    ),
  };
}

const totalsOf = ({ licences, slots }: Counts): ReplayTotals => ({
  licencesPeak: licences.peak,
  slotsPeak: slots.peak,
  licencesMean: licences.mean,
  slotsMean: slots.mean,
});

/** The value in the middle, the lower of two. */
function medianOf(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function gapsOf(traces: readonly SessionTrace[], to: Instant): WhatIf["gaps"] {
  const count = (isIt: (trace: SessionTrace) => boolean) => traces.filter(isIt).length;
  return {
    withoutConnections: count(({ connected }) => connected.length === 0),
    withoutApplications: count(({ isApplication, working }) => isApplication && working.length === 0),
    longSilent: count(({ endedAt, seenAt }) => endedAt === null && to - seenAt > SILENT_MS_MAX),
  };
}
