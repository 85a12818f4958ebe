import type { z } from "zod";
import { type AccountRow, changeAccount as endpoint } from "@/lib/api/contract/people";
import { requirePermission } from "@/lib/audit/actor";
import { type Changed, change } from "@/lib/audit/change";
import { hashPassword } from "@/lib/auth/password";
import { endSignInsOf } from "@/lib/auth/sign-in";
import type { DeskTransaction } from "@/lib/desk/client";
import { DeskError } from "@/lib/errors";
import { parseInput } from "../parse-input";
import { countSignedIn, type StoredAccount, toAccountRow } from "./account-row";
import type { AccountsScope } from "./accounts-scope";

type Wanted = Omit<z.output<typeof endpoint.body>, "password"> & { readonly passwordHash: string | null };
type Account = StoredAccount & { readonly siteId: string };

/**
 * Changes role or password, disables or enables; each of them but enabling ends the account's sign-ins. Throws
 * `forbidden`, `invalid`, `not-found`, or `conflict` where it would leave nobody who may manage people.
 */
export async function changeAccount(scope: AccountsScope, id: string, input: unknown): Promise<AccountRow> {
  const { actor, clock } = scope;
  requirePermission(actor, "manage-people");
  const { password, ...rest } = parseInput(endpoint.body, input);
  const wanted = {
    ...rest,
    passwordHash: password === undefined ? null : await hashPassword(password, scope.passwordCost),
  };
  return change({ ...scope, permission: "manage-people", action: "account.change" }, async (tx) => {
    const account = await tx.account.findUnique({ where: { id } });
    if (!account || account.siteId !== actor.siteId) throw new DeskError("not-found", "There is no such account.");
    return apply(tx, account, wanted, clock.now());
  });
}

async function apply(tx: DeskTransaction, account: Account, wanted: Wanted, now: number): Promise<Changed<AccountRow>> {
  const changes = compare(account, wanted, now);
  if (Object.keys(changes.detail).length === 0) {
    const signedIn = (await countSignedIn(tx, account.siteId, now)).get(account.id) ?? 0;
    return { result: toAccountRow(account, signedIn), record: null };
  }
  if (changes.endsAdmin) await requireAnotherAdmin(tx, account);
  const changed = await tx.account.update({ where: { id: account.id }, data: changes.data });
  if (changes.endsSignIns) await endSignInsOf(tx, account.id, now);
  return { result: toAccountRow(changed, 0), record: { subject: account.name, detail: changes.detail } };
}

/** What really differs: the columns to write, what the audit keeps of it, and what follows from it. */
function compare(account: Account, { role, disabled, passwordHash }: Wanted, now: number) {
  const newRole = role !== undefined && role !== account.role ? role : null;
  const newState = disabled !== undefined && disabled !== (account.disabledAt !== null) ? disabled : null;
  return {
    data: {
      ...(newRole === null ? {} : { role: newRole }),
      ...(newState === null ? {} : { disabledAt: newState ? new Date(now) : null }),
      // Nobody knows a changed password from the sign-in page, so the account is no demo account any more.
      ...(passwordHash === null ? {} : { passwordHash, isDemo: false }),
    },
    detail: {
      ...(newRole === null ? {} : { role: { from: account.role, to: newRole } }),
      ...(newState === null ? {} : { disabled: newState }),
      ...(passwordHash === null ? {} : { passwordChanged: true }),
    },
    endsAdmin: account.role === "admin" && account.disabledAt === null && (newRole !== null || newState === true),
    endsSignIns: newRole !== null || newState === true || passwordHash !== null,
  };
}

/** Serializable, so two administrators who disable each other at once cannot both succeed. */
async function requireAnotherAdmin(tx: DeskTransaction, { id, siteId, name }: Account): Promise<void> {
  const others = await tx.account.count({ where: { siteId, role: "admin", disabledAt: null, id: { not: id } } });
  if (others > 0) return;
  throw new DeskError("conflict", `${name} is the last administrator. Make somebody else one first.`);
}
