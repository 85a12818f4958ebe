import type { Deadline } from "@/lib/domain/session/deadline";
import { endsOf, isOverdue } from "@/lib/domain/session/deadline-of";
import { STANDING_STATES, type StandingState } from "@/lib/domain/session/life";
import type { Instant } from "@/lib/domain/site";
import { dueSlots } from "./due-orders";
import type { SessionEntry } from "./entries";
import type { Column } from "./record-order";
import { groupColumn, lifeColumn, sortAll } from "./session-filter";
import type { SiteIndex } from "./site-index";

/**
 * Sessions by their place in the timeouts diagram and by what ends them. All stands in columns and an order that the index keeps over the versions,
 * so that counting 50,000 sessions is a pass over numbers.
 */

type Sessions = SiteIndex["sessions"];

export type PlaceCounts = Record<StandingState, number>;

/** Why sessions have no place among the standing states, by slot; "" where they have. */
export function apartColumn(sessions: Sessions): Column<SessionEntry> {
  return sessions.column("apart", ({ due }) => due.apart ?? "");
}

/** Why nothing ends them, by slot; "" where something does. */
function whyColumn(sessions: Sessions): Column<SessionEntry> {
  return sessions.column("why", ({ due }) => (due.ends.at === null ? due.ends.why : ""));
}

/** The sessions that are asked about: of one machine, of one group, or all. */
export interface Scope {
  readonly groupKey: string | null;
  readonly machineKey: string | null;
}

export function slotsInScope(index: SiteIndex, { groupKey, machineKey }: Scope): Uint32Array {
  const { sessions } = index;
  if (machineKey !== null) {
    const there = index.sessionsOnMachine(machineKey).filter(isOfGroup(groupKey));
    return Uint32Array.from(there.flatMap(({ record }) => sessions.slotOf(record.key) ?? []));
  }
  const all = sortAll(sessions, "ends").slots;
  return groupKey === null ? all : all.filter(isSlotOfGroup(sessions, groupKey));
}

function isOfGroup(groupKey: string | null) {
  return ({ record }: SessionEntry) => groupKey === null || record.deliveryGroupKey === groupKey;
}

function isSlotOfGroup(sessions: Sessions, groupKey: string) {
  const groups = groupColumn(sessions);
  const wanted = groups.codeOf(groupKey);
  return (slot: number) => groups.codes[slot] === wanted;
}

/** How many of these sessions have each value of a column; values that none has are left out, and so is "". */
export function countColumn({ codes, values }: Column<SessionEntry>, slots: Uint32Array): Record<string, number> {
  const counts = new Uint32Array(values.length);
  for (const slot of slots) {
    const code = codes[slot] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return Object.fromEntries(
    values.map((value, code) => [value, counts[code] ?? 0] as const).filter(([value, count]) => value !== "" && count),
  );
}

export function countPlaces({ sessions }: SiteIndex, slots: Uint32Array): PlaceCounts {
  return placesOf(countColumn(lifeColumn(sessions), slots));
}

function placesOf(counts: Readonly<Record<string, number>>): PlaceCounts {
  const entries = STANDING_STATES.map((state) => [state, counts[state] ?? 0] as const);
  // One entry for each of the states that the type names.
  return Object.fromEntries(entries) as PlaceCounts;
}

export function countWhys({ sessions }: SiteIndex, slots: Uint32Array): Record<string, number> {
  return countColumn(whyColumn(sessions), slots);
}

/** Counts of every delivery group that has sessions among these. */
export function countByGroup({ sessions }: SiteIndex, slots: Uint32Array) {
  const groups = groupColumn(sessions);
  const lives = lifeColumn(sessions);
  const width = lives.values.length;
  const counts = new Uint32Array(groups.values.length * width);
  for (const slot of slots) {
    const at = (groups.codes[slot] ?? 0) * width + (lives.codes[slot] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return new Map(
    groups.values.map((key, code) => {
      const own = counts.subarray(code * width, (code + 1) * width);
      const states = placesOf(Object.fromEntries(lives.values.map((life, at) => [life, own[at] ?? 0])));
      return [key, { sessions: own.reduce((sum, each) => sum + each, 0), states }] as const;
    }),
  );
}

export interface Ending {
  readonly entry: SessionEntry;
  readonly deadline: Deadline;
}

export interface Endings {
  /** All that something ends, the nearest first. */
  readonly ahead: readonly number[];
  /** Past their deadline, the oldest first. */
  readonly overdue: readonly number[];
}

/** What ends the sessions in scope, as slots. */
export function endingsOf(index: SiteIndex, scope: Scope, now: Instant): Endings {
  const { sessions } = index;
  const isMeant = inScope(index, scope);
  const { slots, ahead } = dueSlots(index, now);
  const overdue: number[] = [];
  const stepped: number[] = [];
  for (const slot of slots.subarray(0, ahead).filter(isMeant)) {
    const { record, due } = sessions.at(slot);
    if (isOverdue(due.ends, now)) overdue.push(slot);
    // A step of a power policy that passed since the version was made; another may follow.
    else if (endsOf(record, index.snapshot.timers, now).at !== null) stepped.push(slot);
  }
  const coming = slots.subarray(ahead).filter(isMeant);
  if (stepped.length === 0) return { ahead: [...coming], overdue };
  const atOf = (slot: number) => endingAt(index, slot, now)?.deadline.at ?? Number.POSITIVE_INFINITY;
  const late = stepped.filter((slot) => atOf(slot) < now);
  const merged = [...coming, ...stepped.filter((slot) => atOf(slot) >= now)].map((slot) => ({ slot, at: atOf(slot) }));
  merged.sort((a, b) => a.at - b.at);
  return { ahead: merged.map(({ slot }) => slot), overdue: [...overdue, ...late] };
}

function inScope(index: SiteIndex, { groupKey, machineKey }: Scope): (slot: number) => boolean {
  const { sessions } = index;
  const isOfOwnGroup = groupKey === null ? () => true : isSlotOfGroup(sessions, groupKey);
  if (machineKey === null) return isOfOwnGroup;
  return (slot) => isOfOwnGroup(slot) && sessions.at(slot).record.machineKey === machineKey;
}

/** A session with what ends it, as of now. */
export function endingAt(index: SiteIndex, slot: number, now: Instant): Ending | null {
  const entry = index.sessions.at(slot);
  const deadline = endsOf(entry.record, index.snapshot.timers, now);
  return deadline.at === null ? null : { entry, deadline };
}
