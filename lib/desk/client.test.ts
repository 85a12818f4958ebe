import { copyFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDesk } from "./client";
import { sqlitePath } from "./sqlite-file";
import { makeTemporaryDesk, type TemporaryDesk } from "./temporary-desk.fixture";

let temporary: TemporaryDesk;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
});
afterEach(() => temporary.remove());

const entry = (subject: string) => ({
  siteId: "s",
  at: new Date("2026-11-21T01:02:03.004Z"),
  actor: "Zoë",
  kind: "person",
  role: "admin",
  action: "account.add",
  subject,
  detail: "{}",
  mac: null,
});

describe("openDesk", () => {
  it("keeps what was written, in its types, after closing", async () => {
    await temporary.desk.auditEntry.create({ data: entry("one") });
    await temporary.desk.$disconnect();
    const again = openDesk(temporary.url);
    expect(await again.auditEntry.findMany()).toEqual([{ id: 1, ...entry("one") }]);
    await again.$disconnect();
  });

  it("uses the write-ahead log, full durability and foreign keys on every connection, also after a transaction", async () => {
    await temporary.desk.$transaction((tx) => tx.auditEntry.create({ data: entry("one") }));
    const settings = await Promise.all(
      ["journal_mode", "synchronous", "foreign_keys"].map((name) => temporary.desk.$queryRawUnsafe(`PRAGMA ${name}`)),
    );
    expect(settings).toEqual([[{ journal_mode: "wal" }], [{ synchronous: 2 }], [{ foreign_keys: 1 }]]);
  });

  it.skipIf(process.platform === "win32")("is readable by its own account only, the write-ahead log too", async () => {
    await temporary.desk.auditEntry.create({ data: entry("one") });
    const modes = readdirSync(temporary.folder).map((name) => statSync(path.join(temporary.folder, name)).mode & 0o077);
    expect(modes.length).toBeGreaterThan(1);
    expect(new Set(modes)).toEqual(new Set([0]));
  });

  it("leaves one complete file when it is closed", async () => {
    await temporary.desk.auditEntry.create({ data: entry("one") });
    await temporary.desk.$disconnect();
    const copy = path.join(temporary.folder, "copy.db");
    copyFileSync(path.join(temporary.folder, "desk.db"), copy);
    const opened = openDesk(`file:${copy}`);
    expect(await opened.auditEntry.count()).toBe(1);
    await opened.$disconnect();
  });

  it("undoes a transaction that fails, and the connection is well afterwards", async () => {
    const failing = temporary.desk.$transaction(async (tx) => {
      await tx.auditEntry.create({ data: entry("gone") });
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    await temporary.desk.auditEntry.create({ data: entry("kept") });
    expect((await temporary.desk.auditEntry.findMany()).map((row) => row.subject)).toEqual(["kept"]);
  });

  it("two connections that write and read before they write lose nothing and never stop each other's thread", async () => {
    const other = openDesk(temporary.url);
    const increment = (desk: typeof other) =>
      desk.$transaction(async (tx) => {
        const row = await tx.fact.findUnique({ where: { name: "count" } });
        const value = `${Number(row?.value ?? 0) + 1}`;
        await tx.fact.upsert({ where: { name: "count" }, create: { name: "count", value }, update: { value } });
      });
    await Promise.all(Array.from({ length: 40 }, (_, index) => increment(index % 2 ? other : temporary.desk)));
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? other : temporary.desk).auditEntry.create({ data: entry("x") }),
      ),
    );
    expect(await temporary.desk.fact.findUnique({ where: { name: "count" } })).toEqual({ name: "count", value: "40" });
    expect(await other.auditEntry.count()).toBe(20);
    await other.$disconnect();
  });

  it("a write that meets a held lock waits, and what follows it is really stored", async () => {
    const other = openDesk(temporary.url);
    const waiting = await other.$transaction(async (tx) => {
      await tx.auditEntry.create({ data: entry("holder") });
      const started = temporary.desk.auditEntry.create({ data: entry("waiter") }).then(() => "stored");
      expect(await Promise.race([started, setImmediate("still waiting")])).toBe("still waiting");
      return { started };
    });
    expect(await waiting.started).toBe("stored");
    await temporary.desk.auditEntry.create({ data: entry("after") });
    expect(await other.auditEntry.count()).toBe(3);
    await other.$disconnect();
  });

  it("says who holds a name that is taken", async () => {
    await temporary.desk.fact.create({ data: { name: "a", value: "1" } });
    const second = temporary.desk.fact.create({ data: { name: "a", value: "2" } });
    await expect(second).rejects.toMatchObject({ code: "P2002" });
    await temporary.desk.fact.create({ data: { name: "b", value: "2" } });
    expect(await temporary.desk.fact.count()).toBe(2);
  });

  it("a closed database is an error, not the end of the process", async () => {
    const pending = temporary.desk.$transaction(async (tx) => {
      await temporary.desk.$disconnect();
      return tx.auditEntry.create({ data: entry("late") });
    });
    await expect(pending).rejects.toThrow();
    expect(await temporary.desk.auditEntry.count()).toBe(0);
  });

  it("refuses any other address", () => {
    expect(() => openDesk("postgres://x")).toThrow("must start with file: or sqlserver://");
    expect(() => openDesk("sqlserver://host;user=a;password=b")).toThrow("database is missing");
  });
});

describe("sqlitePath", () => {
  it("takes a path as written and a URL decoded", () => {
    expect(sqlitePath("file:/data/a%20b/desk.db")).toBe("/data/a%20b/desk.db");
    expect(sqlitePath("file:///data/a%20b/desk.db")).toBe("/data/a b/desk.db");
    expect(sqlitePath("file:desk.db")).toBe(path.resolve("desk.db"));
  });
});
