import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { VERBS } from "@/lib/domain/operation/verbs";
import { DeskError } from "@/lib/errors";
import type { Prepared } from "./prepared";

/**
 * What an open operation holds. A machine is held by one operation on it and, as long as one of its sessions is acted on, by none; sessions
 * of one machine may be acted on side by side. A row is there for as long as its operation is not settled.
 */

interface Hold {
  readonly resource: string;
  readonly machineKey: string | null;
}

export function holdsOf({ kind, acts }: Pick<Prepared, "kind" | "acts">): Hold[] {
  return acts.map(({ key, machineKey }) => ({ resource: `${kind} ${key}`, machineKey }));
}

/** Throws `conflict` with the id of the operation that is under way there. */
export async function requireFree(
  desk: Desk | DeskTransaction,
  siteId: string,
  prepared: Pick<Prepared, "verb" | "kind" | "acts" | "label">,
): Promise<void> {
  const holds = holdsOf(prepared);
  const machines = [...new Set(holds.flatMap(({ machineKey }) => machineKey ?? []))];
  const onMachines =
    VERBS[prepared.verb].on === "machine"
      ? [{ machineKey: { in: machines } }]
      : [{ resource: { in: machines.map((key) => `machine ${key}`) } }];
  const standing = await desk.operationLock.findFirst({
    where: { siteId, OR: [{ resource: { in: holds.map(({ resource }) => resource) } }, ...onMachines] },
  });
  if (standing) throw busy(prepared, standing.operationId);
}

export function busy({ label }: Pick<Prepared, "label">, operationId: string): DeskError {
  return new DeskError("conflict", `Another operation is under way there (${label}). Wait for what comes of it.`, {
    operationId,
  });
}

export async function hold(
  tx: DeskTransaction,
  siteId: string,
  operationId: string,
  prepared: Pick<Prepared, "kind" | "acts">,
): Promise<void> {
  const rows = holdsOf(prepared).map((each) => ({ siteId, operationId, ...each }));
  await tx.operationLock.createMany({ data: rows });
}
