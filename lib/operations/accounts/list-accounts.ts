import type { AccountRow, TokenRow } from "@/lib/api/contract/people";
import { requirePermission } from "@/lib/audit/actor";
import { countSignedIn, toAccountRow, toTokenRow } from "./account-row";
import type { AccountsScope } from "./accounts-scope";

/** Accounts and tokens of the actor's site by name, never a hash. Throws `forbidden`. */
export async function listAccounts({
  desk,
  clock,
  actor,
}: AccountsScope): Promise<{ accounts: AccountRow[]; tokens: TokenRow[] }> {
  requirePermission(actor, "manage-people");
  const { siteId } = actor;
  const [accounts, tokens, signedIn] = await Promise.all([
    desk.account.findMany({ where: { siteId }, orderBy: { nameKey: "asc" } }),
    desk.apiToken.findMany({ where: { siteId }, orderBy: { nameKey: "asc" } }),
    countSignedIn(desk, siteId, clock.now()),
  ]);
  return {
    accounts: accounts.map((account) => toAccountRow(account, signedIn.get(account.id) ?? 0)),
    tokens: tokens.map(toTokenRow),
  };
}
