import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/audit/actor";
import { authenticate } from "@/lib/auth/authenticate";
import { FailedSignIns } from "@/lib/auth/failed-sign-ins";
import { localActor } from "@/lib/auth/local-actor";
import { mintActor } from "@/lib/auth/mint-actor";
import { endSignIn, signIn } from "@/lib/auth/sign-in";
import { FixedClock } from "@/lib/clock";
import { openDesk } from "@/lib/desk/client";
import { makeTemporaryDesk, TEST_SEAL, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { ROLES } from "@/lib/domain/role";
import type { AccountsScope } from "./accounts-scope";
import { addAccount } from "./add-account";
import { addToken } from "./add-token";
import { changeAccount } from "./change-account";
import { listAccounts } from "./list-accounts";
import { revokeToken } from "./revoke-token";

const clock = new FixedClock(Date.parse("2026-11-21T10:00:00Z"));
const CHEAP = { logN: 4, blockSize: 8, parallel: 1 };
const PASSWORD = "correct horse battery";
let temporary: TemporaryDesk;
let scope: AccountsScope;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
  scope = { desk: temporary.desk, clock, actor: localActor("s"), passwordCost: CHEAP };
});
afterEach(() => temporary.remove());

const add = (name: string, role: string) => addAccount(scope, { name, role, password: PASSWORD });
const auth = () => ({ desk: temporary.desk, siteId: "s", clock, practice: false, passwordCost: CHEAP });
const enter = (account: string, password = PASSWORD) =>
  signIn(auth(), new FailedSignIns(clock), { account, password, address: "x", userAgent: null });
const whoIs = (cookie: string) => authenticate(auth(), { bearer: null, cookie });
const NO_SIGN_IN = { NOT: { action: { startsWith: "sign-in." } } };
const audited = async () =>
  (await temporary.desk.auditEntry.findMany({ where: NO_SIGN_IN, orderBy: { id: "asc" } })).map(
    ({ action, subject, detail }) => [...[action, subject], ...[JSON.parse(detail) as unknown]],
  );

describe("addAccount", () => {
  it("adds somebody who can sign in, and writes down who did it, without the password", async () => {
    const row = await add("Zoë.K", "desk");
    expect(row).toEqual({
      ...{ id: expect.any(String), name: "Zoë.K", role: "desk", demo: false, disabled: false, signedIn: 0 },
      ...{ createdAt: "2026-11-21T10:00:00.000Z", lastSignInAt: null },
    });
    expect(await whoIs(await enter("zoë.k"))).toMatchObject({ name: "Zoë.K", role: "desk" });
    expect(await audited()).toEqual([["account.add", "Zoë.K", { role: "desk" }]]);
  });

  it("refuses a name that is taken, in any case, and writes nothing", async () => {
    await add("Anna", "desk");
    await expect(add("ANNA", "admin")).rejects.toMatchObject({ code: "conflict", field: "name" });
    expect(await temporary.desk.account.count()).toBe(1);
    expect(await audited()).toHaveLength(1);
  });

  it.each([
    [{ name: "a b", role: "desk", password: PASSWORD }, "name", "A name has letters, digits and . _ @ - only."],
    [{ name: " ", role: "desk", password: PASSWORD }, "name", "A name is needed."],
    [{ name: "a", role: "owner", password: PASSWORD }, "role", "role: "],
    [{ name: "a", role: "desk", password: "short" }, "password", "A password has at least 12 characters."],
    [{ name: "a", role: "desk" }, "password", "password: "],
  ])("refuses %j", async (input, field, message) => {
    const refusal = addAccount(scope, input);
    await expect(refusal).rejects.toMatchObject({ code: "invalid", field });
    await expect(refusal).rejects.toThrow(message);
  });
});

describe("changeAccount", () => {
  it("gives another role, another password, disables and enables; only what differs is written down", async () => {
    const { id } = await add("Anna", "desk");
    expect(await changeAccount(scope, id, { role: "engineer" })).toMatchObject({ role: "engineer" });
    await changeAccount(scope, id, { password: "another horse battery" });
    expect(await changeAccount(scope, id, { role: "engineer", disabled: true })).toMatchObject({ disabled: true });
    expect(await changeAccount(scope, id, { disabled: false })).toMatchObject({ disabled: false });
    expect(await audited()).toEqual([
      ["account.add", "Anna", { role: "desk" }],
      ["account.change", "Anna", { role: { from: "desk", to: "engineer" } }],
      ["account.change", "Anna", { passwordChanged: true }],
      ["account.change", "Anna", { disabled: true }],
      ["account.change", "Anna", { disabled: false }],
    ]);
    await expect(enter("anna")).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await enter("anna", "another horse battery")).toBeTruthy();
  });

  it.each([{}, { role: "desk" }, { disabled: false }, { role: "desk", disabled: false }])(
    "%j changes nothing: nobody is signed out, nothing written",
    async (input) => {
      const { id } = await add("Anna", "desk");
      const cookie = await enter("anna");
      expect(await changeAccount(scope, id, input)).toMatchObject({ signedIn: 1 });
      expect(await whoIs(cookie)).not.toBeNull();
      expect(await audited()).toHaveLength(1);
    },
  );

  it.each([{ role: "viewer" }, { password: "another horse battery" }, { disabled: true }])(
    "%j ends the account's sign-ins and no other",
    async (input) => {
      const { id } = await add("Anna", "desk");
      await add("Berta", "desk");
      const [anna, berta] = [await enter("anna"), await enter("berta")];
      expect(await changeAccount(scope, id, input)).toMatchObject({ signedIn: 0 });
      expect([await whoIs(anna), (await whoIs(berta))?.name]).toEqual([null, "Berta"]);
    },
  );

  it("keeps one administrator who can sign in", async () => {
    const { id } = await add("Anna", "admin");
    const other = await add("Berta", "admin");
    await changeAccount(scope, other.id, { disabled: true });
    await expect(changeAccount(scope, id, { disabled: true })).rejects.toMatchObject({ code: "conflict" });
    await expect(changeAccount(scope, id, { role: "engineer" })).rejects.toThrow("Anna is the last administrator.");
    expect(await changeAccount(scope, id, { password: "another horse battery" })).toMatchObject({ role: "admin" });
    await changeAccount(scope, other.id, { disabled: false });
    expect(await changeAccount(scope, id, { disabled: true })).toMatchObject({ disabled: true });
  });

  it("keeps one also where two administrators disable each other at once", async () => {
    const [anna, berta] = [await add("Anna", "admin"), await add("Berta", "admin")];
    const second = openDesk(temporary.url, TEST_SEAL);
    const outcomes = await Promise.allSettled([
      changeAccount(scope, anna.id, { disabled: true }),
      changeAccount({ ...scope, desk: second }, berta.id, { disabled: true }),
    ]);
    await second.$disconnect();
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await temporary.desk.account.count({ where: { disabledAt: null } })).toBe(1);
  });

  it("does not know accounts of another site", async () => {
    const { id } = await add("Anna", "desk");
    const elsewhere = { ...scope, actor: localActor("other") };
    await expect(changeAccount(elsewhere, id, { disabled: true })).rejects.toMatchObject({ code: "not-found" });
    await expect(changeAccount(scope, "nobody", {})).rejects.toMatchObject({ code: "not-found" });
  });

  it("makes a demo account with a password of its own an ordinary one", async () => {
    const { id } = await add("Anna", "desk");
    await temporary.desk.account.update({ where: { id }, data: { isDemo: true } });
    expect(await changeAccount(scope, id, { role: "viewer" })).toMatchObject({ demo: true });
    expect(await changeAccount(scope, id, { password: "another horse battery" })).toMatchObject({ demo: false });
  });
});

describe("tokens", () => {
  it("are shown once, stored as a hash, listed, and revoked for good", async () => {
    const token = await addToken(scope, { name: "backup", role: "viewer" });
    expect(await authenticate(auth(), { bearer: token, cookie: null })).toMatchObject({
      name: "backup",
      role: "viewer",
    });
    const { tokens } = await listAccounts(scope);
    expect(tokens).toEqual([
      {
        ...{ id: expect.any(String), name: "backup", role: "viewer", createdAt: "2026-11-21T10:00:00.000Z" },
        ...{ createdBy: "command-line", lastUsedAt: "2026-11-21T10:00:00.000Z", revoked: false },
      },
    ]);
    await revokeToken(scope, tokens[0]?.id ?? "");
    await revokeToken(scope, tokens[0]?.id ?? "");
    expect(await authenticate(auth(), { bearer: token, cookie: null })).toBeNull();
    expect(await audited()).toEqual([
      ["token.add", "backup", { role: "viewer" }],
      ["token.revoke", "backup", {}],
    ]);
    expect(JSON.stringify([await temporary.desk.apiToken.findMany(), await audited()])).not.toContain(token);
  });

  it("have names of their own, free again once revoked", async () => {
    const first = await addToken(scope, { name: "backup", role: "viewer" });
    await expect(addToken(scope, { name: "Backup", role: "desk" })).rejects.toMatchObject({ code: "conflict" });
    await revokeToken(scope, (await temporary.desk.apiToken.findFirst())?.id ?? "");
    const second = await addToken(scope, { name: "Backup", role: "desk" });
    expect(await authenticate(auth(), { bearer: first, cookie: null })).toBeNull();
    expect(await authenticate(auth(), { bearer: second, cookie: null })).toMatchObject({ role: "desk" });
  });

  it("that do not exist, or belong to another site, are not found", async () => {
    await addToken(scope, { name: "backup", role: "viewer" });
    const id = (await temporary.desk.apiToken.findFirst())?.id ?? "";
    await expect(revokeToken(scope, "x")).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = { ...scope, actor: localActor("other") };
    await expect(revokeToken(elsewhere, id)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("listAccounts", () => {
  it("counts the browsers that are signed in now, and tells no hash", async () => {
    await add("Berta", "desk");
    await add("anna", "viewer");
    const out = await enter("berta");
    await enter("berta");
    await enter("berta");
    await endSignIn(auth(), out, "signed-out");
    const { accounts } = await listAccounts(scope);
    expect(accounts.map(({ name, signedIn }) => [name, signedIn])).toEqual([
      ["anna", 0],
      ["Berta", 2],
    ]);
    const later = { ...scope, clock: new FixedClock(clock.now() + 8 * 3_600_000) };
    expect((await listAccounts(later)).accounts.map((account) => account.signedIn)).toEqual([0, 0]);
    expect(JSON.stringify(accounts)).not.toContain("scrypt");
  });
});

describe("every verb asks first", () => {
  const verbs: Record<string, (as: AccountsScope) => Promise<unknown>> = {
    addAccount: (as) => addAccount(as, { name: "x", role: "desk", password: PASSWORD }),
    changeAccount: (as) => changeAccount(as, "x", { role: "desk" }),
    listAccounts: (as) => listAccounts(as),
    addToken: (as) => addToken(as, { name: "x", role: "desk" }),
    revokeToken: (as) => revokeToken(as, "x"),
  };
  const cases = Object.keys(verbs).flatMap((verb) => ROLES.map((role) => [verb, role] as const));

  it.each(cases)("%s as %s", async (verb, role) => {
    const actor = mintActor({ name: "somebody", role, siteId: "s" }, "person") as Actor;
    const code = await verbs[verb]?.({ ...scope, actor }).then(
      () => "done",
      (error: { code?: string }) => error.code,
    );
    if (role === "admin") expect(code).not.toBe("forbidden");
    else expect(code).toBe("forbidden");
  });
});
