import { GHOST_CLASSES, type SessionFilter, USER_SOURCES } from "@/lib/api/contract/sessions";
import { SESSION_SORTS, type SessionSort } from "@/lib/api/sort-fields";
import type { Session } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { MONITOR } from "@/lib/site/enumerations";
import { fold, foldWords } from "./fold";
import type { Column } from "./record-order";
import { resolveGroupKey, resolveMachine, resolveSomebody } from "./resolve-key";
import type { SessionEntry, SiteIndex } from "./site-index";
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
  /** The sessions of the machine or person that was named; null means all of the site's. */
  readonly among: readonly SessionEntry[] | null;
}

const USUAL_SORT = { field: "user", descending: false } as const;

/** Throws DeskError `invalid`, `not-found` or `conflict`, each naming the parameter. */
export function readSessionFilter(index: SiteIndex, filter: SessionFilter): ReadySessionFilter {
  refuseClass(filter.class);
  return {
    sort: parseSort(filter.sort, SESSION_SORTS, USUAL_SORT),
    words: foldWords(filter.q),
    states: parseStates(filter.state),
    userSources: parseUserSources(filter.userSource),
    groupKey: filter.group ? resolveGroupKey(index, filter.group, "group") : null,
    among: sessionsAmong(index, filter),
  };
}

function sessionsAmong(index: SiteIndex, { server, user }: SessionFilter): readonly SessionEntry[] | null {
  const onMachine = server ? index.sessionsOnMachine(resolveMachine(index, server, "server").record.key) : null;
  const ofUser = user ? sessionsOf(index, resolveSomebody(index, user, "user")) : null;
  if (!onMachine || !ofUser) return onMachine ?? ofUser;
  const both = new Set(ofUser);
  return onMachine.filter((entry) => both.has(entry));
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
  const given = commaList(text).map((name) => name.toLowerCase());
  const unknown = given.find((name) => !USER_SOURCES.some((each) => each === name));
  if (unknown === undefined) return given.length === 0 ? null : new Set(given);
  const message = `There is no source of a name "${unknown}". Sources are ${USER_SOURCES.join(", ")}.`;
  throw new DeskError("invalid", message, { field: "userSource" });
}

/** Nothing detects ghosts yet: an empty list, or one that ignores the filter, would both be lies. */
function refuseClass(text: string | undefined): void {
  const given = commaList(text);
  const unknown = given.find((name) => !GHOST_CLASSES.some((each) => each === name.toLowerCase()));
  if (unknown !== undefined) {
    const message = `There is no ghost class "${unknown}". Classes are ${GHOST_CLASSES.join(", ")}.`;
    throw new DeskError("invalid", message, { field: "class" });
  }
  if (given.length === 0) return;
  throw new DeskError("invalid", "Sessions cannot be filtered by ghost class: ghosts are not detected yet.", {
    field: "class",
  });
}

function commaList(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** Slots of the session index in the filter's order, ascending, unknown values last. */
export interface SessionSlots {
  readonly slots: Uint32Array;
  valueAt(slot: number): SortValue;
}

/** Every session the filter leaves, whatever its state. */
export function slotsInAnyState({ sessions }: SiteIndex, filter: ReadySessionFilter): SessionSlots {
  const sorted = filter.among
    ? sortFew(sessions, filter.among, filter.sort.field)
    : sortAll(sessions, filter.sort.field);
  const { words, groupKey, userSources } = filter;
  let { slots } = sorted;
  if (groupKey !== null) {
    const groups = sessions.column("group", ({ record }) => record.deliveryGroupKey ?? "");
    const wanted = groups.codeOf(groupKey);
    slots = slots.filter((slot) => groups.codes[slot] === wanted);
  }
  if (userSources !== null) {
    slots = slots.filter((slot) => userSources.has(sessions.at(slot).record.userSource));
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

type Sessions = SiteIndex["sessions"];

/** Every session by one field, as long as the site is. */
export function sortAll(sessions: Sessions, field: SessionSort): SessionSlots {
  const sortValue = SORT_VALUES[field];
  return sessions.sorted(field, ({ record }) => sortValue(record));
}

function sortFew(sessions: Sessions, among: readonly SessionEntry[], field: SessionSort): SessionSlots {
  const valueAt = (slot: number) => SORT_VALUES[field](sessions.at(slot).record);
  const slots = among.flatMap(({ record }) => sessions.slotOf(record.key) ?? []);
  slots.sort((a, b) => compareAt(valueAt(a), sessions.at(a).record.key, valueAt(b), sessions.at(b).record.key));
  return { slots: Uint32Array.from(slots), valueAt };
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

const SORT_VALUES: Record<SessionSort, (session: Session) => SortValue> = {
  user: (session) => text(session.user),
  machine: (session) => text(session.machine),
  deliveryGroup: (session) => text(session.deliveryGroup),
  state: (session) => text(session.state),
  appState: (session) => text(session.appState),
  since: (session) => session.since,
  idleSince: (session) => session.idleSince,
  startedAt: (session) => session.startedAt,
  client: (session) => text(session.client),
  protocol: (session) => text(session.protocol),
};
