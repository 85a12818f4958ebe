import type { Actor, ActorKind } from "@/lib/audit/actor";
import { ROLES } from "@/lib/domain/role";

/**
 * Makes an Actor out of what a database row says. Only files of this folder call it, each after a check. A role that this
 * program does not know gives no actor at all.
 */
export function mintActor(row: { name: string; role: string; siteId: string }, kind: ActorKind): Actor | null {
  const role = ROLES.find((each) => each === row.role);
  if (!role) return null;
  return { name: row.name, role, kind, siteId: row.siteId } as Actor;
}
