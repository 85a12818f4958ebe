import type { RepairOption, RepairsResponse } from "@/lib/api/contract/repairs";
import type { GhostClass } from "@/lib/domain/ghost/classes";
import type { Verb } from "@/lib/domain/operation/verbs";
import { isoOf } from "./envelope";
import { operationRow, WITH_PARTS } from "./operation-row";
import type { OperationsReading } from "./read-operations";

const LAST_MS = 3_600_000;
/** What worked is what worked lately: sites change. */
const EXPERIENCE_MS = 180 * 24 * LAST_MS;

/** How often a verb cleared ghosts of a class at this site; null where it was never tried. */
export async function readExperience(
  { desk, siteId, wallNow }: Pick<OperationsReading, "desk" | "siteId"> & { readonly wallNow: number },
  ghost: GhostClass,
  verb: Verb,
): Promise<RepairOption["worked"]> {
  const since = new Date(wallNow - EXPERIENCE_MS);
  const rows = await desk.operationGhost.groupBy({
    by: ["outcome"],
    where: { siteId, verb, class: ghost, outcome: { not: null }, operation: { askedAt: { gte: since } } },
    _count: true,
  });
  const of = rows.reduce((sum, { _count }) => sum + _count, 0);
  if (of === 0) return null;
  return { cleared: rows.find(({ outcome }) => outcome === "cleared")?._count ?? 0, of };
}

/** What is under way or unknown there, and what ended there last within the hour. */
export async function readUnderWay(
  { desk, siteId, now, wallNow }: OperationsReading & { readonly wallNow: number },
  { sessionKey, machineKey }: { readonly sessionKey: string | null; readonly machineKey: string | null },
): Promise<Pick<RepairsResponse, "now" | "running" | "last">> {
  const about = [
    ...(sessionKey === null ? [] : [{ parts: { some: { key: sessionKey } } }]),
    ...(machineKey === null ? [] : [{ machineKey, targetKind: "machine" }]),
  ];
  const where = { siteId, OR: about };
  const [running, last] = await Promise.all([
    desk.operation.findMany({
      where: { ...where, settledAt: null },
      include: WITH_PARTS,
      orderBy: [{ askedAt: "desc" }, { id: "desc" }],
      take: 10,
    }),
    desk.operation.findFirst({
      where: { ...where, settledAt: { gte: new Date(wallNow - LAST_MS) } },
      ...{ include: WITH_PARTS, orderBy: [{ settledAt: "desc" }, { id: "desc" }] },
    }),
  ]);
  return { now: isoOf(now), running: running.map(operationRow), last: last && operationRow(last) };
}
