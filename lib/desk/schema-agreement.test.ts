import { readFileSync } from "node:fs";
import path from "node:path";
import Database from "libsql";
import { expect, it } from "vitest";
import { readMigrations } from "./migrations";

/** Columns as `Table.column` with `?` where they may be null. */
type Columns = string[];

const SCALARS = new Set(["String", "Int", "BigInt", "Boolean", "DateTime"]);

/** What the Prisma schema says, relations left out: they are no columns. */
function columnsOfSchema(file: string): Columns {
  const source = readFileSync(file, "utf8");
  const models = [...source.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
  return models.flatMap(([, model, body = ""]) => {
    const fields = [...body.matchAll(/^ {2}(\w+)\s+(\w+)(\??)/gm)].filter((field) => SCALARS.has(field[2] ?? ""));
    return fields.map((field) => `${model}.${field[1]}${field[3]}`);
  });
}

/** What the migrations make, as SQLite itself sees it. */
function columnsOfSqlite(): Columns {
  const db = new Database(":memory:");
  for (const { statements } of readMigrations("sqlite")) for (const statement of statements) db.exec(statement);
  const rows = db
    .prepare(
      `SELECT m.name AS "table", c.name AS "column", c."notnull" AS required
       FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`,
    )
    .all([]) as { table: string; column: string; required: number }[];
  db.close();
  return rows.map((row) => `${row.table}.${row.column}${row.required ? "" : "?"}`);
}

/** What the SQL Server statements make, read from their text: CREATE TABLE and ALTER TABLE … ADD. */
function columnsOfSqlServer(): Columns {
  const text = readMigrations("sqlserver").flatMap((migration) => migration.statements);
  return text.flatMap((statement) => {
    const table = /^(?:CREATE|ALTER) TABLE \[ghostdesk\]\.\[(\w+)\]/.exec(statement)?.[1];
    if (!table) return [];
    const columns = [
      ...statement.matchAll(/^(?: {2}|.* ADD )\[(\w+)\] \w+(?:\([\w,]+\))?(?: IDENTITY\(1,1\))? (NOT )?NULL/gm),
    ];
    return columns.map((column) => `${table}.${column[1]}${column[2] ? "" : "?"}`);
  });
}

function indexesOf(dialect: "sqlite" | "sqlserver"): string[] {
  const statements = readMigrations(dialect).flatMap((migration) => migration.statements);
  const indexes = statements.flatMap((statement) => {
    const match = /^CREATE (UNIQUE )?INDEX \S+ ON (?:\[ghostdesk\]\.)?["[](\w+)["\]] \((.*)\)/.exec(statement);
    return match ? [`${match[1] ?? ""}${match[2]} ${match[3]?.replaceAll(/["[\]]/g, "")}`] : [];
  });
  return indexes.sort();
}

it("migrations and Prisma's schemas agree on every column and whether it may be null", () => {
  const schema = columnsOfSchema(path.join("prisma", "desk", "schema.prisma")).sort();
  expect(schema.length).toBeGreaterThan(30);
  expect(columnsOfSchema(path.join("prisma", "desk", "sqlite", "schema.prisma")).sort()).toEqual(schema);
  expect(columnsOfSqlite().sort()).toEqual(schema);
  expect(columnsOfSqlServer().sort()).toEqual(schema);
});

it("both databases get the same indexes", () => {
  expect(indexesOf("sqlite").length).toBeGreaterThan(0);
  expect(indexesOf("sqlserver")).toEqual(indexesOf("sqlite"));
});

/** Bytes that a key column may take at most; null for what can be no key at all. */
function keyBytes(type: string): number | null {
  const length = /^nvarchar\((\w+)\)$/.exec(type)?.[1];
  if (length) return length === "max" ? null : 2 * Number(length);
  return { int: 4, bigint: 8, bit: 1, datetime2: 8 }[type] ?? null;
}

/** The keys of SQL Server's tables and indexes: whose they are, their columns, and how many bytes SQL Server takes. */
function keysOfSqlServer(): { name: string; columns: string[]; bytesMax: number }[] {
  const statements = readMigrations("sqlserver").flatMap((migration) => migration.statements);
  const names = (list: string | undefined) => [...(list ?? "").matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
  return statements.flatMap((statement) => {
    const index = /^CREATE (?:UNIQUE )?INDEX \[\w+\] ON \[ghostdesk\]\.\[(\w+)\] \((.*)\)/.exec(statement);
    if (index) return [{ name: `${index[1]}`, columns: names(index[2]), bytesMax: 1_700 }];
    const table = /^CREATE TABLE \[ghostdesk\]\.\[(\w+)\]/.exec(statement)?.[1];
    if (!table) return [];
    const listed = /PRIMARY KEY \((.*)\)/.exec(statement)?.[1];
    const own = /^ {2}(\[\w+\]).* PRIMARY KEY,?$/m.exec(statement)?.[1];
    return [{ name: table, columns: names(listed ?? own), bytesMax: 900 }];
  });
}

it("every key fits into what SQL Server takes: 900 bytes where it orders the table, 1,700 in an index", () => {
  const text = readMigrations("sqlserver").flatMap((migration) => migration.statements);
  const types = new Map<string, string>();
  for (const statement of text) {
    const table = /^(?:CREATE|ALTER) TABLE \[ghostdesk\]\.\[(\w+)\]/.exec(statement)?.[1];
    for (const [, column, type = ""] of statement.matchAll(/^(?: {2}|.* ADD )\[(\w+)\] (\w+(?:\(\w+\))?)/gm)) {
      types.set(`${table}.${column}`, type);
    }
  }
  const keys = keysOfSqlServer();
  expect(keys.length).toBeGreaterThan(20);
  for (const { name, columns, bytesMax } of keys) {
    const bytes = columns.map((column) => keyBytes(types.get(`${name}.${column}`) ?? "") ?? Number.POSITIVE_INFINITY);
    const sum = bytes.reduce((total, each) => total + each, 0);
    expect([name, columns, sum > 0 && sum <= bytesMax]).toEqual([name, columns, true]);
  }
});
