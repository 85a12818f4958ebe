import type { ActorKind } from "@/lib/audit/actor";
import { appendAudit } from "@/lib/audit/append";
import type { RunScope } from "@/lib/collector/run-scope";
import type { DeskTransaction } from "@/lib/desk/client";
import { serializable } from "@/lib/desk/serializable";
import { type OperationState, stateOfAll } from "@/lib/domain/operation/states";
import type { Instant } from "@/lib/domain/site";
import type { OpenOperation, OpenPart, PartBefore } from "./open-operation";

/** One step of one part, and with it the state of the whole: the only place that writes these rows after the intent. */
export interface PartStep {
  readonly state: OperationState;
  readonly message?: string | null;
  readonly before?: PartBefore;
  readonly sentAt?: Instant;
  readonly acceptedAt?: Instant;
  readonly settledAt?: Instant;
  readonly lookUntil?: Instant;
}

/**
 * Writes down that a part is being sent: from here on nobody may send it again. Returns false, and writes nothing, where it is not to be
 * sent any more.
 */
export function claimPart(
  scope: RunScope,
  operation: OpenOperation,
  part: OpenPart,
  before: PartBefore,
): Promise<boolean> {
  const step = { state: "acting", before, sentAt: scope.siteClock.now(), message: null } as const;
  return write(scope, operation, part, step, "operation.sent");
}

/** Writes a step and its audit entry in one transaction. `audited` null: progress that is no event of its own. */
export async function writePart(
  scope: RunScope,
  operation: OpenOperation,
  part: OpenPart,
  step: PartStep,
  audited: "operation.outcome" | null,
): Promise<void> {
  await write(scope, operation, part, step, audited);
}

async function write(
  scope: RunScope,
  operation: OpenOperation,
  part: OpenPart,
  step: PartStep,
  audited: "operation.sent" | "operation.outcome" | null,
): Promise<boolean> {
  const isWritten = await serializable(scope.desk, async (tx) => {
    if (step.state === "acting" && !(await isToBeSent(tx, operation.id, part.number))) return false;
    const { before, ...rest } = step;
    await tx.operationPart.update({
      where: { operationId_number: { operationId: operation.id, number: part.number } },
      data: { ...columnsOf(rest), ...(before ? { before: JSON.stringify(before) } : {}) },
    });
    await rollUp(tx, scope, operation.id, step);
    if (audited) await appendAudit(tx, entryOf(scope, operation, audited, { part: part.label, ...toldOf(step) }));
    return true;
  });
  if (isWritten) scope.onChanged([operation.id]);
  return isWritten;
}

/** Asked where it is written that it is sent: somebody may have stopped it, or another process have sent it, while it was read. */
async function isToBeSent(tx: DeskTransaction, operationId: string, number: number): Promise<boolean> {
  const where = { operationId, number, state: "intended", operation: { stoppedBy: null } };
  return (await tx.operationPart.count({ where })) === 1;
}

function columnsOf({ state, message, ...instants }: Omit<PartStep, "before">) {
  const dates = Object.entries(instants).flatMap(([name, at]) => (at === undefined ? [] : [[name, new Date(at)]]));
  return { state, ...(message === undefined ? {} : { message }), ...Object.fromEntries(dates) };
}

function toldOf({ state, message, before }: PartStep): Record<string, unknown> {
  return {
    state,
    ...(message ? { message } : {}),
    ...(before?.powerActionUid ? { powerAction: before.powerActionUid } : {}),
  };
}

async function rollUp(tx: DeskTransaction, { clock }: RunScope, id: string, step: PartStep): Promise<void> {
  const isOne = (await tx.operationPart.count({ where: { operationId: id } })) === 1;
  const accepted = step.state === "accepted" ? { acceptedAt: new Date(clock.now()) } : {};
  await tx.operation.update({
    where: { id },
    data: {
      ...{ state: await stateNow(tx, id), ...accepted },
      ...(isOne && step.message !== undefined ? { message: step.message } : {}),
    },
  });
}

/** The state of the whole, by its parts as they are written. */
export async function stateNow(tx: DeskTransaction, operationId: string): Promise<OperationState> {
  const parts = await tx.operationPart.findMany({ where: { operationId }, select: { state: true } });
  return stateOfAll(parts.map(({ state }) => state as OperationState));
}

/** An entry of the audit about an operation, in the name of who asked for it. */
export function entryOf(
  { clock }: Pick<RunScope, "clock">,
  { id, siteId, actor, kind, role, verb, label }: OpenOperation,
  action: string,
  detail: Readonly<Record<string, unknown>>,
) {
  return {
    ...{ siteId, at: clock.now(), actor, kind: kind as ActorKind, role, action, subject: id },
    detail: { verb, label, ...detail },
  };
}
