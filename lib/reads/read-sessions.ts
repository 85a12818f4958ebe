import type * as z from "zod";
import type { SessionFilter, SessionResponse, SessionsQuery, SessionsResponse } from "@/lib/api/contract/sessions";
import { envelopeOf, type Reading } from "./envelope";
import { resolveSession } from "./resolve-key";
import { slotRows } from "./row-list";
import { readSessionFilter, slotsInAnyState, slotsInStates, stateColumn } from "./session-filter";
import { sessionRow } from "./session-row";
import { type SiteIndex, siteIndex } from "./site-index";
import { cutWindow } from "./window";

/** One window of the sessions, with counts by state over the rows that the filter would have without its states. */
export function readSessions(reading: Reading, query: SessionsQuery): SessionsResponse {
  const index = siteIndex(reading.site);
  const filter = readSessionFilter(index, query, reading.now);
  const inAnyState = slotsInAnyState(index, filter);
  const { slots, valueAt } = slotsInStates(index, inAnyState, filter);
  const rows = slotRows(index.sessions, slots, valueAt);
  const { entries, ...window } = cutWindow(rows, query, nameOfList(query), filter.sort.descending);
  return {
    ...envelopeOf(reading, index.snapshot),
    ...window,
    rows: entries.map(({ record }) => sessionRow(record, index.snapshot, reading.now)),
    byState: countStates(index, inAnyState.slots),
  };
}

/** A cursor belongs to the list with exactly this filter and order. */
function nameOfList({ q, state, class: classes, userSource, life, overdue, ...named }: SessionFilter): string {
  const { server, group, user, sort } = named;
  return JSON.stringify(["sessions", q, state, classes, userSource, life, overdue, server, group, user, sort]);
}

function countStates(index: SiteIndex, slots: Uint32Array): Record<string, number> {
  const { codes, values } = stateColumn(index);
  const counts = values.map(() => 0);
  for (const slot of slots) {
    const code = codes[slot] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return Object.fromEntries(values.map((state, code) => [state, counts[code] ?? 0]).filter(([, count]) => count !== 0));
}

/** One session. Throws DeskError `not-found`. */
export function readSession(reading: Reading, sessionKey: string): z.infer<typeof SessionResponse> {
  const index = siteIndex(reading.site);
  const { record } = resolveSession(index, sessionKey, "sessionKey");
  return { ...envelopeOf(reading, index.snapshot), session: sessionRow(record, index.snapshot, reading.now) };
}
