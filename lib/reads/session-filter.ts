import type { SessionFilter } from "@/lib/api/contract/sessions";
import { USER_SOURCES } from "@/lib/api/contract/user-sources";
import { SESSION_SORTS, type SessionSort } from "@/lib/api/sort-fields";
import type { GhostClass } from "@/lib/domain/ghost/classes";
import { isOverdue } from "@/lib/domain/session/deadline-of";
import { LIFE_STATES } from "@/lib/domain/session/life";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { MONITOR } from "@/lib/site/enumerations";
import { commaList, parseNames } from "./comma-list";
import type { SessionEntry } from "./entries";
import { fold, foldWords } from "./fold";
import { parseClasses } from "./ghost-classes";
import type { Column } from "./record-order";
import { resolveGroupKey, resolveMachine, resolveSomebody } from "./resolve-key";
import type { SiteIndex } from "./site-index";
import { sessionsOf } from "./somebody";
import { compareAt, type SortValue } from "./sorting";
import { parseSort, type Sort } from "./window";

/** A filter of sessions, read from its parameters; the list and the CSV share it, so that they show the same rows. */
export interface ReadySessionFilter {
  readonly sort: Sort<SessionSort>;
  readonly words: readonly string[];
  /** Null means every state. */
  readonly states: ReadonlySet<string> | null;
  /** Null means every source of a name. */
  readonly userSources: ReadonlySet<string> | null;
  readonly groupKey: string | null;
  /** Places in the timeouts diagram; null means every place, and none. */
  readonly lives: ReadonlySet<string> | null;
  /** Only sessions past their deadline at that time; null means all. */
  readonly overdueAt: Instant | null;
  /** The sessions of the machine, person or ghost classes that were named; null means all of the site's. */
  readonly among: readonly SessionEntry[] | null;
}

const USUAL_SORT = { field: "user", descending: false } as const;

/** Throws DeskError `invalid`, `not-found` or `conflict`, each naming the parameter. */
export function readSessionFilter(index: SiteIndex, filter: SessionFilter, now: Instant): ReadySessionFilter {
  return {
    sort: parseSort(filter.sort, SESSION_SORTS, USUAL_SORT),
    words: foldWords(filter.q),
    states: parseStates(filter.state),
    userSources: parseUserSources(filter.userSource),
    groupKey: filter.group ? resolveGroupKey(index, filter.group, "group") : null,
    lives: parseLives(filter.life),
    overdueAt: filter.overdue ? now : null,
    among: sessionsAmong(index, filter),
  };
}

/** The few that a machine, a person or an incident names: all of the site's sessions need not be looked at for them. */
function sessionsAmong(index: SiteIndex, filter: SessionFilter): readonly SessionEntry[] | null {
  const { server, user } = filter;
  const named = [
    server ? index.sessionsOnMachine(resolveMachine(index, server, "server").record.key) : null,
    user ? sessionsOf(index, resolveSomebody(index, user, "user")) : null,
    ghostsAmong(index, parseClasses(filter.class)),
  ].filter((entries) => entries !== null);
  const [first, ...others] = named;
  if (first === undefined) return null;
  const rest = others.map((entries) => new Set(entries));
  return first.filter((entry) => rest.every((entries) => entries.has(entry)));
}

/** Sessions with an open incident of these classes. */
function ghostsAmong(index: SiteIndex, classes: ReadonlySet<GhostClass> | null): SessionEntry[] | null {
  if (classes === null) return null;
  return [...index.snapshot.ghosts.values()].flatMap((incident) => {
    const isMeant = incident.subject.kind === "session" && classes.has(incident.class);
    return isMeant ? (index.sessions.get(incident.subject.key) ?? []) : [];
  });
}

const STATE_NAMES = new Map(Object.values(MONITOR.connectionState).map((name) => [name.toLowerCase(), name]));

function parseStates(text: string | undefined): ReadonlySet<string> | null {
  const given = commaList(text);
  if (given.length === 0) return null;
  return new Set(given.map((name) => (/^\d+$/.test(name) ? `${Number(name)}` : knownState(name))));
}

function knownState(name: string): string {
  const known = STATE_NAMES.get(name.toLowerCase());
  if (known) return known;
  const names = [...STATE_NAMES.values()].join(", ");
  throw new DeskError("invalid", `There is no session state "${name}". States are ${names}.`, { field: "state" });
}

function parseUserSources(text: string | undefined): ReadonlySet<string> | null {
  const given = parseNames(text, {
    field: "userSource",
    noun: "source of a name",
    plural: "Sources",
    names: USER_SOURCES,
  });
  return given.length === 0 ? null : new Set(given);
}

function parseLives(text: string | undefined): ReadonlySet<string> | null {
  const given = parseNames(text, {
    field: "life",
    noun: "place in the timeouts diagram",
    plural: "Places",
    names: LIFE_STATES,
  });
  return given.length === 0 ? null : new Set(given);
}

/** Slots of the session index in the filter's order, ascending, unknown values last. */
export interface SessionSlots {
  readonly slots: Uint32Array;
  valueAt(slot: number): SortValue;
}

/** Every session the filter leaves, whatever its state. */
export function slotsInAnyState({ sessions }: SiteIndex, filter: ReadySessionFilter): SessionSlots {
  const { among, words, groupKey, userSources, lives, overdueAt } = filter;
  if (among) return sortFew(sessions, among.filter(isLeftBy(filter)), filter.sort.field);
  const sorted = sortAll(sessions, filter.sort.field);
  let { slots } = sorted;
  if (groupKey !== null) {
    const groups = groupColumn(sessions);
    const wanted = groups.codeOf(groupKey);
    slots = slots.filter((slot) => groups.codes[slot] === wanted);
  }
  if (userSources !== null) {
    slots = slots.filter((slot) => userSources.has(sessions.at(slot).record.userSource));
  }
  if (lives !== null) {
    const places = lifeColumn(sessions);
    const wanted = new Set(Array.from(lives, (life) => places.codeOf(life)));
    slots = slots.filter((slot) => wanted.has(places.codes[slot] ?? -1));
  }
  if (overdueAt !== null) {
    slots = slots.filter((slot) => isOverdue(sessions.at(slot).due.ends, overdueAt));
  }
  if (words.length > 0) {
    const found = sessions.column(`search ${words.join(" ")}`, ({ searched }) =>
      words.every((word) => searched.includes(word)) ? "yes" : "no",
    );
    const yes = found.codeOf("yes");
    slots = slots.filter((slot) => found.codes[slot] === yes);
  }
  return { slots, valueAt: (slot) => sorted.valueAt(slot) };
}

/** The same conditions for one session, where there are too few to be worth a column. */
function isLeftBy({ words, groupKey, userSources, lives, overdueAt }: ReadySessionFilter) {
  return ({ record, due, searched }: SessionEntry): boolean =>
    (groupKey === null || record.deliveryGroupKey === groupKey) &&
    (userSources === null || userSources.has(record.userSource)) &&
    (lives === null || lives.has(due.life ?? "")) &&
    (overdueAt === null || isOverdue(due.ends, overdueAt)) &&
    words.every((word) => searched.includes(word));
}

type Sessions = SiteIndex["sessions"];

/** Every session by one field, as long as the site is. */
export function sortAll(sessions: Sessions, field: SessionSort): SessionSlots {
  return sessions.sorted(field, SORT_VALUES[field]);
}

function sortFew(sessions: Sessions, few: readonly SessionEntry[], field: SessionSort): SessionSlots {
  const values = new Map<number, SortValue>();
  for (const entry of few) {
    const slot = sessions.slotOf(entry.record.key);
    if (slot !== undefined) values.set(slot, SORT_VALUES[field](entry));
  }
  const valueAt = (slot: number) => values.get(slot) ?? null;
  const slots = [...values.keys()];
  slots.sort((a, b) => compareAt(valueAt(a), sessions.at(a).record.key, valueAt(b), sessions.at(b).record.key));
  return { slots: Uint32Array.from(slots), valueAt };
}

/** The delivery groups of all sessions, by slot; "" where there is none. */
export function groupColumn(sessions: Sessions): Column<SessionEntry> {
  return sessions.column("group", ({ record }) => record.deliveryGroupKey ?? "");
}

/** Their places in the timeouts diagram, by slot; "" where there is none. */
export function lifeColumn(sessions: Sessions): Column<SessionEntry> {
  return sessions.column("life", ({ due }) => due.life ?? "");
}

/** The states of all sessions, by slot. */
export function stateColumn({ sessions }: SiteIndex): Column<SessionEntry> {
  return sessions.column("state", ({ record }) => record.state);
}

/** Of these, the sessions in one of the filter's states. */
export function slotsInStates(
  index: SiteIndex,
  { slots, valueAt }: SessionSlots,
  filter: ReadySessionFilter,
): SessionSlots {
  const { states } = filter;
  if (states === null) return { slots, valueAt };
  const column = stateColumn(index);
  const wanted = new Set(Array.from(states, (state) => column.codeOf(state)));
  return { slots: slots.filter((slot) => wanted.has(column.codes[slot] ?? -1)), valueAt };
}

const text = (value: string | null): SortValue => (value === null ? null : fold(value));

const SORT_VALUES: Record<SessionSort, (entry: SessionEntry) => SortValue> = {
  user: ({ record }) => text(record.user),
  machine: ({ record }) => text(record.machine),
  deliveryGroup: ({ record }) => text(record.deliveryGroup),
  state: ({ record }) => text(record.state),
  appState: ({ record }) => text(record.appState),
  since: ({ record }) => record.since,
  idleSince: ({ record }) => record.idleSince,
  startedAt: ({ record }) => record.startedAt,
  client: ({ record }) => text(record.client),
  ends: ({ due }) => due.ends.at,
  protocol: ({ record }) => text(record.protocol),
};
