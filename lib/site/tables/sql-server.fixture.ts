import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "libsql";
import sql from "mssql";
import { parseSqlServerUrl } from "@/lib/desk/sqlserver-url";
import { type Column, parseTables, type Table } from "@/scripts/schemas.mjs";

/** A scratch database on a real SQL Server, filled from a site's tables in SQLite; for `npm run test:sqlserver`. */

export interface ScratchDatabase {
  readonly url: string;
  execute(text: string): Promise<void>;
  drop(): Promise<void>;
}

export async function makeScratchDatabase(serverUrl: string): Promise<ScratchDatabase> {
  const name = `ghostdesk_test_${process.pid}_${Math.floor(performance.now())}`;
  const server = await connect(serverUrl, "master");
  await server.query(`CREATE DATABASE ${name}`);
  const pool = await connect(serverUrl, name);
  const base = serverUrl.replace(/;database=[^;]*/i, "");
  return {
    url: `${base};database=${name}`,
    execute: async (text) => {
      await pool.batch(text);
    },
    drop: async () => {
      await pool.close();
      await dropWhenLeft(server, name);
      await server.close();
    },
  };
}

const DROPS_MAX = 40;

/** A server takes a moment to notice that the last of those who used a database has gone. */
async function dropWhenLeft(server: sql.ConnectionPool, name: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await server.query(`DROP DATABASE ${name}`);
      return;
    } catch (error) {
      if (tried === DROPS_MAX || !/in use/.test(String(error))) throw error;
      await setTimeout(250);
    }
  }
}

async function connect(serverUrl: string, database: string): Promise<sql.ConnectionPool> {
  const address = `${serverUrl.replace(/;database=[^;]*/i, "")};database=${database}`;
  const pool = new sql.ConnectionPool({ ...parseSqlServerUrl(address), requestTimeout: 300_000 });
  pool.on("error", () => undefined);
  return pool.connect();
}

/** Makes the Citrix tables of one schema and copies every row of the SQLite file into them. Answers the number of rows. */
export async function copySite(scratch: ScratchDatabase, name: "monitor" | "broker", file: string): Promise<number> {
  for (const statement of readFileSync(path.join("prisma", name, "tables.sqlserver.sql"), "utf8").split("-- next\n")) {
    await scratch.execute(statement);
  }
  const source = readFileSync(path.join("prisma", name, "schema.prisma"), "utf8");
  const database = new Database(file, { readonly: true });
  const pool = await connect(scratch.url, /;database=([^;]+)/.exec(scratch.url)?.[1] ?? "");
  let rows = 0;
  for (const table of parseTables(source)) rows += await copyTable(pool, database, table);
  database.close();
  await pool.close();
  return rows;
}

const BULK_ROWS = 5_000;

async function copyTable(pool: sql.ConnectionPool, database: Database.Database, table: Table): Promise<number> {
  const names = table.columns.map(({ name }) => `"${name}"`).join(", ");
  const rows = database.prepare(`SELECT ${names} FROM "${table.table}"`).raw().all() as unknown[][];
  for (let start = 0; start < rows.length; start += BULK_ROWS) {
    const bulk = new sql.Table(`${table.schema}.${table.table}`);
    for (const column of table.columns) bulk.columns.add(column.name, sqlType(column), { nullable: column.nullable });
    for (const row of rows.slice(start, start + BULK_ROWS)) {
      bulk.rows.add(...row.map((value, index) => toBulkValue(value, table.columns[index]) as never));
    }
    await pool.request().bulk(bulk);
  }
  return rows.length;
}

function sqlType(column: Column): sql.ISqlType | (() => sql.ISqlType) {
  if (column.native === "UniqueIdentifier") return sql.UniqueIdentifier;
  switch (column.type) {
    case "String": {
      const length = /\((\w+)\)/.exec(column.native ?? "")?.[1];
      return sql.NVarChar(length === "Max" || !length ? sql.MAX : Number(length));
    }
    case "Int":
      return sql.Int;
    case "BigInt":
      return sql.BigInt;
    case "Boolean":
      return sql.Bit;
    case "DateTime":
      return sql.DateTime;
  }
}

function toBulkValue(value: unknown, column: Column | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (column?.type === "DateTime") return new Date(String(value));
  if (column?.type === "Boolean") return Boolean(value);
  return value;
}
