import type { Clock } from "@/lib/clock";
import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { serializable } from "@/lib/desk/serializable";
import type { Permission } from "@/lib/domain/role";
import { type Actor, requirePermission } from "./actor";
import { appendAudit } from "./append";

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
  return serializable(desk, async (tx) => {
    const { result, record } = await work(tx);
    const { siteId, name, kind, role } = actor;
    if (record) await appendAudit(tx, { siteId, at: clock.now(), actor: name, kind, role, action, ...record });
    return result;
  });
}
