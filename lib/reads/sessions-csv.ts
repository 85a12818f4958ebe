import { setImmediate } from "node:timers/promises";
import type { SessionFilter } from "@/lib/api/contract/sessions";
import type { Session } from "@/lib/domain/site";
import type { GhostBook } from "@/lib/domain/snapshot";
import { isoOf, isoOrNull, type Reading } from "./envelope";
import { readSessionFilter, slotsInAnyState, slotsInStates } from "./session-filter";
import { siteIndex } from "./site-index";
import { descendingSlots } from "./window";

/** Sessions as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read the letters right). */

type Cell = string | number | boolean | null;

/** Header names are an interface of their own: scripts read them. New columns go to the end. */
const COLUMNS: readonly (readonly [name: string, read: (session: Session, ghosts: GhostBook) => Cell])[] = [
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
  ["ghost", (session, ghosts) => ghosts.ofSession(session.key)?.class ?? null],
];

const BYTE_ORDER_MARK = "\u{FEFF}";
/** So many rows take a few milliseconds; between two chunks others are served. */
const CHUNK_ROWS = 400;

/**
 * Exactly the sessions of the filter, in its order, as they are at this moment: what changes while the file is sent is
 * not in it. Throws as the list does, before the first byte.
 */
export function readSessionsCsv(reading: Reading, filter: SessionFilter): ReadableStream<Uint8Array> {
  const index = siteIndex(reading.site);
  const ready = readSessionFilter(index, filter);
  const rows = slotsInStates(index, slotsInAnyState(index, ready), ready);
  const slots = ready.sort.descending ? descendingSlots(rows) : rows.slots;
  const sessions = Array.from(slots, (slot) => index.sessions.at(slot).record);
  return streamChunks(csvChunks(sessions, index.snapshot.ghosts));
}

/** The name of the file: which site, and as of when. */
export function csvFileName({ site, now }: Reading): string {
  const name = site.siteName.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "") || "site";
  return `sessions-${name}-${isoOf(now).replace(/[:.]/g, "-")}.csv`;
}

function* csvChunks(sessions: readonly Session[], ghosts: GhostBook): Generator<string> {
  yield `${BYTE_ORDER_MARK}${COLUMNS.map(([name]) => name).join(",")}\r\n`;
  for (let first = 0; first < sessions.length; first += CHUNK_ROWS) {
    yield sessions
      .slice(first, first + CHUNK_ROWS)
      .map((session) => csvLine(session, ghosts))
      .join("");
  }
}

function csvLine(session: Session, ghosts: GhostBook): string {
  return `${COLUMNS.map(([, read]) => csvCell(read(session, ghosts))).join(",")}\r\n`;
}

/** At the start of a cell, and behind a semicolon, where some spreadsheets begin the next one; in wide letters as well. */
const FORMULA_START = /(^|;)([=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/g;

/**
 * One cell. Unknown is empty. Text that a spreadsheet would take for a formula gets an apostrophe in front
 * (OWASP, CSV injection): names come from other machines.
 */
export function csvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return `${value}`;
  const safe = value.replaceAll(FORMULA_START, "$1'$2");
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function streamChunks(chunks: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = chunks.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value));
      await setImmediate();
    },
    cancel: () => void chunks.return(undefined),
  });
}
