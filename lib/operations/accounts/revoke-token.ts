import { change } from "@/lib/audit/change";
import { DeskError } from "@/lib/errors";
import type { AccountsScope } from "./accounts-scope";

/** Revokes a token for good; one that is revoked already stays so. Throws `forbidden` or `not-found`. */
export async function revokeToken(scope: AccountsScope, id: string): Promise<void> {
  const { actor, clock } = scope;
  await change({ ...scope, permission: "manage-people", action: "token.revoke" }, async (tx) => {
    const token = await tx.apiToken.findUnique({ where: { id } });
    if (!token || token.siteId !== actor.siteId) throw new DeskError("not-found", "There is no such token.");
    if (token.revokedAt) return { result: undefined, record: null };
    await tx.apiToken.update({ where: { id }, data: { revokedAt: new Date(clock.now()) } });
    return { result: undefined, record: { subject: token.name, detail: {} } };
  });
}
