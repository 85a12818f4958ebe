import type { DeskTransaction } from "@/lib/desk/client";
import { RETURN_WITHIN_MS } from "@/lib/domain/ghost/find-incident";
import type { Subject } from "@/lib/domain/ghost/finding";
import type { Incident, IncidentEntry } from "@/lib/domain/ghost/incident";
import { type IncidentEvent, type Reduction, unchanged } from "@/lib/domain/ghost/incident-event";
import { reduceIncident } from "@/lib/domain/ghost/reduce-incident";
import { DeskError } from "@/lib/errors";
import { fromIncidentRow, type IncidentRow, readIncident, toIncidentRow } from "./incident-rows";

/**
 * Every change of an incident is an event over the row as it stands, inside one transaction: what the rules found and what people did
 * meet there and never overwrite each other, and whoever says the same thing twice adds nothing.
 */

/** Something that happened to the incident of a subject; null: nothing, its row is only to be read again. */
export interface Step {
  readonly subject: Subject;
  readonly event: IncidentEvent | null;
}

export const subjectId = ({ kind, key }: Subject) => `${kind} ${key}`;

/** Carries out steps in their order; returns the last incident of each subject that has one. */
export async function applySteps(
  tx: DeskTransaction,
  siteId: string,
  steps: readonly Step[],
): Promise<ReadonlyMap<string, Incident>> {
  const last = await readLast(tx, siteId, steps);
  const rows = new Map([...last.values()].map((incident) => [incident.id, incident]));
  // By id: while the database was away a subject may have had more than one.
  const reached = new Map<string, Incident>();
  const lines: Line[] = [];
  for (const { subject, event } of steps) {
    const key = subjectId(subject);
    const current = last.get(key) ?? null;
    const { incident, entries } = event ? reduceIncident(current, event) : unchanged(current);
    if (!incident) continue;
    last.set(key, incident);
    reached.set(incident.id, incident);
    for (const entry of entries) lines.push({ incidentId: incident.id, entry });
  }
  await write(tx, siteId, { rows, reached, lines });
  return last;
}

/**
 * Something that a person did to one incident. Throws DeskError `not-found` where the site has none of that id, `conflict` where a
 * later one of the same session or machine took its place. Where nothing changed, nothing is written.
 */
export async function changeIncident(
  tx: DeskTransaction,
  siteId: string,
  id: string,
  event: IncidentEvent,
): Promise<Reduction> {
  const incident = await readIncident(tx, siteId, id);
  if (!incident) throw new DeskError("not-found", "There is no such ghost.");
  if (await hasLater(tx, siteId, incident)) {
    throw new DeskError("conflict", "This ghost is over; a later one stands in its place.");
  }
  const reduced = reduceIncident(incident, event);
  const lines = reduced.entries.map((entry) => ({ incidentId: id, entry }));
  await write(tx, siteId, { rows: new Map([[id, incident]]), reached: new Map([[id, reduced.incident]]), lines });
  return reduced;
}

/** Whether another incident of the same session or machine began after this one: then nothing happens to this one any more. */
export async function hasLater(
  tx: DeskTransaction,
  siteId: string,
  { subject, firstSeenAt }: Incident,
): Promise<boolean> {
  const later = await tx.incident.findFirst({
    where: { siteId, subjectKey: subject.key, subjectKind: subject.kind, firstSeenAt: { gt: new Date(firstSeenAt) } },
    select: { id: true },
  });
  return later !== null;
}

/** The newest incident of each subject, since one begins only when the one before it has ended; none that is over for good. */
async function readLast(tx: DeskTransaction, siteId: string, steps: readonly Step[]): Promise<Map<string, Incident>> {
  const earliest = Math.min(...steps.flatMap(({ event }) => (event ? [event.at] : [])));
  const since = Number.isFinite(earliest) ? [{ clearedAt: { gte: new Date(earliest - RETURN_WITHIN_MS) } }] : [];
  const rows = await tx.incident.findMany({
    where: {
      siteId,
      subjectKey: { in: [...new Set(steps.map(({ subject }) => subject.key))] },
      OR: [{ clearedAt: null }, ...since],
    },
    orderBy: { firstSeenAt: "asc" },
  });
  const incidents = rows.map(fromIncidentRow).filter((incident) => incident !== null);
  return new Map(incidents.map((incident) => [subjectId(incident.subject), incident]));
}

/** A line of the history of one incident. */
interface Line {
  readonly incidentId: string;
  readonly entry: IncidentEntry;
}

interface Written {
  /** Incidents as their rows are, and as they are to be, by id. */
  readonly rows: ReadonlyMap<string, Incident>;
  readonly reached: ReadonlyMap<string, Incident>;
  readonly lines: readonly Line[];
}

async function write(tx: DeskTransaction, siteId: string, { rows, reached, lines }: Written): Promise<void> {
  const begun = [...reached.values()].filter(({ id }) => !rows.has(id));
  if (begun.length > 0) {
    await tx.incident.createMany({ data: begun.map((incident) => toIncidentRow(siteId, incident)) });
  }
  for (const [id, incident] of rows) {
    const after = reached.get(id);
    if (after && after !== incident) {
      await tx.incident.updateMany({ where: { id, siteId }, data: changedColumns(siteId, incident, after) });
    }
  }
  if (lines.length > 0) await tx.incidentEntry.createMany({ data: lines.map((line) => toEntryRow(siteId, line)) });
}

/** What of an incident's row is other than before: most changes touch a few of its many columns. */
function changedColumns(siteId: string, before: Incident, after: Incident): Partial<IncidentRow> {
  const former = toIncidentRow(siteId, before);
  const entries = Object.entries(toIncidentRow(siteId, after));
  return Object.fromEntries(entries.filter(([name, value]) => !isSameColumn(value, former[name as keyof IncidentRow])));
}

function isSameColumn(left: unknown, right: unknown): boolean {
  return left instanceof Date && right instanceof Date ? left.getTime() === right.getTime() : left === right;
}

function toEntryRow(siteId: string, { incidentId, entry: { at, event, by, detail } }: Line) {
  return { siteId, incidentId, at: new Date(at), event, actor: by, detail };
}
