import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "@/lib/clock";
import { DeskError } from "@/lib/errors";
import type { PlumbingFault } from "@/lib/site/simulator/practice-site";
import type { TablesDatabase } from "@/lib/site/tables/database";

/** Faults of the plumbing on the practice site, put right below the readers so that everything above meets them for real. */

export const FAULT = {
  /** How long each read of `database-slow` waits, in real time. */
  slowMs: 5_000,
  /** How far our clock is ahead of the site's under `clock-skewed`. */
  skewMs: 7 * 60_000,
} as const;

export interface ActiveFaults {
  readonly active: ReadonlySet<PlumbingFault>;
}

/** The same tables as the faults let them be seen; `clock` is the practice site's own, standing in for the database's. */
export function withFaults<TDatabase extends Pick<TablesDatabase, "query" | "now" | "close"> & { read: unknown }>(
  database: TDatabase,
  faults: ActiveFaults,
  clock: Clock,
): TDatabase {
  const meet = async () => {
    if (faults.active.has("database-slow")) await wait(FAULT.slowMs);
    if (faults.active.has("database-lost")) throw new DeskError("unavailable", "The database cannot be reached.");
  };
  const read = database.read as TablesDatabase["read"];
  return {
    ...database,
    query: async (sql: string, parameters?: readonly (string | number)[]) => {
      await meet();
      return database.query(sql, parameters);
    },
    read: async (work: Parameters<TablesDatabase["read"]>[0]) => {
      await meet();
      return read(work);
    },
    now: async () => clock.now(),
  };
}
