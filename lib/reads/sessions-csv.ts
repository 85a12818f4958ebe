import type { SessionFilter } from "@/lib/api/contract/sessions";
import type { Instant, Session } from "@/lib/domain/site";
import type { GhostBook, Snapshot } from "@/lib/domain/snapshot";
import { type CsvValue, csvHead, csvLine, csvName, streamChunks } from "./csv";
import { isoOf, isoOrNull, type Reading } from "./envelope";
import { dueOf, type SessionDue } from "./session-due";
import { readSessionFilter, slotsInAnyState, slotsInStates } from "./session-filter";
import { siteIndex } from "./site-index";
import { descendingSlots } from "./window";

/** What of a session stands outside of its record. */
interface Beside {
  readonly ghosts: GhostBook;
  readonly due: SessionDue;
}

/** Header names are an interface of their own: scripts read them. New columns go to the end. */
const COLUMNS: readonly (readonly [name: string, read: (session: Session, beside: Beside) => CsvValue])[] = [
  ["key", (session) => session.key],
  ["user", (session) => session.user],
  ["userFullName", (session) => session.userFullName],
  ["userKey", (session) => session.userKey],
  ["userSource", (session) => session.userSource],
  ["machine", (session) => session.machine],
  ["machineKey", (session) => session.machineKey],
  ["deliveryGroup", (session) => session.deliveryGroup],
  ["sessionSupport", (session) => session.sessionSupport],
  ["sessionType", (session) => session.sessionType],
  ["state", (session) => session.state],
  ["appState", (session) => session.appState],
  ["since", (session) => isoOf(session.since)],
  ["idleSince", (session) => isoOrNull(session.idleSince)],
  ["startedAt", (session) => isoOrNull(session.startedAt)],
  ["logOnDurationMs", (session) => session.logOnDurationMs],
  ["client", (session) => session.client],
  ["clientAddress", (session) => session.clientAddress],
  ["clientVersion", (session) => session.clientVersion],
  ["clientPlatform", (session) => session.clientPlatform],
  ["protocol", (session) => session.protocol],
  ["connectionMode", (session) => session.connectionMode],
  ["hidden", (session) => session.hidden],
  ["anonymous", (session) => session.anonymous],
  ["applications", (session) => session.applications.join("; ")],
  ["ghost", (session, { ghosts }) => ghosts.ofSession(session.key)?.class ?? null],
  ["life", (_, { due }) => due.life],
  ["endsAt", (_, { due }) => isoOrNull(due.ends.at)],
  ["endsBy", (_, { due }) => (due.ends.at === null ? null : due.ends.timer)],
];

/** So many rows take a few milliseconds; between two chunks others are served. */
const CHUNK_ROWS = 400;

/**
 * Exactly the sessions of the filter, in its order, as they are at this moment: what changes while the file is sent is
 * not in it. Throws as the list does, before the first byte.
 */
export function readSessionsCsv(reading: Reading, filter: SessionFilter): ReadableStream<Uint8Array> {
  const index = siteIndex(reading.site);
  const ready = readSessionFilter(index, filter, reading.now);
  const rows = slotsInStates(index, slotsInAnyState(index, ready), ready);
  const slots = ready.sort.descending ? descendingSlots(rows) : rows.slots;
  const sessions = Array.from(slots, (slot) => index.sessions.at(slot).record);
  return streamChunks(csvChunks(sessions, index.snapshot, reading.now));
}

/** The name of the file: which site, and as of when. */
export function csvFileName({ site, now }: Reading): string {
  return csvName("sessions", site.siteName, now);
}

function* csvChunks(sessions: readonly Session[], { ghosts, timers }: Snapshot, now: Instant): Generator<string> {
  yield csvHead(COLUMNS.map(([name]) => name));
  for (let first = 0; first < sessions.length; first += CHUNK_ROWS) {
    yield sessions
      .slice(first, first + CHUNK_ROWS)
      .map((session) => ({ session, beside: { ghosts, due: dueOf(session, { timers, now }) } }))
      .map(({ session, beside }) => csvLine(COLUMNS.map(([, read]) => read(session, beside))))
      .join("");
  }
}
