import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FixedClock } from "@/lib/clock";
import type { Desk } from "@/lib/desk/client";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { authenticate } from "./authenticate";
import { DEMO_PASSWORD, ensureDemoAccounts } from "./demo-accounts";
import { FailedSignIns } from "./failed-sign-ins";
import { hashPassword, needsNewHash } from "./password";
import type { AuthScope } from "./scope";
import { endSignIn, endSignInsOf, signIn } from "./sign-in";
import { readSignInPage } from "./sign-in-page";

const CHEAP = { logN: 4, blockSize: 8, parallel: 1 };
let temporary: TemporaryDesk;
let clock: FixedClock;
let scope: AuthScope;
let failures: FailedSignIns;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
  clock = new FixedClock(Date.parse("2026-11-21T08:00:00Z"));
  scope = { desk: temporary.desk, siteId: "s", clock, practice: false, passwordCost: CHEAP };
  failures = new FailedSignIns(clock);
  await add("Anna", "correct horse battery");
});
afterEach(() => temporary.remove());

async function add(name: string, password: string, more: { isDemo?: boolean; disabledAt?: Date } = {}): Promise<void> {
  const passwordHash = await hashPassword(password, CHEAP);
  const row = { id: name, siteId: "s", name, nameKey: name.toLowerCase(), role: "desk", passwordHash };
  await temporary.desk.account.create({ data: { ...row, createdAt: new Date(clock.now()), ...more } });
}

const attempt = (account: string, password: string, inScope = scope) =>
  signIn(inScope, failures, { account, password, address: "10.0.0.1", userAgent: "x".repeat(400) });
const whoIs = (cookie: string) => authenticate(scope, { bearer: null, cookie });

describe("signing in", () => {
  it("takes no spelling that only the database holds for equal: each would have a limit of its own", async () => {
    const { desk } = temporary;
    await desk.$executeRawUnsafe(`ALTER TABLE "Account" RENAME COLUMN "nameKey" TO "strictKey"`);
    await desk.$executeRawUnsafe(`ALTER TABLE "Account" ADD COLUMN "nameKey" TEXT NOT NULL DEFAULT '' COLLATE NOCASE`);
    await desk.$executeRawUnsafe(`UPDATE "Account" SET "nameKey" = 'ANNA'`);
    const where = { siteId_nameKey: { siteId: "s", nameKey: "anna" } };
    expect(await desk.account.findUnique({ where })).toMatchObject({ nameKey: "ANNA" });
    await expect(attempt("anna", "correct horse battery")).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("takes the name in any case and gives a new secret each time", async () => {
    const first = await attempt("ANNA ", "correct horse battery");
    const second = await attempt("anna", "correct horse battery");
    expect(first).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(second).not.toBe(first);
    expect(await whoIs(first)).toMatchObject({ name: "Anna" });
    expect(await whoIs(second)).toMatchObject({ name: "Anna" });
    const rows = await temporary.desk.signIn.findMany();
    expect(JSON.stringify(rows)).not.toContain(first);
    expect(rows[0]?.userAgent).toHaveLength(255);
    expect((await temporary.desk.account.findFirst())?.lastSignInAt).toEqual(new Date(clock.now()));
  });

  it("fails in one and the same way for a wrong password and for every account that is not welcome", async () => {
    await add("gone", "correct horse battery", { disabledAt: new Date(clock.now()) });
    await add("demo", "correct horse battery", { isDemo: true });
    const faults = await Promise.all(
      [
        ["anna", "wrong horse battery"],
        ["nobody", "correct horse battery"],
        ["gone", "correct horse battery"],
        ["demo", "correct horse battery"],
        ["", ""],
      ].map(([account = "", password = ""]) => attempt(account, password).catch((error: unknown) => error)),
    );
    for (const fault of faults) {
      expect(fault).toMatchObject({ code: "unauthenticated", message: "The account or the password is wrong." });
    }
    expect(await temporary.desk.signIn.count()).toBe(0);
  });

  it("does the same work for an account that does not exist", async () => {
    const scrypt = vi.spyOn(crypto, "scrypt");
    syncBuiltinESMExports();
    await attempt("anna", "wrong horse battery").catch(() => null);
    await attempt("nobody", "wrong horse battery").catch(() => null);
    const [known, unknown] = scrypt.mock.calls.map(([password, salt, length, options]) => [
      ...[password, Buffer.from(salt as Uint8Array).length, length],
      ...[options],
    ]);
    const times = scrypt.mock.calls.length;
    scrypt.mockRestore();
    syncBuiltinESMExports();
    expect(times).toBe(2);
    expect(unknown).toEqual(known);
  });

  it("lets demo accounts in on the practice site", async () => {
    await add("demo", "correct horse battery", { isDemo: true });
    expect(await attempt("demo", "correct horse battery", { ...scope, practice: true })).toBeTruthy();
  });

  it("hashes anew where the cost has changed, and the old password still fits", async () => {
    const today = { ...scope, passwordCost: { ...CHEAP, logN: 5 } };
    await attempt("anna", "correct horse battery", today);
    const stored = (await temporary.desk.account.findFirst())?.passwordHash ?? "";
    expect(needsNewHash(stored, today.passwordCost)).toBe(false);
    expect(await attempt("anna", "correct horse battery", today)).toBeTruthy();
  });

  it("is limited after ten failures, for right passwords too, and never by successes", async () => {
    for (let index = 0; index < 12; index++) await attempt("anna", "correct horse battery");
    for (let index = 0; index < 10; index++) await attempt("anna", "wrong").catch(() => null);
    await expect(attempt("anna", "correct horse battery")).rejects.toMatchObject({ code: "limited" });
    await expect(attempt("Anna", "wrong")).rejects.toMatchObject({ code: "limited" });
    clock.advance(15 * 60_000);
    expect(await attempt("anna", "correct horse battery")).toBeTruthy();
  });

  it("clears away sign-ins that have run out", async () => {
    await attempt("anna", "correct horse battery");
    clock.advance(25 * 3_600_000);
    await attempt("anna", "correct horse battery");
    expect(await temporary.desk.signIn.count()).toBe(1);
  });

  it("does not succeed with a password that was changed while it was being checked", async () => {
    const changed = await hashPassword("another password", CHEAP);
    const desk = temporary.desk.$extends({
      query: {
        account: {
          async findUnique({ args, query }) {
            const found = await query(args);
            await temporary.desk.account.updateMany({ data: { passwordHash: changed } });
            return found;
          },
        },
      },
    }) as unknown as Desk;
    const outcome = attempt("anna", "correct horse battery", { ...scope, desk });
    await expect(outcome).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await temporary.desk.signIn.count()).toBe(0);
    expect(await attempt("anna", "another password")).toBeTruthy();
  });
});

describe("signing out", () => {
  it("ends this one, or all of an account", async () => {
    const [first, second, third] = [
      await attempt("anna", "correct horse battery"),
      await attempt("anna", "correct horse battery"),
      await attempt("anna", "correct horse battery"),
    ];
    await endSignIn(scope, first, "signed-out");
    expect([await whoIs(first), (await whoIs(second))?.name]).toEqual([null, "Anna"]);
    await endSignInsOf(temporary.desk, "Anna", clock.now());
    expect([await whoIs(second), await whoIs(third)]).toEqual([null, null]);
  });
});

describe("demo accounts", () => {
  const practice = () => ({ ...scope, siteId: "practice", practice: true });

  it("are one per role, made once, and as short a password as the sign-in page says", async () => {
    await ensureDemoAccounts(practice());
    await ensureDemoAccounts(practice());
    const accounts = await temporary.desk.account.findMany({ where: { siteId: "practice" }, orderBy: { name: "asc" } });
    expect(accounts.map(({ name, role, isDemo }) => [name, role, isDemo])).toEqual(
      ["admin", "desk", "engineer", "viewer"].map((role) => [role, role, true]),
    );
    for (const { name } of accounts) expect(await attempt(name, DEMO_PASSWORD, practice())).toBeTruthy();
    expect(await temporary.desk.auditEntry.count({ where: { action: "account.add-demo" } })).toBe(1);
  });

  it("stay as an administrator left them", async () => {
    await ensureDemoAccounts(practice());
    await temporary.desk.account.updateMany({ where: { name: "viewer" }, data: { disabledAt: new Date(clock.now()) } });
    await ensureDemoAccounts(practice());
    await expect(attempt("viewer", DEMO_PASSWORD, practice())).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("are refused on a real site, and so is making them", async () => {
    await ensureDemoAccounts(practice());
    await temporary.desk.account.updateMany({ where: { siteId: "practice" }, data: { siteId: "real" } });
    const real = { ...scope, siteId: "real" };
    await expect(attempt("admin", DEMO_PASSWORD, real)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(ensureDemoAccounts(real)).rejects.toThrow("practice site only");
    expect(await readSignInPage(real)).toEqual({ demoAccounts: [], needsFirstAccount: true });
  });

  it("are offered on the sign-in page in the order of their roles", async () => {
    await ensureDemoAccounts(practice());
    const demoAccounts = ["viewer", "desk", "engineer", "admin"];
    expect(await readSignInPage(practice())).toEqual({ demoAccounts, needsFirstAccount: false });
    expect(await readSignInPage(scope)).toEqual({ demoAccounts: [], needsFirstAccount: false });
  });
});
