import { appendAudit } from "@/lib/audit/append";
import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { serializable } from "@/lib/desk/serializable";
import { DeskError } from "@/lib/errors";
import { log } from "@/lib/log";
import { auditRefusal, fromWhere, type Refusal, type SignOutReason, signedInAs } from "./audit-sign-in";
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

interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly passwordHash: string;
}

const WRONG = "The account or the password is wrong.";
const USER_AGENT_MAX = 255;

/**
 * Signs a person in and returns the new cookie's secret, which is stored nowhere. An unknown, disabled or demo account
 * fails exactly like a wrong password, after the same work. The audit keeps who was let in and who was refused. Throws DeskError
 * `unauthenticated` or `limited`.
 */
export async function signIn(scope: AuthScope, failures: FailedSignIns, attempt: SignInAttempt): Promise<string> {
  const nameKey = nameKeyOf(attempt.account);
  const counted = await countAttempt(scope, failures, nameKey, attempt);
  const found = await scope.desk.account.findUnique({ where: { siteId_nameKey: { siteId: scope.siteId, nameKey } } });
  // A database may take more spellings for equal than we do (wide letters, accents), and each would have a limit of its own.
  const account = found?.nameKey === nameKey ? found : null;
  const right = await verifyPassword(attempt.password, account?.passwordHash ?? hashOfNobody(scope.passwordCost));
  const refusal = whyRefused(scope, account, right);
  const secret = account && !refusal ? await store(scope, account, attempt) : null;
  if (!secret) {
    log.warn({ event: "sign-in.refused", account: account?.name ?? null, address: attempt.address });
    await auditRefusal(scope, failures.written, attempt, account?.name ?? null, refusal ?? "changed-meanwhile");
    throw new DeskError("unauthenticated", WRONG);
  }
  counted.succeeded();
  log.info({ event: "sign-in", account: account?.name, address: attempt.address });
  return secret;
}

async function countAttempt(scope: AuthScope, failures: FailedSignIns, nameKey: string, attempt: SignInAttempt) {
  try {
    return failures.attempt(nameKey, attempt.address);
  } catch (error) {
    await auditRefusal(scope, failures.written, attempt, null, "limited");
    throw error;
  }
}

/** Null where the account is welcome. */
function whyRefused(
  { practice }: AuthScope,
  account: { readonly disabledAt: Date | null; readonly isDemo: boolean } | null,
  right: boolean,
): Refusal | null {
  if (!account) return "unknown-account";
  if (!right) return "wrong-password";
  if (account.disabledAt) return "disabled-account";
  return account.isDemo && !practice ? "demo-account" : null;
}

/** Null where the account was disabled or its password changed while this one was being checked. */
async function store(scope: AuthScope, account: Account, attempt: SignInAttempt): Promise<string | null> {
  const { desk, siteId, clock, passwordCost } = scope;
  const secret = makeCookieSecret();
  const now = new Date(clock.now());
  const outdated = needsNewHash(account.passwordHash, passwordCost);
  const passwordHash = outdated ? await hashPassword(attempt.password, passwordCost) : account.passwordHash;
  const stored = await serializable(desk, async (tx) => {
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
        userAgent: attempt.userAgent?.slice(0, USER_AGENT_MAX) ?? null,
      },
    });
    await appendAudit(tx, { ...signedInAs(scope, account), action: "sign-in.granted", detail: fromWhere(attempt) });
    return true;
  });
  return stored ? secret : null;
}

/** Ends the sign-in that a cookie stands for, where there is one; `why` is what the audit keeps of the reason. */
export async function endSignIn(scope: AuthScope, secret: string, why: SignOutReason): Promise<void> {
  if (!isCookieSecret(secret)) return;
  const { desk, clock } = scope;
  const tokenHash = hashSecret(secret);
  await serializable(desk, async (tx) => {
    const endedAt = new Date(clock.now());
    const { count } = await tx.signIn.updateMany({ where: { tokenHash, endedAt: null }, data: { endedAt } });
    if (count === 0) return;
    const { account } = await tx.signIn.findUniqueOrThrow({ where: { tokenHash }, include: { account: true } });
    await appendAudit(tx, { ...signedInAs(scope, account), action: "sign-in.ended", detail: { why } });
  });
}

/** Ends every sign-in of an account: after its role or password changed, or when it is disabled. */
export async function endSignInsOf(desk: Desk | DeskTransaction, accountId: string, now: number): Promise<void> {
  await desk.signIn.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: new Date(now) } });
}
