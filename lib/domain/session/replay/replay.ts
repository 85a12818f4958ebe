import type { Instant } from "../../site";
import type { ReplayLimits, ReplayTotals, SessionTrace, WhatIf } from "../what-if";
import { type AtOnce, atOnce, type Counted } from "./at-once";
import { limitsToReplay } from "./expiry";
import { comeBackToStanding, livesByUser } from "./next-session";
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
  const { from, to } = counted;
  const changed = limitsToReplay(limitsNow, limitsThen);
  const lives = traces.filter(({ startedAt }) => startedAt < to).map((trace) => relive(trace, limitsNow, changed, to));
  const spared = comeBackToStanding(lives);
  const [before, after] = [countAll(lives, counted, AS_IT_WAS), countAll(lives, counted, AS_CHANGED)];
  const present = lives.filter(({ heldNow }) => heldNow.some((each) => each.to > from)).map(({ trace }) => trace);
  return {
    ...{ from, to, sessions: present.length, now: totalsOf(before), changed: totalsOf(after) },
    ...logonsOf(lives, spared, counted),
    series: seriesOf(before, after, counted),
    gaps: gapsOf(present, to),
  };
}

/** Logons within the counted time, and what waiting for them comes to: one's own time, else the one in the middle. */
function logonsOf(lives: readonly Relived[], spared: readonly SessionTrace[], { from, to }: Counted) {
  const isCounted = (at: Instant) => at >= from && at < to;
  const logonMedianMs = medianOf(lives.flatMap(({ trace }) => trace.logonMs ?? []));
  const more = lives.flatMap(({ trace, returns }) => returns.filter(isCounted).map(() => trace));
  const fewer = spared.filter(({ startedAt }) => isCounted(startedAt));
  const waitOf = (sum: number, { logonMs }: SessionTrace) => sum + (logonMs ?? logonMedianMs ?? 0);
  const waitingMs = more.reduce(waitOf, 0) - fewer.reduce(waitOf, 0);
  return { logonsMore: more.length, logonsFewer: fewer.length, waitingMs, logonMedianMs };
}

interface Part {
  connectedOf(life: Relived): readonly Stretch[];
  heldOf(life: Relived): readonly Stretch[];
}
const AS_IT_WAS: Part = { connectedOf: (life) => life.connectedNow, heldOf: (life) => life.heldNow };
const AS_CHANGED: Part = { connectedOf: (life) => life.connected, heldOf: (life) => life.held };

interface Counts {
  readonly licences: AtOnce;
  readonly slots: AtOnce;
}

/** Licences by people: who is connected to two sessions holds one. */
function countAll(lives: readonly Relived[], counted: Counted, { connectedOf, heldOf }: Part): Counts {
  const ofPeople = [...livesByUser(lives).values()].flatMap((own) => united(own.flatMap(connectedOf)));
  return { licences: atOnce(ofPeople, counted), slots: atOnce(lives.flatMap(heldOf), counted) };
}

function seriesOf(before: Counts, after: Counts, { from, stepMs }: Counted): WhatIf["series"] {
  return before.slots.steps.map((slotsNow, step) => ({
    at: from + step * stepMs,
    licencesNow: before.licences.steps[step] ?? 0,
    licencesThen: after.licences.steps[step] ?? 0,
    slotsNow,
    slotsThen: after.slots.steps[step] ?? 0,
  }));
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
