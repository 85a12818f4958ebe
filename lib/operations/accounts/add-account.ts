import { randomUUID } from "node:crypto";
import { type AccountRow, addAccount as endpoint } from "@/lib/api/contract/people";
import { requirePermission } from "@/lib/audit/actor";
import { change } from "@/lib/audit/change";
import { hashPassword } from "@/lib/auth/password";
import { nameKeyOf } from "@/lib/auth/scope";
import { DeskError } from "@/lib/errors";
import { parseInput } from "../parse-input";
import { toAccountRow } from "./account-row";
import type { AccountsScope } from "./accounts-scope";

/** Adds an account. Throws `forbidden`, `invalid` naming the field, or `conflict` where the name is taken in any case. */
export async function addAccount(scope: AccountsScope, input: unknown): Promise<AccountRow> {
  const { actor, clock } = scope;
  requirePermission(actor, "manage-people");
  const { name, role, password } = parseInput(endpoint.body, input);
  const passwordHash = await hashPassword(password, scope.passwordCost);
  return change({ ...scope, permission: "manage-people", action: "account.add" }, async (tx) => {
    const siteId = actor.siteId;
    const nameKey = nameKeyOf(name);
    const taken = await tx.account.findUnique({ where: { siteId_nameKey: { siteId, nameKey } } });
    if (taken) throw new DeskError("conflict", `There is an account named ${taken.name} already.`, { field: "name" });
    const account = await tx.account.create({
      data: { id: randomUUID(), siteId, name, nameKey, role, passwordHash, createdAt: new Date(clock.now()) },
    });
    return { result: toAccountRow(account, 0), record: { subject: name, detail: { role } } };
  });
}
