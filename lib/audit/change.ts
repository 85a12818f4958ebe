import type { Clock } from "@/lib/clock";
import type { Desk, DeskTransaction } from "@/lib/desk/client";
import type { Permission } from "@/lib/domain/role";
import { type Actor, requirePermission } from "./actor";

export interface Change {
  readonly desk: Desk;
  /** Wall clock: when it was done. */
  readonly clock: Clock;
  readonly actor: Actor;
  readonly permission: Permission;
  /** noun.verb, such as account.add. */
  readonly action: string;
}

export interface Changed<TResult> {
  readonly result: TResult;
  /** What the audit keeps: never a secret. Null where nothing changed: then nothing is written. */
  readonly record: { readonly subject: string; readonly detail: Readonly<Record<string, unknown>> } | null;
}

const ATTEMPTS_MAX = 3;

/**
 * Changes rows of ours: permission first, then the work and its audit entry in one serializable transaction, so that a
 * change without its entry cannot exist. `work` may run again after a conflict, so it touches nothing but `tx`. Throws
 * what requirePermission and `work` throw; then nothing was changed.
 */
export async function change<TResult>(
  { desk, clock, actor, permission, action }: Change,
  work: (tx: DeskTransaction) => Promise<Changed<TResult>>,
): Promise<TResult> {
  requirePermission(actor, permission);
  const attempt = () =>
    desk.$transaction(
      async (tx) => {
        const { result, record } = await work(tx);
        if (record) await tx.auditEntry.create({ data: toEntry(actor, clock, action, record) });
        return result;
      },
      { isolationLevel: "Serializable" },
    );
  return retryConflicts(attempt, ATTEMPTS_MAX);
}

function toEntry(actor: Actor, clock: Clock, action: string, record: NonNullable<Changed<unknown>["record"]>) {
  return {
    siteId: actor.siteId,
    at: new Date(clock.now()),
    actor: actor.name,
    kind: actor.kind,
    role: actor.role,
    action,
    subject: record.subject,
    detail: JSON.stringify(record.detail),
  };
}

/** P2034 is Prisma's code for a write conflict or a deadlock, which a serializable transaction on SQL Server may meet. */
async function retryConflicts<TResult>(attempt: () => Promise<TResult>, attemptsLeft: number): Promise<TResult> {
  try {
    return await attempt();
  } catch (error) {
    const conflict = error instanceof Error && "code" in error && error.code === "P2034";
    if (!conflict || attemptsLeft === 1) throw error;
    return retryConflicts(attempt, attemptsLeft - 1);
  }
}
