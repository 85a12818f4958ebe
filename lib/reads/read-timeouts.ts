import type { EndingRow, TimeoutsQuery, TimeoutsResponse } from "@/lib/api/contract/timeouts";
import type { Runtime } from "@/lib/collector/runtime";
import type { Desk } from "@/lib/desk/client";
import type { Instant } from "@/lib/domain/site";
import { envelopeOf, isoOf, isoOrNull, type Reading, readingOf } from "./envelope";
import { fold } from "./fold";
import { limitsByGroup } from "./group-limits";
import { resolveGroupKey, resolveMachine } from "./resolve-key";
import { dueAnswer } from "./session-due";
import { type SiteIndex, siteIndex } from "./site-index";
import { standbyCost } from "./standby-cost";
import { flowSums, NO_FLOWS } from "./timeout-flows";
import {
  apartColumn,
  countByGroup,
  countColumn,
  countPlaces,
  countWhys,
  type Endings,
  endingAt,
  endingsOf,
  type Scope,
  slotsInScope,
} from "./timeouts-index";

const NEXT_MOST = 100;
const OVERDUE_MOST = 20;
const SERVERS_MOST = 50;

/** A reading that reaches the samples in our own tables as well. */
export interface SampleReading extends Reading {
  readonly desk: Desk;
  readonly siteId: string;
}

export function sampleReadingOf(runtime: Runtime): SampleReading {
  return { ...readingOf(runtime), desk: runtime.desk, siteId: runtime.siteId };
}

/** The timeouts diagram in numbers, and what ends next. Throws DeskError `not-found` and `conflict`, naming the parameter. */
export async function readTimeouts(reading: SampleReading, query: TimeoutsQuery): Promise<TimeoutsResponse> {
  const asked = scopeOf(siteIndex(reading.site), query);
  const flows =
    asked.machineKey === null
      ? await flowSums(reading.desk, reading.siteId).read(asked.groupKey ?? "", reading.now)
      : NO_FLOWS;
  // From here on everything is of one version; what was asked about may have left the site meanwhile.
  const index = siteIndex(reading.site);
  const scope = scopeOf(index, query);
  const slots = slotsInScope(index, scope);
  const endings = endingsOf(index, scope, reading.now);
  const apart = countColumn(apartColumn(index.sessions), slots);
  const rowsOf = (some: readonly number[]) => some.flatMap((slot) => endingRow(index, slot, reading.now));
  return {
    ...envelopeOf(reading, index.snapshot),
    sessions: slots.length,
    states: countPlaces(index, slots),
    apart: {
      starting: apart.starting ?? 0,
      unknown: apart.unknown ?? 0,
      notBrokered: apart["not-brokered"] ?? 0,
    },
    flows,
    limits: limitsRead(index, scope),
    next: rowsOf(endings.ahead.slice(0, NEXT_MOST)),
    due: endings.ahead.length,
    overdue: { count: endings.overdue.length, rows: rowsOf(endings.overdue.slice(0, OVERDUE_MOST)) },
    withoutDeadline: countWhys(index, slots),
    standby: standbyAnswer(index, slots, reading.settings.standbyMegabytes),
    groups: groupRows(index, scope, slots, endings),
    servers: serverRows(index, endings, reading.now),
  };
}

function scopeOf(index: SiteIndex, { group, server }: TimeoutsQuery): Scope {
  return {
    groupKey: group ? resolveGroupKey(index, group, "group") : null,
    machineKey: server ? resolveMachine(index, server, "server").record.key : null,
  };
}

function endingRow(index: SiteIndex, slot: number, now: Instant): EndingRow[] {
  const ending = endingAt(index, slot, now);
  const life = ending?.entry.due.life;
  if (!ending || !life) return [];
  const { record } = ending.entry;
  return [
    {
      sessionKey: record.key,
      user: record.user,
      userFullName: record.userFullName,
      userKey: record.userKey,
      machine: record.machine,
      machineKey: record.machineKey,
      deliveryGroup: record.deliveryGroup,
      life,
      due: dueAnswer(ending.deadline),
      ghostId: index.snapshot.ghosts.ofSession(record.key)?.id ?? null,
    },
  ];
}

/** How many machines with sessions said their limits. */
function limitsRead(index: SiteIndex, { groupKey, machineKey }: Scope): TimeoutsResponse["limits"] {
  const { timers, machines } = index.snapshot;
  let [machinesRead, machinesWithSessions] = [0, 0];
  for (const machine of machines.values()) {
    if (groupKey !== null && machine.deliveryGroupKey !== groupKey) continue;
    if (machineKey !== null && machine.key !== machineKey) continue;
    if (index.tallyOnMachine(machine.key).sessions === 0) continue;
    machinesWithSessions += 1;
    if (timers.machine(machine.key)) machinesRead += 1;
  }
  return { groupsReadAt: isoOrNull(timers.groups?.readAt ?? null), machinesRead, machinesWithSessions };
}

function standbyAnswer(index: SiteIndex, slots: Uint32Array, megabytesEach: number): TimeoutsResponse["standby"] {
  const { sessions, licences } = standbyCost(index, slots);
  return { sessions, licences, megabytes: sessions * megabytesEach, megabytesEach };
}

/** Every group, or the one that was asked about; of one machine those that have sessions on it. */
function groupRows(
  index: SiteIndex,
  { groupKey, machineKey }: Scope,
  slots: Uint32Array,
  { ahead }: Endings,
): TimeoutsResponse["groups"] {
  const { groups } = index.snapshot;
  const counts = countByGroup(index, slots);
  const limits = limitsByGroup(index.snapshot);
  const nextAt = nextAts(index, ahead, ({ deliveryGroupKey }) => deliveryGroupKey, groups.size);
  const shown = [...groups.values()].filter(
    ({ key }) => (groupKey === null || key === groupKey) && (machineKey === null || counts.get(key)?.sessions),
  );
  const none = countPlaces(index, new Uint32Array(0));
  return shown
    .sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1))
    .map(({ key, name, sessionSupport }) => ({
      ...{ key, name, sessionSupport },
      ...(counts.get(key) ?? { sessions: 0, states: none }),
      limits: limits.get(key) ?? [],
      nextAt: isoOrNull(nextAt.get(key) ?? null),
    }));
}

function serverRows(index: SiteIndex, { ahead }: Endings, now: Instant): TimeoutsResponse["servers"] {
  const nextAt = nextAts(index, ahead, ({ machineKey }) => machineKey, SERVERS_MOST);
  return [...nextAt].flatMap(([key, at]) => {
    const machine = index.machines.get(key)?.record;
    if (!machine || at < now) return [];
    const slots = slotsInScope(index, { groupKey: null, machineKey: key });
    return [
      {
        key,
        name: machine.name,
        deliveryGroup: machine.deliveryGroup,
        sessions: slots.length,
        states: countPlaces(index, slots),
        nextAt: isoOf(at),
      },
    ];
  });
}

/** The first deadline of each owner, the nearest first, until so many were found. */
function nextAts(
  { sessions }: SiteIndex,
  ahead: readonly number[],
  ownerOf: (session: { readonly deliveryGroupKey: string | null; readonly machineKey: string | null }) => string | null,
  most: number,
): Map<string, Instant> {
  const next = new Map<string, Instant>();
  for (const slot of ahead) {
    const { record, due } = sessions.at(slot);
    const owner = ownerOf(record);
    if (owner === null || due.ends.at === null || next.has(owner)) continue;
    next.set(owner, due.ends.at);
    if (next.size === most) break;
  }
  return next;
}
