import type { Actor } from "@/lib/audit/actor";
import { mintActor } from "./mint-actor";
import type { AuthScope } from "./scope";
import { hashSecret, isApiToken, isCookieSecret } from "./secret";

/** A browser left alone is signed out after a shift; one that is used, once a day. */
export const IDLE_LIMIT_MS = 8 * 3_600_000;
export const ABSOLUTE_LIMIT_MS = 24 * 3_600_000;
/** How stale "last seen" may be, so that reading does not write on every request. */
const SEEN_STEP_MS = 60_000;

/** What a request brought. A bearer token counts alone: a wrong one is not replaced by a cookie. */
export interface Credentials {
  readonly bearer: string | null;
  readonly cookie: string | null;
}

/**
 * Who this is, or null. `seen: false` leaves the idle limit running: for checks that no person caused, such as those of
 * an open stream of events.
 */
export async function authenticate(
  scope: AuthScope,
  credentials: Credentials,
  { seen = true }: { seen?: boolean } = {},
): Promise<Actor | null> {
  if (credentials.bearer !== null) return byToken(scope, credentials.bearer);
  return credentials.cookie === null ? null : byCookie(scope, credentials.cookie, seen);
}

async function byToken({ desk, siteId, clock }: AuthScope, token: string): Promise<Actor | null> {
  if (!isApiToken(token)) return null;
  const tokenHash = hashSecret(token);
  const row = await desk.apiToken.findUnique({ where: { tokenHash } });
  if (!row || row.siteId !== siteId || row.revokedAt) return null;
  const now = clock.now();
  if (now - (row.lastUsedAt?.getTime() ?? 0) >= SEEN_STEP_MS) {
    await desk.apiToken.updateMany({ where: { tokenHash }, data: { lastUsedAt: new Date(now) } });
  }
  return mintActor(row, "token");
}

async function byCookie({ desk, siteId, clock, practice }: AuthScope, secret: string, seen: boolean) {
  if (!isCookieSecret(secret)) return null;
  const tokenHash = hashSecret(secret);
  const row = await desk.signIn.findUnique({ where: { tokenHash }, include: { account: true } });
  if (!row || row.siteId !== siteId || row.account.siteId !== siteId || row.endedAt) return null;
  if (row.account.disabledAt || (row.account.isDemo && !practice)) return null;
  const now = clock.now();
  const idleMs = now - row.lastSeenAt.getTime();
  if (now >= row.expiresAt.getTime() || idleMs >= IDLE_LIMIT_MS) return null;
  if (seen && idleMs >= SEEN_STEP_MS) {
    await desk.signIn.updateMany({ where: { tokenHash, endedAt: null }, data: { lastSeenAt: new Date(now) } });
  }
  return mintActor(row.account, "person");
}
