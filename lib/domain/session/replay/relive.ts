import type { Instant } from "../../site";
import type { ReplayLimits, SessionTrace } from "../what-if";
import { type Standby, standbysOf, toleranceOf, workingOf } from "./standby";
import { clipped, closed, type Stretch, shared, united, without } from "./stretch";

/** One session as it was, and as it would have been under other limits. */
export interface Relived {
  readonly trace: SessionTrace;
  readonly heldNow: readonly Stretch[];
  readonly connectedNow: readonly Stretch[];
  held: readonly Stretch[];
  connected: readonly Stretch[];
  /** When its user would have had to log on once more. */
  readonly returns: readonly Instant[];
  /** Its recorded end, where it would have lived on: until another limit, or until its user's next session. */
  readonly livesOnFrom: Instant | null;
}

/** Longer without an end and without a sign of life is no session but a row that nobody completed. */
export const SILENT_MS_MAX = 14 * 24 * 3_600_000;
const NEVER = Number.POSITIVE_INFINITY;
const EVER: Stretch = { from: Number.NEGATIVE_INFINITY, to: NEVER };

export interface RecordedEnd {
  readonly at: Instant;
  /** Whether the session ended there; else it is only cut. */
  readonly isEnd: boolean;
}

/** Where what is known of a session ends: at its end, at `to`, or at its last sign of life where that is long ago. */
export function recordedEnd({ endedAt, seenAt }: SessionTrace, to: Instant): RecordedEnd {
  if (endedAt !== null) return { at: Math.min(endedAt, to), isEnd: endedAt <= to };
  return { at: to - seenAt > SILENT_MS_MAX ? seenAt : to, isEnd: false };
}

interface Life {
  readonly from: Instant;
  readonly end: RecordedEnd;
  readonly connectedNow: readonly Stretch[];
  readonly standbys: readonly Standby[];
  readonly now: ReplayLimits;
  readonly changed: ReplayLimits;
}

/** `changed` holds a value for each timer that `now` has one for. What happens at or after `to` is not looked at. */
export function relive(trace: SessionTrace, now: ReplayLimits, changed: ReplayLimits, to: Instant): Relived {
  const end = recordedEnd(trace, to);
  const whole = { from: trace.startedAt, to: end.at };
  const connectedNow = trace.connected.length > 0 ? united(closed(trace.connected, whole)) : clipped([whole], whole);
  const standbys = standbysOf({ trace, life: whole, connected: connectedNow }, now, changed);
  const life = { from: trace.startedAt, end, connectedNow, standbys, now, changed };
  const connectedThen = connectionsThen(life);
  const endThen = lastMoment(life, connectedThen);
  const ends = endsThen(life, connectedThen, endThen);
  const heldNow = clipped([whole], whole);
  const asItWas = { ...{ trace, heldNow, connectedNow }, held: heldNow, connected: connectedNow };
  // Most sessions live as they did: theirs are the same lists, which halves what a large group takes.
  if (ends.length === 0 && endThen === end.at && connectedThen === connectedNow) {
    return { ...asItWas, returns: [], livesOnFrom: null };
  }
  const working = workingOf(trace, whole);
  const used = working ? shared(connectedThen, working) : connectedThen;
  const gone = ends.map((at) => ({ from: at, to: used.find(({ from }) => from >= at)?.from ?? NEVER }));
  const held = without(clipped([{ from: whole.from, to: endThen }], EVER), gone);
  return {
    ...{ ...asItWas, held, connected: shared(connectedThen, held) },
    returns: [...new Set(gone.map((each) => each.to))].filter((at) => at < end.at),
    livesOnFrom: (held.at(-1)?.to ?? 0) > end.at ? end.at : null,
  };
}

/** While a client is connected when the timers of standing by disconnect sooner or later. May go beyond the recorded end. */
function connectionsThen({ end, connectedNow, standbys }: Life): readonly Stretch[] {
  const holes = standbys.flatMap(({ now, changed, until }) => {
    const at = changed.disconnectAt;
    const span =
      at < Math.min(now.disconnectAt, now.endAt) && connectedNow.find(({ from, to }) => from <= at && at < to);
    return span ? [{ from: at, to: Math.min(span.to, until) }] : [];
  });
  const longer = standbys.flatMap((standby) => prolonged(standby, connectedNow, end));
  return holes.length + longer.length > 0 ? united([...without(connectedNow, holes), ...longer]) : connectedNow;
}

function prolonged(
  { now, changed, since, until }: Standby,
  connected: readonly Stretch[],
  end: RecordedEnd,
): Stretch[] {
  const reach = Math.min(changed.disconnectAt, until);
  const last = connected.at(-1);
  if (until === NEVER && last?.to === end.at && end.isEnd) return [{ from: end.at, to: reach }];
  if (changed.disconnectAt <= now.disconnectAt) return [];
  const tolerance = toleranceOf(now.disconnectAt - since);
  const index = connected.findIndex(({ to }) => to < end.at && Math.abs(to - now.disconnectAt) <= tolerance);
  const parted = connected[index];
  return parted ? [{ from: parted.to, to: Math.min(reach, connected[index + 1]?.from ?? NEVER) }] : [];
}

/** When it would have ended at the latest: at its recorded end, or later where a limit ended it that runs out later then. */
function lastMoment({ end, connectedNow, standbys, now, changed }: Life, connectedThen: readonly Stretch[]): Instant {
  if (!end.isEnd) return end.at;
  const last = standbys.at(-1)?.until === NEVER ? standbys.at(-1) : undefined;
  const partedAt = (spans: readonly Stretch[]) => {
    const to = spans.at(-1)?.to ?? NEVER;
    return to === end.at ? NEVER : to;
  };
  const [partedNow, partedThen] = [partedAt(connectedNow), partedAt(connectedThen)];
  const limitNow = now.disconnected ? partedNow + now.disconnected : NEVER;
  const limitThen = changed.disconnected ? partedThen + changed.disconnected : NEVER;
  const dueNow = Math.min(limitNow, last?.now.endAt ?? NEVER);
  const dueThen = Math.min(limitThen, last?.changed.endAt ?? NEVER);
  const length = dueNow === limitNow ? (now.disconnected ?? 0) : dueNow - (last?.since ?? dueNow);
  if (dueThen <= dueNow || !(Math.abs(end.at - dueNow) <= toleranceOf(length))) return end.at;
  return Math.max(end.at, dueThen);
}

/** Moments at which a limit ends it that did not before: one that is shorter now, or that runs from another moment. */
function endsThen(life: Life, connectedThen: readonly Stretch[], endThen: Instant): Instant[] {
  const { connectedNow, standbys, now, changed } = life;
  const limit = changed.disconnected ?? 0;
  const isShorter = !now.disconnected || limit < now.disconnected;
  const recorded = new Set(connectedNow.map(({ to }) => to));
  const parted = connectedThen.flatMap(({ to }, index) => {
    const backAt = Math.min(connectedThen[index + 1]?.from ?? NEVER, endThen);
    const runs = limit > 0 && (isShorter || !recorded.has(to));
    return runs && to + limit < backAt ? [to + limit] : [];
  });
  const stoodBy = standbys.flatMap(({ now: before, changed: after, until }) =>
    after.endAt < before.endAt && after.endAt < Math.min(until, endThen) ? [after.endAt] : [],
  );
  return [...parted, ...stoodBy];
}
