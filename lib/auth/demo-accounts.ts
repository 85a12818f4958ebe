import { randomUUID } from "node:crypto";
import { change } from "@/lib/audit/change";
import { ROLES, type Role } from "@/lib/domain/role";
import { DeskError } from "@/lib/errors";
import { localActor } from "./local-actor";
import { hashPassword } from "./password";
import { type AuthScope, nameKeyOf } from "./scope";

/** Shown on the practice site's sign-in page; a real site lets no demo account in. */
export const DEMO_PASSWORD = "ghostdesk";

/**
 * One demo account per role, named like it, where it is missing. For the practice site only: throws DeskError `internal`
 * elsewhere. An account that an administrator disabled or changed stays as it is.
 */
export async function ensureDemoAccounts(scope: AuthScope): Promise<void> {
  if (!scope.practice) throw new DeskError("internal", "Demo accounts belong on the practice site only.");
  const { desk, siteId, clock } = scope;
  const there = await desk.account.findMany({ where: { siteId }, select: { nameKey: true } });
  const taken = new Set(there.map((account) => account.nameKey));
  const missing = ROLES.filter((role) => !taken.has(nameKeyOf(role)));
  if (missing.length === 0) return;
  // Everybody knows this password, so four salts would protect nothing and only make the first start slower.
  const passwordHash = await hashPassword(DEMO_PASSWORD, scope.passwordCost);
  const actor = localActor(siteId);
  const createdAt = new Date(clock.now());
  await change({ desk, clock, actor, permission: "manage-people", action: "account.add-demo" }, async (tx) => {
    const toRow = (role: Role) => ({ id: randomUUID(), siteId, name: role, nameKey: nameKeyOf(role), role });
    const data = missing.map((role) => ({ ...toRow(role), passwordHash, isDemo: true, createdAt }));
    await tx.account.createMany({ data });
    return { result: undefined, record: { subject: missing.join(", "), detail: { roles: missing } } };
  });
}
