import type Database from "libsql";
import type { openBrokerTables, Row, TablesDatabase } from "@/lib/site/tables/database";
import { sqlite } from "@/lib/site/tables/dialect";

/**
 * The tables of a practice site as a pass reads them, straight from the driver: a benchmark of hundreds of sites makes millions of reads, and
 * three readers ask the same within one moment, so what one was told is told to the others as well.
 */

type Parameter = string | number;

/** What the reader asks of entities: small tables, whole, with a choice of columns. */
interface EntityRead {
  findMany(choice: { readonly select: Readonly<Record<string, boolean>> }): Promise<readonly Row[]>;
}

export class DirectTables {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #answers = new Map<string, readonly Row[]>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** The site has moved on: nothing that was read before holds. */
  forget(): void {
    this.#answers.clear();
  }

  rows(sql: string, parameters: readonly Parameter[] = []): readonly Row[] {
    const question = `${sql}\n${parameters.join("\n")}`;
    const known = this.#answers.get(question);
    if (known) return known;
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    const rows = statement.all([...parameters]) as Row[];
    this.#answers.set(question, rows);
    return rows;
  }

  monitor(): TablesDatabase {
    return {
      dialect: sqlite,
      query: async (sql, parameters) => this.rows(sql, parameters),
      read: (work) => work(this.#entities()),
      now: async () => null,
      close: async () => undefined,
    };
  }

  broker(): ReturnType<typeof openBrokerTables> {
    return {
      dialect: sqlite,
      query: async (sql, parameters) => this.rows(sql, parameters),
      read: () => Promise.reject(new Error("Nothing reads the broker's tables as entities.")),
      now: async () => null,
      close: async () => undefined,
    };
  }

  #entity(table: string): EntityRead {
    return {
      findMany: async ({ select }) => {
        const columns = Object.keys(select).filter((name) => select[name]);
        return this.rows(`SELECT ${columns.map((name) => `"${name}"`).join(", ")} FROM "${table}"`);
      },
    };
  }

  /** The reader names four entities, all of them here; any other would fail at once, as a missing method. */
  #entities(): Parameters<Parameters<TablesDatabase["read"]>[0]>[0] {
    const entities: unknown = {
      desktopGroup: this.#entity("DesktopGroup"),
      catalog: this.#entity("Catalog"),
      hypervisor: this.#entity("Hypervisor"),
      application: this.#entity("Application"),
    };
    return entities as Parameters<Parameters<TablesDatabase["read"]>[0]>[0];
  }
}
