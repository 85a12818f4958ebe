import type { Instant } from "@/lib/domain/site";
import { BROKER_NEEDS, checkColumns } from "@/lib/site/tables/columns";
import type { openBrokerTables } from "@/lib/site/tables/database";
import { readRegistrations } from "@/lib/site/tables/read-broker";
import { ColumnList } from "@/lib/site/tables/select";
import type { SiteRows } from "./site-rows";

/** The broker's own registrations of the machines. */
export class BrokerReader {
  readonly #tables: ReturnType<typeof openBrokerTables>;
  readonly #rows: SiteRows;
  #columns: ColumnList | null = null;

  constructor(tables: ReturnType<typeof openBrokerTables>, rows: SiteRows) {
    this.#tables = tables;
    this.#rows = rows;
  }

  /** Resolves with the newest contact of an agent; rejects as the tables do. */
  async read(): Promise<Instant | null> {
    this.#columns ??= new ColumnList(this.#tables.dialect, await checkColumns(this.#tables, BROKER_NEEDS));
    let newest: Instant | null = null;
    for await (const page of readRegistrations(this.#tables, this.#columns)) {
      for (const row of page) {
        this.#rows.putRegistration(row);
        newest = Math.max(newest ?? 0, row.LastContactTime ?? 0);
      }
    }
    return newest;
  }
}
