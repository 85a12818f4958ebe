import { readHistory, readIncident } from "@/lib/collector/ghosts/incident-rows";
import type { GhostDesk, Runtime } from "@/lib/collector/runtime";
import type { Desk } from "@/lib/desk/client";
import type { IncidentState } from "@/lib/domain/ghost/classes";
import type { Incident, IncidentEntry } from "@/lib/domain/ghost/incident";
import { endedGhosts } from "./ended-ghosts";
import { type Reading, readingOf } from "./envelope";
import type { ListedIncident } from "./ghost-row";

/** What our own tables remember of ghosts: those that ended, and the history of all. */

/** A reading that reaches our own tables as well. */
export interface GhostReading extends Reading {
  readonly desk: Desk;
  readonly siteId: string;
  readonly ghosts: Pick<GhostDesk, "settle">;
}

export function ghostReadingOf(runtime: Runtime): GhostReading {
  const { desk, siteId, ghosts } = runtime;
  return { ...readingOf(runtime), desk, siteId, ghosts };
}

/** Incidents in these states that are over. */
export async function readEnded(reading: GhostReading, states: readonly IncidentState[]): Promise<ListedIncident[]> {
  if (states.length === 0) return [];
  const { desk, siteId, ghosts, now } = reading;
  // What ended just now stands in no snapshot any more: it has to be in the tables.
  await ghosts.settle();
  const ended = await endedGhosts(desk, siteId).read(now);
  return ended.filter(({ state }) => states.includes(state));
}

/** One incident as our own tables have it, null where they have none, and its history, oldest first. */
export async function readStored(
  { desk, siteId, ghosts }: GhostReading,
  id: string,
): Promise<{ readonly incident: Incident | null; readonly history: readonly IncidentEntry[] }> {
  await ghosts.settle();
  const [incident, history] = await Promise.all([readIncident(desk, siteId, id), readHistory(desk, siteId, id)]);
  return { incident, history };
}
