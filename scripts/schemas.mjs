// Derives from the canonical (SQL Server) Prisma schemas: the SQLite schema, and table scripts for both databases.
// `node scripts/schemas.mjs` writes them, `--check` only says whether they are current (exit 1 where they are not).
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const PRISMA = fileURLToPath(new URL("../prisma/", import.meta.url));
/** Which derived files each schema has. Our own tables come from migrations, so they need no table script. */
const TARGETS = { monitor: { tables: true }, broker: { tables: true }, desk: { tables: false } };

/** The SQLite twin of a canonical schema: same models and names, no schemas, no SQL Server column types. */
export function toSqliteSchema(source) {
  return source
    .replace(/^\/\/ .*\n(\/\/ .*\n)*/, "// Derived by `npm run schemas` from ../schema.prisma. Do not edit.\n")
    .replace('provider = "sqlserver"', 'provider = "sqlite"')
    .replace(/^ *schemas +=.*\n/m, "")
    .replace(/output +=.*"\.\.\/generated\/(\w+)-sqlserver"/, 'output   = "../../generated/$1-sqlite"')
    .replaceAll(/ @db\.\w+(\([^)]*\))?/g, "")
    .replaceAll(/^ *@@schema\(.*\)\n/gm, "");
}

function parseField(line) {
  const [, name, type, optional, rest] = /^(\w+)\s+(\w+)(\??)(.*)$/.exec(line) ?? [];
  if (!name) throw new Error(`Not a field: ${line}`);
  const native = /@db\.(\w+(?:\([^)]*\))?)/.exec(rest)?.[1];
  return { name, type, native, nullable: optional === "?", id: /@id\b/.test(rest) };
}

/** The models of a schema as tables: `{schema, table, columns, indexes}`; composite ids become plain indexes. */
export function parseTables(source) {
  return [...source.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, model, body]) => {
    const lines = body.split("\n").map((line) => line.trim());
    return {
      table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model,
      schema: /@@schema\("(\w+)"\)/.exec(body)?.[1],
      columns: lines.filter((line) => /^\w/.test(line)).map(parseField),
      indexes: [...body.matchAll(/@@(?:index|id)\(\[([^\]]+)\]\)/g)].map((match) => match[1].split(", ")),
    };
  });
}

const SQLITE_TYPE = { String: "TEXT", Int: "INTEGER", BigInt: "BIGINT", Boolean: "BOOLEAN", DateTime: "DATETIME" };
const SQLSERVER_TYPE = { Int: "int", BigInt: "bigint", Boolean: "bit", DateTime: "datetime" };

function sqlServerType({ type, native }) {
  return native ? native.toLowerCase() : SQLSERVER_TYPE[type];
}

function createTable(table, { quote, typeOf }) {
  const columns = table.columns.map((column) => {
    const suffix = column.id ? " NOT NULL PRIMARY KEY" : column.nullable ? " NULL" : " NOT NULL";
    return `  ${quote(column.name)} ${typeOf(column)}${suffix}`;
  });
  return `(\n${columns.join(",\n")}\n);`;
}

function toSqliteTables(tables) {
  const quote = (name) => `"${name}"`;
  const typeOf = (column) => SQLITE_TYPE[column.type];
  return tables.flatMap((table) => [
    `CREATE TABLE ${quote(table.table)} ${createTable(table, { quote, typeOf })}`,
    ...table.indexes.map((index) => {
      const name = quote(`${table.table}_${index.join("_")}`);
      return `CREATE INDEX ${name} ON ${quote(table.table)} (${index.map(quote).join(", ")});`;
    }),
  ]);
}

function toSqlServerTables(tables) {
  const quote = (name) => `[${name}]`;
  const schemas = [...new Set(tables.map((table) => table.schema))];
  return [
    ...schemas.map((schema) => `CREATE SCHEMA ${quote(schema)};`),
    ...tables.flatMap((table) => {
      const name = `${quote(table.schema)}.${quote(table.table)}`;
      return [
        `CREATE TABLE ${name} ${createTable(table, { quote, typeOf: sqlServerType })}`,
        ...table.indexes.map(
          (index) => `CREATE INDEX [IX_${table.table}_${index.join("_")}] ON ${name} (${index.map(quote).join(", ")});`,
        ),
      ];
    }),
  ];
}

/** Every derived file as `[path, text]`. */
export function derive() {
  return Object.entries(TARGETS).flatMap(([name, { tables }]) => {
    const source = readFileSync(path.join(PRISMA, name, "schema.prisma"), "utf8");
    const files = [[path.join(PRISMA, name, "sqlite", "schema.prisma"), toSqliteSchema(source)]];
    if (!tables) return files;
    const parsed = parseTables(source);
    const note = "-- Derived by `npm run schemas` from schema.prisma. Do not edit.\n";
    const script = (statements) => `${note}${statements.join("\n-- next\n")}\n`;
    files.push([path.join(PRISMA, name, "tables.sqlite.sql"), script(toSqliteTables(parsed))]);
    files.push([path.join(PRISMA, name, "tables.sqlserver.sql"), script(toSqlServerTables(parsed))]);
    return files;
  });
}

function main() {
  const isCurrent = ([file, text]) => {
    try {
      return readFileSync(file, "utf8").replaceAll("\r\n", "\n") === text;
    } catch (error) {
      if (error.code === "ENOENT") return false;
      throw error;
    }
  };
  const stale = derive().filter((entry) => !isCurrent(entry));
  if (process.argv.includes("--check")) {
    for (const [file] of stale)
      console.error(`Not current: ${path.relative(process.cwd(), file)}. Run npm run schemas.`);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  for (const [file, text] of stale) writeFileSync(file, text);
  console.log(stale.length === 0 ? "Schemas are current." : `${stale.length} derived files written.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
