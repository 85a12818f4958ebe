import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrateDesk } from "./migrate";
import { MIGRATIONS_FOLDER, readMigrations } from "./migrations";

/** What the program has, and the number of a step that a test adds to it. */
const KNOWN = readMigrations("sqlite").map(({ name }) => name);
const NEXT = `${KNOWN.length + 1}`.padStart(4, "0");

let folder: string;
let url: string;
let steps: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-migrate-"));
  url = `file:${path.join(folder, "sub", "desk.db")}`;
  steps = path.join(folder, "migrations");
  cpSync(MIGRATIONS_FOLDER, steps, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function addStep(name: string, sql: string): void {
  mkdirSync(path.join(steps, name), { recursive: true });
  writeFileSync(path.join(steps, name, "sqlite.sql"), sql);
}

function read(sql: string): unknown[] {
  const db = new Database(path.join(folder, "sub", "desk.db"));
  const rows = db
    .prepare(sql)
    .all([])
    .map((row) => Object.values(row as object)[0]);
  db.close();
  return rows;
}

describe("migrateDesk", () => {
  it("makes the tables in a folder that did not exist, and finds nothing to do the second time", async () => {
    expect(await migrateDesk(url, { folder: steps })).toEqual(KNOWN);
    expect(await migrateDesk(url, { folder: steps })).toEqual([]);
    expect(read(`SELECT name FROM "DeskMigration"`)).toEqual(KNOWN);
  });

  it("adds only what is new", async () => {
    await migrateDesk(url, { folder: steps });
    addStep(
      `${NEXT}_more`,
      'CREATE TABLE "More" ("a" TEXT NOT NULL);\n-- next\nINSERT INTO "More" VALUES (\'1;2\');\n',
    );
    expect(await migrateDesk(url, { folder: steps })).toEqual([`${NEXT}_more`]);
    expect(read(`SELECT a FROM "More"`)).toEqual(["1;2"]);
  });

  it("undoes all of a run in which one statement fails", async () => {
    addStep(`${NEXT}_bad`, 'CREATE TABLE "Half" ("a" TEXT);\n-- next\nCREATE TABEL nonsense;\n');
    await expect(migrateDesk(url, { folder: steps })).rejects.toThrow("syntax error");
    expect(read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")).toEqual([]);
  });

  it("refuses a newer database and a changed file, and touches nothing", async () => {
    addStep(`${NEXT}_more`, 'CREATE TABLE "More" ("a" TEXT);');
    await migrateDesk(url, { folder: steps });
    await expect(migrateDesk(url)).rejects.toMatchObject({ code: "conflict" });
    addStep(`${NEXT}_more`, 'CREATE TABLE "Other" ("a" TEXT);');
    await expect(migrateDesk(url, { folder: steps })).rejects.toThrow(`${NEXT}_more differs`);
    expect(read(`SELECT name FROM "DeskMigration"`)).toEqual([...KNOWN, `${NEXT}_more`]);
  });

  it("does not mind line ends as Windows writes them", async () => {
    await migrateDesk(url, { folder: steps });
    const file = path.join(steps, "0001_start", "sqlite.sql");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
    expect(await migrateDesk(url, { folder: steps })).toEqual([]);
  });

  it("says in one line why a database cannot be used", async () => {
    mkdirSync(path.join(folder, "sub"));
    writeFileSync(path.join(folder, "sub", "desk.db"), "This is a letter to a friend, not a database.\n".repeat(100));
    const refusal = migrateDesk(url, { folder: steps });
    await expect(refusal).rejects.toMatchObject({ code: "unavailable", message: expect.not.stringContaining("\n") });
    await expect(refusal).rejects.toThrow(/desk\.db cannot be used: .*not a database/);
    const nobody = "sqlserver://127.0.0.1:1;database=d;user=u;password=hunter2;connectTimeout=5";
    await expect(migrateDesk(nobody)).rejects.toThrow(
      /^Our own database on 127\.0\.0\.1 cannot be used: (?!.*hunter2)/,
    );
  });

  it("works when four processes start at once: one does it, the others wait", async () => {
    const cache = path.resolve("node_modules", ".cache");
    mkdirSync(cache, { recursive: true });
    const program = path.join(mkdtempSync(path.join(cache, "migrate-")), "migrate.mjs");
    const contents = `import { migrateDesk } from "./lib/desk/migrate";
      console.log(JSON.stringify(await migrateDesk(${JSON.stringify(url)})));`;
    await build({
      stdin: { contents, resolveDir: path.resolve("."), loader: "ts" },
      ...{ outfile: program, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" },
    });
    const start = () => promisify(execFile)(process.execPath, [program]);
    const outputs = await Promise.all([start(), start(), start(), start()]).finally(() =>
      rmSync(path.dirname(program), { recursive: true }),
    );
    const applied = outputs.flatMap(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(applied).toEqual(KNOWN);
  }, 60_000);
});
