import type { Desk } from "@/lib/desk/client";
import { ROLES, type Role } from "@/lib/domain/role";
import { nameKeyOf } from "./scope";

/** Somebody as a row of ours names who asked for it. */
interface Asked {
  readonly name: string;
  readonly kind: string;
  readonly role: string;
}

/**
 * What whoever asked for something earlier may do by now; null for an account that was disabled or a token that was revoked. Accounts
 * and tokens are never removed: where there is none of that name it was Ghostdesk itself, in the role that stands in the row.
 */
export async function roleNow(
  { desk, siteId }: { readonly desk: Desk; readonly siteId: string },
  { name, kind, role }: Asked,
): Promise<Role | null> {
  const where = { siteId_nameKey: { siteId, nameKey: nameKeyOf(name) } };
  const known = (word: string) => ROLES.find((each) => each === word) ?? null;
  if (kind === "person") {
    const account = await desk.account.findUnique({ where, select: { role: true, disabledAt: true } });
    if (account) return account.disabledAt === null ? known(account.role) : null;
  }
  if (kind === "token") {
    const token = await desk.apiToken.findUnique({ where, select: { role: true, revokedAt: true } });
    if (token) return token.revokedAt === null ? known(token.role) : null;
  }
  return known(role);
}
