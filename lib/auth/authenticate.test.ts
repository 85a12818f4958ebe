import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FixedClock } from "@/lib/clock";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { authenticate } from "./authenticate";
import type { AuthScope } from "./scope";
import { hashSecret, makeApiToken, makeCookieSecret } from "./secret";

const HOUR = 3_600_000;
let temporary: TemporaryDesk;
let clock: FixedClock;
let scope: AuthScope;
let secret: string;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
  clock = new FixedClock(Date.parse("2026-11-21T08:00:00Z"));
  scope = { desk: temporary.desk, siteId: "s", clock, practice: false };
  secret = await signedIn();
});
afterEach(() => temporary.remove());

const now = (afterMs = 0) => new Date(clock.now() + afterMs);
const byCookie = (cookie: string, options?: { seen: boolean }) =>
  authenticate(scope, { bearer: null, cookie }, options);
const byToken = (bearer: string) => authenticate(scope, { bearer, cookie: null });

async function signedIn(account: { isDemo?: boolean; role?: string; siteId?: string } = {}): Promise<string> {
  const id = randomUUID();
  const row = { id, siteId: "s", name: `n${id}`, nameKey: id, role: "desk", passwordHash: "x", createdAt: now() };
  await temporary.desk.account.create({ data: { ...row, ...account } });
  const made = makeCookieSecret();
  const times = { createdAt: now(), lastSeenAt: now(), expiresAt: now(24 * HOUR) };
  await temporary.desk.signIn.create({ data: { tokenHash: hashSecret(made), siteId: "s", accountId: id, ...times } });
  return made;
}

async function tokenOf(more: { siteId?: string; revokedAt?: Date; role?: string } = {}): Promise<string> {
  const token = makeApiToken();
  const row = { id: randomUUID(), siteId: "s", name: "script", nameKey: randomUUID(), role: "viewer" };
  const data = { ...row, tokenHash: hashSecret(token), createdAt: now(), createdBy: "x", ...more };
  await temporary.desk.apiToken.create({ data });
  return token;
}

describe("a cookie", () => {
  it("is somebody, with the role the account has now", async () => {
    expect(await byCookie(secret)).toMatchObject({ role: "desk", kind: "person", siteId: "s" });
    await temporary.desk.account.updateMany({ data: { role: "viewer" } });
    expect(await byCookie(secret)).toMatchObject({ role: "viewer" });
  });

  it("lasts eight hours unused and a day in all", async () => {
    clock.advance(8 * HOUR - 1);
    expect(await byCookie(secret)).not.toBeNull();
    clock.advance(8 * HOUR - 1);
    expect(await byCookie(secret)).not.toBeNull();
    clock.advance(7 * HOUR);
    expect(await byCookie(secret)).not.toBeNull();
    clock.advance(HOUR + 2);
    expect(await byCookie(secret)).toBeNull();
  });

  it("ends at eight hours unused, also where an open stream kept asking", async () => {
    for (let hour = 0; hour < 8; hour++) {
      expect(await byCookie(secret, { seen: false })).not.toBeNull();
      clock.advance(HOUR);
    }
    expect(await byCookie(secret)).toBeNull();
  });

  it("writes that it was seen at most once a minute", async () => {
    const seen = async () => (await temporary.desk.signIn.findFirst())?.lastSeenAt;
    const start = await seen();
    clock.advance(59_999);
    await byCookie(secret);
    expect(await seen()).toEqual(start);
    clock.advance(1);
    await byCookie(secret);
    expect(await seen()).toEqual(now());
  });

  it.each(["", "short", "x".repeat(43), "x".repeat(5000), "' OR 1=1 --"])("%j is nobody", async (cookie) => {
    expect(await byCookie(cookie)).toBeNull();
  });

  it("is stored as a hash, which itself is no cookie", async () => {
    const row = await temporary.desk.signIn.findFirst();
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await byCookie(row?.tokenHash ?? "")).toBeNull();
  });

  it("is nobody once ended, disabled, on another site, or with a role nobody knows", async () => {
    await temporary.desk.signIn.updateMany({ data: { endedAt: now() } });
    expect(await byCookie(secret)).toBeNull();
    const disabled = await signedIn();
    await temporary.desk.account.updateMany({ data: { disabledAt: now() } });
    expect(await byCookie(disabled)).toBeNull();
    expect(await byCookie(await signedIn({ siteId: "other" }))).toBeNull();
    expect(await byCookie(await signedIn({ role: "owner" }))).toBeNull();
  });

  it("of a demo account counts on the practice site only", async () => {
    const demo = await signedIn({ isDemo: true });
    expect(await byCookie(demo)).toBeNull();
    expect(await authenticate({ ...scope, practice: true }, { bearer: null, cookie: demo })).not.toBeNull();
  });
});

describe("a token", () => {
  it("is a script with its role, and has one shape", async () => {
    const token = await tokenOf();
    expect(token).toMatch(/^gd_[A-Za-z0-9_-]{43}$/);
    expect(await byToken(token)).toMatchObject({ name: "script", role: "viewer", kind: "token" });
    expect((await temporary.desk.apiToken.findFirst())?.lastUsedAt).toEqual(now());
  });

  it.each(["", "gd_", `gd_${"x".repeat(43)}`, `gd_${"x".repeat(44)}`])("%j is nobody", async (token) => {
    expect(await byToken(token)).toBeNull();
  });

  it("is nobody once revoked or on another site, and does not fall back to a cookie", async () => {
    expect(await byToken(await tokenOf({ revokedAt: now() }))).toBeNull();
    expect(await byToken(await tokenOf({ siteId: "other" }))).toBeNull();
    expect(await authenticate(scope, { bearer: "wrong", cookie: secret })).toBeNull();
    expect(await authenticate(scope, { bearer: "", cookie: secret })).toBeNull();
  });

  it("does not work as a cookie, nor a cookie as a token", async () => {
    expect(await byCookie(await tokenOf())).toBeNull();
    expect(await byToken(secret)).toBeNull();
  });
});
