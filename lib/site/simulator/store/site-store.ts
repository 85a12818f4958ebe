import type Database from "libsql";
import type { World } from "../engine/world";
import type { PendingRow, PendingRows, TableShape } from "./row-batch";
import { iso } from "./table";

type Statement = Database.Statement<unknown[]>;

const ENTITY_UPSERT = `INSERT INTO "SimEntity" ("Kind", "Id", "Json") VALUES (?, ?, ?)
  ON CONFLICT ("Kind", "Id") DO UPDATE SET "Json" = excluded."Json"`;
const META_UPSERT = `INSERT INTO "SimMeta" ("Name", "Value") VALUES (?, ?)
  ON CONFLICT ("Name") DO UPDATE SET "Value" = excluded."Value"`;
const PENDING_UPSERT = `INSERT INTO "SimPending" ("TableName", "Key", "Row") VALUES (?, ?, ?)
  ON CONFLICT ("TableName", "Key") DO UPDATE SET "Row" = excluded."Row"`;

/** A row that waits for the controllers' database to return. */
interface HeldRow {
  readonly shape: TableShape;
  readonly key: string | number;
  readonly row: PendingRow;
}

function upsertOf({ name, key, columnNames }: TableShape): string {
  const quoted = (column: string) => (column === "rowid" ? column : `"${column}"`);
  const columns = columnNames.map(quoted).join(", ");
  const values = `VALUES (${columnNames.map(() => "?").join(", ")})`;
  if (key === "rowid") return `INSERT OR REPLACE INTO "${name}" (${columns}) ${values}`;
  const changes = columnNames.filter((column) => column !== key).map((column) => `"${column}" = excluded."${column}"`);
  return `INSERT INTO "${name}" (${columns}) ${values} ON CONFLICT ("${key}") DO UPDATE SET ${changes.join(", ")}`;
}

/** Writes one step of the simulation: tables, entities and meta in one transaction, so no kill leaves half of it. */
export class SiteStore {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Statement>();
  readonly #upserts = new Map<string, Statement>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** `history`: while a new site is being made its entities are not written step by step, only at the end. */
  commit(world: World, mode: "live" | "history" = "live"): void {
    this.#db.exec("BEGIN IMMEDIATE");
    try {
      this.#writeRows(world);
      if (mode === "live") this.#writeEntities(world);
      this.#writeMeta(world);
      this.#db.exec("COMMIT");
    } catch (error) {
      this.#db.exec("ROLLBACK");
      throw error;
    }
    world.batch.clear();
    world.changes.clear();
  }

  #writeRows(world: World): void {
    const held = world.site.outageSince !== null;
    if (!held) this.#releasePending(world.site.databaseBackAt ?? world.now);
    for (const pending of world.batch.tables()) {
      if (!held || pending.shape.outage === "own") this.#writeTable(pending, world);
      else if (pending.shape.outage === "kept") this.#holdTable(pending, world);
    }
    if (held) return;
    for (const [sql, before] of world.batch.grooming()) this.#statement(sql).run([before]);
  }

  #writeTable(pending: PendingRows, world: World): void {
    for (const [key, row] of pending.rows(world)) this.#write(pending.shape, key, row);
  }

  #write(shape: TableShape, key: string | number, row: PendingRow): void {
    if (row !== null) this.#upsert(shape).run(row as unknown[]);
    else this.#statement(`DELETE FROM "${shape.name}" WHERE "${shape.key}" = ?`).run([key]);
  }

  #holdTable(pending: PendingRows, world: World): void {
    const upsert = this.#statement(PENDING_UPSERT);
    const { shape } = pending;
    for (const [key, row] of pending.rows(world)) {
      upsert.run([shape.name, String(key), JSON.stringify({ shape, key, row } satisfies HeldRow)]);
    }
  }

  /** What the controllers could not store is written now and modified now: whoever reads changes must not miss it. */
  #releasePending(at: number): void {
    const rows = this.#statement(`SELECT "Row" FROM "SimPending"`).all([]) as { Row: string }[];
    if (rows.length === 0) return;
    for (const { Row } of rows) {
      const { shape, key, row } = JSON.parse(Row) as HeldRow;
      const modified = shape.columnNames.indexOf("ModifiedDate");
      this.#write(shape, key, row === null || modified < 0 ? row : row.with(modified, iso(at)));
    }
    this.#statement(`DELETE FROM "SimPending"`).run([]);
  }

  #writeEntities(world: World): void {
    const remove = this.#statement(`DELETE FROM "SimEntity" WHERE "Kind" = ? AND "Id" = ?`);
    for (const entity of world.changes.removed) remove.run([entity.kind, String(entity.id)]);
    const upsert = this.#statement(ENTITY_UPSERT);
    for (const entity of world.changes.changed) upsert.run([entity.kind, String(entity.id), JSON.stringify(entity)]);
  }

  #writeMeta(world: World): void {
    const upsert = this.#statement(META_UPSERT);
    for (const [name, value] of Object.entries(world.meta())) upsert.run([name, JSON.stringify(value)]);
  }

  #upsert(shape: TableShape): Statement {
    const known = this.#upserts.get(shape.name);
    if (known) return known;
    const made = this.#db.prepare(upsertOf(shape));
    this.#upserts.set(shape.name, made);
    return made;
  }

  #statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const made = this.#db.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}
