import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { DeskError } from "@/lib/errors";
import { log } from "@/lib/log";
import { ABSOLUTE_LIMIT_MS } from "./authenticate";
import type { FailedSignIns } from "./failed-sign-ins";
import { hashOfNobody, hashPassword, needsNewHash, verifyPassword } from "./password";
import { type AuthScope, nameKeyOf } from "./scope";
import { hashSecret, isCookieSecret, makeCookieSecret } from "./secret";

export interface SignInAttempt {
  readonly account: string;
  readonly password: string;
  /** The socket's address, never what a header claims. */
  readonly address: string;
  readonly userAgent: string | null;
}

const WRONG = "The account or the password is wrong.";
const USER_AGENT_MAX = 255;

/**
 * Signs a person in and returns the new cookie's secret, which is stored nowhere. An unknown, disabled or demo account
 * fails exactly like a wrong password, after the same work. Throws DeskError `unauthenticated` or `limited`.
 */
export async function signIn(scope: AuthScope, failures: FailedSignIns, attempt: SignInAttempt): Promise<string> {
  const nameKey = nameKeyOf(attempt.account);
  const counted = failures.attempt(nameKey, attempt.address);
  const found = await scope.desk.account.findUnique({ where: { siteId_nameKey: { siteId: scope.siteId, nameKey } } });
  // A database may take more spellings for equal than we do (wide letters, accents), and each would have a limit of its own.
  const account = found?.nameKey === nameKey ? found : null;
  const right = await verifyPassword(attempt.password, account?.passwordHash ?? hashOfNobody(scope.passwordCost));
  const welcome = account && right && !account.disabledAt && (scope.practice || !account.isDemo);
  const secret = welcome ? await store(scope, account, attempt) : null;
  if (!secret) {
    log.warn({ event: "sign-in.refused", account: account?.name ?? null, address: attempt.address });
    throw new DeskError("unauthenticated", WRONG);
  }
  counted.succeeded();
  log.info({ event: "sign-in", account: account?.name, address: attempt.address });
  return secret;
}

/** Null where the account was disabled or its password changed while this one was being checked. */
async function store(
  { desk, siteId, clock, passwordCost }: AuthScope,
  account: { id: string; passwordHash: string },
  { password, userAgent }: SignInAttempt,
): Promise<string | null> {
  const secret = makeCookieSecret();
  const now = new Date(clock.now());
  const outdated = needsNewHash(account.passwordHash, passwordCost);
  const passwordHash = outdated ? await hashPassword(password, passwordCost) : account.passwordHash;
  const stored = await desk.$transaction(async (tx) => {
    const unchanged = { id: account.id, passwordHash: account.passwordHash, disabledAt: null };
    const { count } = await tx.account.updateMany({ where: unchanged, data: { lastSignInAt: now, passwordHash } });
    if (count === 0) return false;
    await tx.signIn.deleteMany({ where: { accountId: account.id, expiresAt: { lte: now } } });
    await tx.signIn.create({
      data: {
        tokenHash: hashSecret(secret),
        siteId,
        accountId: account.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + ABSOLUTE_LIMIT_MS),
        userAgent: userAgent?.slice(0, USER_AGENT_MAX) ?? null,
      },
    });
    return true;
  });
  return stored ? secret : null;
}

/** Ends the sign-in that a cookie stands for, where there is one. */
export async function endSignIn({ desk, clock }: AuthScope, secret: string): Promise<void> {
  if (!isCookieSecret(secret)) return;
  const endedAt = new Date(clock.now());
  await desk.signIn.updateMany({ where: { tokenHash: hashSecret(secret), endedAt: null }, data: { endedAt } });
}

/** Ends every sign-in of an account: after its role or password changed, or when it is disabled. */
export async function endSignInsOf(desk: Desk | DeskTransaction, accountId: string, now: number): Promise<void> {
  await desk.signIn.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: new Date(now) } });
}
