import type { AccountRow, TokenRow } from "@/lib/api/contract/people";
import { IDLE_LIMIT_MS } from "@/lib/auth/authenticate";
import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { ROLES, type Role } from "@/lib/domain/role";

export interface StoredAccount {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly isDemo: boolean;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
}

interface StoredToken {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** An account as the API shows it; `signedIn` is the number of browsers. */
export function toAccountRow(account: StoredAccount, signedIn: number): AccountRow {
  return {
    id: account.id,
    name: account.name,
    role: knownRole(account.role),
    demo: account.isDemo,
    disabled: account.disabledAt !== null,
    createdAt: account.createdAt.toISOString(),
    lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
    signedIn,
  };
}

export function toTokenRow(token: StoredToken): TokenRow {
  return {
    id: token.id,
    name: token.name,
    role: knownRole(token.role),
    createdAt: token.createdAt.toISOString(),
    createdBy: token.createdBy,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revoked: token.revokedAt !== null,
  };
}

/** The browsers signed in now, per account: not ended, neither over the idle nor over the absolute limit. */
export async function countSignedIn(
  desk: Desk | DeskTransaction,
  siteId: string,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const seenAfter = new Date(now - IDLE_LIMIT_MS);
  const groups = await desk.signIn.groupBy({
    by: ["accountId"],
    where: { siteId, endedAt: null, expiresAt: { gt: new Date(now) }, lastSeenAt: { gt: seenAfter } },
    _count: { _all: true },
  });
  return new Map(groups.map((group) => [group.accountId, group._count._all]));
}

/** A role of a newer program counts as the least one here, as it does when its owner asks for something. */
function knownRole(role: string): Role {
  return ROLES.find((each) => each === role) ?? "viewer";
}
