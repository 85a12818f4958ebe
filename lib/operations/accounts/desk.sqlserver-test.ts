import sql from "mssql";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { appendAudit } from "@/lib/audit/append";
import { verifyChain } from "@/lib/audit/verify-chain";
import { authenticate } from "@/lib/auth/authenticate";
import { FailedSignIns } from "@/lib/auth/failed-sign-ins";
import { localActor } from "@/lib/auth/local-actor";
import { signIn } from "@/lib/auth/sign-in";
import { FixedClock } from "@/lib/clock";
import { type Desk, openDesk } from "@/lib/desk/client";
import { migrateDesk } from "@/lib/desk/migrate";
import { readMigrations } from "@/lib/desk/migrations";
import { serializable } from "@/lib/desk/serializable";
import { parseSqlServerUrl } from "@/lib/desk/sqlserver-url";
import { TEST_SEAL } from "@/lib/desk/temporary-desk.fixture";
import { makeScratchDatabase, type ScratchDatabase } from "@/lib/site/tables/sql-server.fixture";
import { addAccount } from "./add-account";
import { addToken } from "./add-token";
import { changeAccount } from "./change-account";
import { listAccounts } from "./list-accounts";

/** Our own tables on a real SQL Server: migrations, sign-in, changes that meet each other. */

const PASSWORD = "correct horse battery";
const clock = new FixedClock(Date.parse("2026-02-03T04:05:06.789Z"));
const passwordCost = { logN: 4, blockSize: 8, parallel: 1 };
let scratch: ScratchDatabase;
let desk: Desk;
let applied: string[][];

beforeAll(async () => {
  scratch = await makeScratchDatabase(process.env.GHOSTDESK_TEST_SQLSERVER_URL ?? "");
  applied = await Promise.all([migrateDesk(scratch.url), migrateDesk(scratch.url), migrateDesk(scratch.url)]);
  desk = openFew();
});
afterAll(async () => {
  await desk.$disconnect();
  await scratch.drop();
});

/** Few connections: what each costs before its first answer is not what is looked at. */
function openFew(): Desk {
  return openDesk(`${scratch.url};connectionLimit=3`, TEST_SEAL);
}

/** As a second program on the same database has it. */
function openOther(): Desk {
  const other = openFew();
  onTestFinished(() => other.$disconnect());
  return other;
}

const scope = () => ({ desk, clock, passwordCost, actor: localActor("s") });
const auth = () => ({ desk, siteId: "s", clock, practice: false, passwordCost });
const add = (name: string, role: string) => addAccount(scope(), { name, role, password: PASSWORD });

it("three at once make the tables once, with the columns and nullability of SQLite's", async () => {
  expect(applied.flat()).toEqual(readMigrations("sqlserver").map(({ name }) => name));
  expect(await migrateDesk(scratch.url)).toEqual([]);
  const pool = await new sql.ConnectionPool(parseSqlServerUrl(scratch.url)).connect();
  const { recordset } = await pool.query(
    "SELECT TABLE_NAME t, COLUMN_NAME c, IS_NULLABLE n FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'ghostdesk'",
  );
  await pool.close();
  const columns = recordset.map(
    ({ t, c, n }: { t: string; c: string; n: string }) => `${t}.${c}${n === "YES" ? "?" : ""}`,
  );
  expect(columns).toEqual(
    expect.arrayContaining(["Account.disabledAt?", "SignIn.userAgent?", "Sample.groupKey", "Fact.value"]),
  );
  expect(columns.filter((column) => !column.startsWith("DeskMigration."))).toHaveLength(137);
});

it("keeps letters, times to the millisecond and large texts", async () => {
  const at = new Date(clock.now());
  const detail = JSON.stringify({ text: "Zoë Ünal 語 😀 ' ; --", long: "x".repeat(20_000) });
  const row = {
    siteId: "s",
    at,
    actor: "Zoë",
    kind: "person",
    role: "admin",
    action: "test",
    subject: "x",
    detail,
    mac: null,
  };
  const { id } = await desk.auditEntry.create({ data: row });
  expect(await desk.auditEntry.findUnique({ where: { id } })).toEqual({ id, ...row });
  const sample = { siteId: "s", at, groupKey: "", counts: "{}" };
  await desk.sample.create({ data: sample });
  expect(await desk.sample.findMany({ where: { siteId: "s", at: { gte: at, lte: at } } })).toEqual([sample]);
});

it("signs people and scripts in, and refuses a name that is taken in another case", async () => {
  await add("Zoë.K", "desk");
  await expect(add("ZOË.K", "desk")).rejects.toMatchObject({ code: "conflict" });
  const attempt = { account: "zoë.k", password: PASSWORD, address: "x", userAgent: null };
  const cookie = await signIn(auth(), new FailedSignIns(clock), attempt);
  expect(await authenticate(auth(), { bearer: null, cookie })).toMatchObject({ name: "Zoë.K", role: "desk" });
  const bearer = await addToken(scope(), { name: "backup", role: "viewer" });
  expect(await authenticate(auth(), { bearer, cookie: null })).toMatchObject({ name: "backup" });
  const { accounts, tokens } = await listAccounts(scope());
  expect([accounts.map(({ signedIn }) => signedIn), tokens.length]).toEqual([[1], 1]);
});

it("keeps one chain of the audit where two connections add to it at once, and refuses to change it", async () => {
  const other = openOther();
  const facts = Array.from({ length: 20 }, (_, index) => ({ desk: index % 2 ? other : desk, name: `fact-${index}` }));
  const record = { siteId: "chain", at: clock.now(), actor: "a", kind: "local", role: "admin", detail: {} } as const;
  await Promise.all(
    facts.map(({ desk: own, name }) =>
      serializable(own, (tx) => appendAudit(tx, { ...record, action: "fact.set", subject: name })),
    ),
  );
  const proof = { key: TEST_SEAL.key, anchor: null };
  expect(await verifyChain(desk, "chain", proof)).toMatchObject({ entries: 20, broken: null });
  await expect(desk.auditEntry.updateMany({ data: { actor: "b" } })).rejects.toThrow();
  await expect(desk.auditEntry.deleteMany({})).rejects.toThrow();
});

it("keeps one administrator where two disable each other at once", async () => {
  const [anna, berta] = [await add("Anna", "admin"), await add("Berta", "admin")];
  const outcomes = await Promise.allSettled([
    changeAccount(scope(), anna.id, { disabled: true }),
    changeAccount(scope(), berta.id, { disabled: true }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await desk.account.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
});

it("does again what the server gave up for another program's transaction that waited for it", async () => {
  const other = openOther();
  await desk.fact.createMany({ data: ["one", "two"].map((name) => ({ name, value: "" })) });
  const write = (tx: Pick<Desk, "fact">, name: string, value: string) =>
    tx.fact.update({ where: { name }, data: { value } });
  const [mine, theirs] = [new Gate(), new Gate()];
  const own = serializable(desk, async (tx) => {
    await write(tx, "one", "own");
    mine.open();
    await theirs.opened;
    await write(tx, "two", "own");
  });
  const foreign = other.$transaction(async (tx) => {
    await mine.opened;
    await write(tx, "two", "foreign");
    theirs.open();
    await write(tx, "one", "foreign");
  });
  await Promise.allSettled([own, foreign]);
  await expect(own).resolves.toBeUndefined();
  const values = (await desk.fact.findMany({ where: { name: { in: ["one", "two"] } } })).map(({ value }) => value);
  expect(new Set(values).size).toBe(1);
});

class Gate {
  open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}
