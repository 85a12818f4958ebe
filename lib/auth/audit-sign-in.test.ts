import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FixedClock } from "@/lib/clock";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { FailedSignIns } from "./failed-sign-ins";
import { hashPassword } from "./password";
import type { AuthScope } from "./scope";
import { endSignIn, signIn } from "./sign-in";

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

const attempt = (account: string, password: string) =>
  signIn(scope, failures, { account, password, address: "10.0.0.1", userAgent: null });

describe("the audit", () => {
  const audited = async () => {
    const entries = await temporary.desk.auditEntry.findMany({ orderBy: { id: "asc" } });
    return entries.map(({ action, actor, role, subject, detail }) => [
      action,
      actor,
      role,
      subject,
      JSON.parse(detail),
    ]);
  };
  const from = { address: "10.0.0.1" };

  it("keeps who came in and who left, and from where", async () => {
    const cookie = await attempt("ANNA", "correct horse battery");
    await endSignIn(scope, cookie, "signed-out");
    await endSignIn(scope, cookie, "signed-out");
    await endSignIn(scope, "x".repeat(43), "signed-out");
    await endSignIn(scope, await attempt("anna", "correct horse battery"), "signed-in-anew");
    expect(await audited()).toEqual([
      ["sign-in.granted", "Anna", "desk", "Anna", from],
      ["sign-in.ended", "Anna", "desk", "Anna", { why: "signed-out" }],
      ["sign-in.granted", "Anna", "desk", "Anna", from],
      ["sign-in.ended", "Anna", "desk", "Anna", { why: "signed-in-anew" }],
    ]);
  });

  it("keeps who was refused and why, the name that was typed, and never the password", async () => {
    await add("gone", "correct horse battery", { disabledAt: new Date(clock.now()) });
    await add("demo", "correct horse battery", { isDemo: true });
    const tries = [["anna", "secret words"], ["Nobody ", "secret words"], ["gone"], ["demo"]] as const;
    for (const [account, password = "correct horse battery"] of tries) {
      await attempt(account, password).catch(() => null);
    }
    expect(await audited()).toEqual([
      ["sign-in.refused", "Anna", "none", "Anna", { why: "wrong-password", ...from }],
      ["sign-in.refused", "Nobody", "none", "Nobody", { why: "unknown-account", ...from }],
      ["sign-in.refused", "gone", "none", "gone", { why: "disabled-account", ...from }],
      ["sign-in.refused", "demo", "none", "demo", { why: "demo-account", ...from }],
    ]);
    const rows = await temporary.desk.auditEntry.findMany();
    expect(JSON.stringify(rows)).not.toMatch(/secret words|correct horse/);
  });

  it("keeps the first of the attempts that are limited, and later how many it left out", async () => {
    for (let index = 0; index < 60; index++) await attempt("anna", "wrong").catch(() => null);
    expect((await audited()).map(([, , , , { why }]) => why)).toEqual([...Array(10).fill("wrong-password"), "limited"]);
    clock.advance(15 * 60_000);
    await attempt("anna", "wrong").catch(() => null);
    const omitted = { count: 49, from: "2026-11-21T08:00:00.000Z", to: "2026-11-21T08:15:00.000Z" };
    expect((await audited()).slice(-2)).toEqual([
      ["sign-in.omitted", "several", "none", "several", omitted],
      ["sign-in.refused", "Anna", "none", "Anna", { why: "wrong-password", ...from }],
    ]);
  });
});
