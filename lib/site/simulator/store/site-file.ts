import { readFileSync } from "node:fs";
import path from "node:path";
import Database from "libsql";
import { World, type WorldMeta } from "../engine/world";
import type { Entity } from "../entities/entity";
import type { SiteEntity } from "../entities/site";
import { OWN_TABLES } from "./own-tables";

/** The file that holds the tables and the simulator's memory. */

/** Raised whenever what the simulator keeps changes its form; an older file is made anew. */
const FORM = 3;

const SCHEMAS = ["monitor", "broker"] as const;

/** Statements of the Citrix tables, from the project's prisma folder, relative to the working directory. */
function schemaStatements(): string[] {
  return SCHEMAS.flatMap((schema) => {
    const sql = readFileSync(path.join(process.cwd(), "prisma", schema, "tables.sqlite.sql"), "utf8");
    return sql.split(/^-- next$/m);
  });
}

const isIndex = (statement: string) => /^\s*CREATE INDEX/m.test(statement);

/** Creates all tables, without their indexes: they are made faster once the rows are there. */
export function createSiteFile(file: string): Database.Database {
  const db = new Database(file);
  // Never opened half made, so nothing needs to survive a crash yet.
  db.exec("PRAGMA journal_mode = OFF");
  db.exec("PRAGMA synchronous = OFF");
  db.exec("PRAGMA cache_size = -65536");
  for (const statement of schemaStatements()) if (!isIndex(statement)) db.exec(statement);
  for (const statement of OWN_TABLES) db.exec(statement);
  db.prepare(`INSERT INTO "SimMeta" ("Name", "Value") VALUES ('form', ?)`).run([JSON.stringify(FORM)]);
  return db;
}

export function createIndexes(db: Database.Database): void {
  for (const statement of schemaStatements()) if (isIndex(statement)) db.exec(statement);
}

/** Readers never wait for the simulator and it never waits for them (WAL). */
export function openSiteFile(file: string): Database.Database {
  const db = new Database(file);
  db.exec("PRAGMA busy_timeout = 5000");
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = NORMAL");
  return db;
}

function readMeta(db: Database.Database): Map<string, unknown> {
  const rows = db.prepare(`SELECT "Name", "Value" FROM "SimMeta"`).all([]) as { Name: string; Value: string }[];
  return new Map(rows.map(({ Name, Value }) => [Name, JSON.parse(Value)]));
}

export function hasCurrentForm(db: Database.Database): boolean {
  return readMeta(db).get("form") === FORM;
}

/** Kinds in the order in which they are taken in: sessions need their machines. Within a kind oldest first. */
const KINDS = [
  "group",
  "catalog",
  "hypervisor",
  "application",
  "person",
  "machine",
  "session",
  "lease",
  "truth",
  "scenario",
  "power-action",
] as const satisfies readonly Entity["kind"][];

/** The simulation as the last commit left it. */
export function loadWorld(db: Database.Database): World {
  const [site] = readEntities(db, "site") as SiteEntity[];
  if (!site) throw new Error("The practice site's file holds no site");
  const meta = readMeta(db);
  const world = new World(site, {
    now: meta.get("now"),
    random: meta.get("random"),
    counters: meta.get("counters"),
  } as WorldMeta);
  for (const kind of KINDS) {
    const entities = readEntities(db, kind);
    entities.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    for (const entity of entities) world.admit(entity);
  }
  return world;
}

function readEntities(db: Database.Database, kind: Entity["kind"]): Entity[] {
  const entities: Entity[] = [];
  const rows = db.prepare(`SELECT "Json" FROM "SimEntity" WHERE "Kind" = ?`).iterate([kind]);
  for (const row of rows as Iterable<{ Json: string }>) entities.push(JSON.parse(row.Json) as Entity);
  return entities;
}

function orderOf(entity: Entity): number | string {
  if (entity.kind === "machine") return entity.index;
  return "uid" in entity ? entity.uid : entity.id;
}
