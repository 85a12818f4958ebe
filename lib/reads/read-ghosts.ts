import type { GhostsQuery, GhostsResponse } from "@/lib/api/contract/ghosts";
import { envelopeOf, isoOrNull } from "./envelope";
import { endedStates, parseGhostStates, readGhostFilter } from "./ghost-filter";
import { ghostSortValue, parseGhostSort } from "./ghost-order";
import { ghostRow, type ListedIncident } from "./ghost-row";
import { comparePlaced } from "./row-list";
import { serverReach } from "./server-reach";
import { siteIndex } from "./site-index";
import { type GhostReading, readEnded } from "./stored-ghosts";
import { cutWindow } from "./window";

/**
 * One window of the incidents: the open ones out of the snapshot, those that ended out of our own tables. Without `sort` as they need
 * a person. Throws DeskError `invalid`, `not-found` or `conflict`, each naming the parameter.
 */
export async function readGhosts(reading: GhostReading, query: GhostsQuery): Promise<GhostsResponse> {
  const states = parseGhostStates(query.state);
  const sort = parseGhostSort(query.sort);
  const ended = await readEnded(reading, endedStates(states));
  // From here on everything is of one version.
  const index = siteIndex(reading.site);
  const { ghosts } = index.snapshot;
  const incidents = [...ghosts.values(), ...ended.filter(({ id }) => !ghosts.get(id))];
  const { classes, isAbout } = readGhostFilter(index, query, incidents);
  const about = incidents.filter(isAbout);
  const inClasses = about.filter((incident) => classes?.has(incident.class) ?? true);
  const placed = inClasses
    .filter(({ state }) => states.has(state))
    .map((incident) => ({ value: ghostSortValue(sort.field, incident), entry: entryOf(incident) }))
    .sort(comparePlaced);
  const rows = { length: placed.length, at: (position: number) => placed[position] };
  const { entries, ...window } = cutWindow(rows, query, nameOfList(query), sort.descending);
  return {
    ...envelopeOf(reading, index.snapshot),
    ...window,
    rows: entries.map(({ incident }) => ghostRow(incident)),
    byClass: countBy(
      about.filter(({ state }) => states.has(state)),
      (incident) => incident.class,
    ),
    byState: countBy(inClasses, ({ state }) => state),
    emptySince: isoOrNull(ghosts.emptySince),
    server: serverReach(reading.site.sourcesNow(), reading.site.servers),
  };
}

function entryOf(incident: ListedIncident) {
  return { record: { key: incident.id }, incident };
}

/** A cursor belongs to the list with exactly this filter and order. */
function nameOfList({ class: classes, state, server, group, user, q, sort }: GhostsQuery): string {
  return JSON.stringify(["ghosts", classes, state, server, group, user, q, sort]);
}

function countBy(
  incidents: readonly ListedIncident[],
  nameOf: (incident: ListedIncident) => string,
): Record<string, number> {
  const counts = new Map<string, number>();
  for (const incident of incidents) counts.set(nameOf(incident), (counts.get(nameOf(incident)) ?? 0) + 1);
  return Object.fromEntries(counts);
}
