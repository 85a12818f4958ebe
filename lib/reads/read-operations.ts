import type { OperationsQuery, OperationsResponse } from "@/lib/api/contract/operations";
import type { Runtime } from "@/lib/collector/runtime";
import type { Desk } from "@/lib/desk/client";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { readCursor, writeCursor } from "./cursor";
import { isoOf, type Reading } from "./envelope";
import { operationsWhere } from "./operation-filter";
import { operationRow, WITH_PARTS } from "./operation-row";

/** The site in memory, and our own tables where operations stand. */
export interface OperationsReading extends Reading {
  readonly desk: Desk;
  readonly siteId: string;
}

export function operationsReadingOf(runtime: Runtime): OperationsReading {
  const { site, siteClock, ghosts, desk, siteId } = runtime;
  return { site, now: siteClock.now(), settings: ghosts.settings, desk, siteId };
}

const ORDER = [{ askedAt: "desc" }, { id: "desc" }] as const;

/** One window of the operations, newest first, and every session that is hidden by one. Throws `invalid` naming the parameter. */
export async function readOperations(reading: OperationsReading, query: OperationsQuery): Promise<OperationsResponse> {
  const { desk, siteId, now } = reading;
  const { cursor, offset, limit, ...filter } = query;
  if (cursor !== undefined && offset !== undefined) {
    throw new DeskError("invalid", "Give a cursor or an offset, not both.", { field: "offset" });
  }
  const where = operationsWhere(reading, siteId, filter);
  const of = JSON.stringify(["operations", filter]);
  const after = cursor === undefined ? null : afterPlace(readCursor(of, cursor));
  const [total, rest, rows, hidden] = await Promise.all([
    desk.operation.count({ where }),
    after ? desk.operation.count({ where: { AND: [where, after] } }) : null,
    desk.operation.findMany({
      where: after ? { AND: [where, after] } : where,
      ...{ include: WITH_PARTS, orderBy: [...ORDER], skip: offset ?? 0, take: limit + 1 },
    }),
    readHidden(reading),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    now: isoOf(now),
    total,
    first: rest === null ? Math.min(offset ?? 0, total) : total - rest,
    rows: shown.map(operationRow),
    next: last ? writeCursor(of, { value: last.askedAt.getTime(), key: last.id }) : null,
    hidden,
  };
}

function afterPlace({ value, key }: ReturnType<typeof readCursor>) {
  const askedAt = new Date(Number(value));
  // Whoever made a cursor of their own may say anything in it.
  if (Number.isNaN(askedAt.getTime())) throw new DeskError("invalid", "This cursor is none.", { field: "cursor" });
  return { OR: [{ askedAt: { lt: askedAt } }, { askedAt, id: { lt: key } }] };
}

async function readHidden({ desk, siteId, now, site }: OperationsReading): Promise<OperationsResponse["hidden"]> {
  const rows = await desk.operation.findMany({
    where: { siteId, verb: "hide", endsAt: { not: null } },
    ...{ include: { parts: { where: { state: "verified" } } }, orderBy: [{ endsAt: "asc" }, { id: "asc" }], take: 200 },
  });
  const shownAgain = await shownSince(
    desk,
    siteId,
    rows.flatMap(({ parts }) => parts.map(({ key }) => key)),
  );
  const snapshot = site.current();
  return rows.flatMap(({ id, actor, machine, settledAt, askedAt, endsAt, parts }) =>
    parts.flatMap(({ key, label }) => {
      const since = settledAt ?? askedAt;
      const isGone = snapshot !== null && !snapshot.sessions.has(key);
      const isShown = (shownAgain.get(key) ?? Number.NEGATIVE_INFINITY) > since.getTime();
      if (!endsAt || isGone || isShown) return [];
      return [
        {
          ...{ operationId: id, sessionKey: key, label, machine, by: actor, since: since.toISOString() },
          ...{ endsAt: endsAt.toISOString(), isOverdue: endsAt.getTime() <= now },
        },
      ];
    }),
  );
}

/** When each of these sessions was last shown again by an operation. */
async function shownSince(desk: Desk, siteId: string, keys: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
  if (keys.length === 0) return new Map();
  const parts = await desk.operationPart.findMany({
    where: { key: { in: [...keys] }, state: "verified", operation: { siteId, verb: "unhide" } },
    select: { key: true, operation: { select: { settledAt: true } } },
  });
  const times = new Map<string, Instant>();
  for (const { key, operation } of parts) {
    times.set(key, Math.max(times.get(key) ?? 0, operation.settledAt?.getTime() ?? 0));
  }
  return times;
}
