import type { OperationRow } from "@/lib/api/contract/operations";
import type { Desk } from "@/lib/desk/client";
import { OPERATION_STATES } from "@/lib/domain/operation/states";
import { POWER_ACTIONS, TARGET_KINDS, VERB_NAMES } from "@/lib/domain/operation/verbs";
import { DeskError } from "@/lib/errors";

/** What every answer about operations reads with a row. */
export const WITH_PARTS = { parts: { orderBy: { number: "asc" } } } as const;
export type StoredOperation = NonNullable<Awaited<ReturnType<typeof readStored>>>;
const readStored = (desk: Desk) => desk.operation.findFirst({ include: WITH_PARTS });

/** An operation as it travels. Throws `internal` where a row holds what this program does not know. */
export function operationRow(row: StoredOperation): OperationRow {
  const { parts } = row;
  const [only, ...others] = parts;
  const tookMs = only && others.length === 0 ? spanOf(only.acceptedAt, only.settledAt, row.state) : null;
  return {
    id: row.id,
    verb: known(VERB_NAMES, row.verb),
    action: actionOf(row.params),
    targetKind: known(TARGET_KINDS, row.targetKind),
    ...{ label: row.label, machine: row.machine, machineKey: row.machineKey },
    ...{ actor: row.actor, role: row.role, reason: row.reason, ticket: row.ticket },
    state: known(OPERATION_STATES, row.state),
    message: row.message,
    parts: parts.length,
    partsOver: parts.filter(({ settledAt }) => settledAt !== null).length,
    askedAt: row.askedAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    tookMs,
    endsAt: row.endsAt?.toISOString() ?? null,
  };
}

function spanOf(from: Date | null, to: Date | null, state: string): number | null {
  return state === "verified" && from && to ? to.getTime() - from.getTime() : null;
}

function actionOf(params: string): OperationRow["action"] {
  const { action } = JSON.parse(params) as { action?: string | null };
  return POWER_ACTIONS.find((each) => each === action) ?? null;
}

/** A word of a closed set, as a row of ours holds it. */
export function known<TName extends string>(names: readonly TName[], word: string): TName {
  const name = names.find((each) => each === word);
  if (name !== undefined) return name;
  throw new DeskError("internal", `Our own tables hold “${word}”, which this release does not know.`);
}
