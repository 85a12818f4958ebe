import type { Instant } from "@/lib/domain/site";
import type { Machine } from "../entities/machine";
import type { Person } from "../entities/person";
import type { Group, SiteEntity } from "../entities/site";

export type ColumnValue = string | number | null;

/** What a row needs to know beside its own item. */
export interface Directory {
  readonly site: SiteEntity;
  personById(id: number): Person;
  machineById(id: string): Machine;
  groupById(id: string): Group;
}

/** How the items of one kind are written into one table. */
export interface Table<TItem> {
  readonly name: string;
  /** Key columns; `rowid` where the real table's key is not publicly known. */
  readonly key: string;
  readonly keyOf: (item: TItem) => string | number;
  readonly columns: Readonly<Record<string, (item: TItem, directory: Directory) => ColumnValue>>;
  /**
   * What happens to a row while the controllers are without their database: `kept` is written when it returns, `lost` is a
   * measurement nobody could store, `own` is the simulator's own table and always written.
   */
  readonly outage: "kept" | "lost" | "own";
}

export function table<TItem>(definition: Table<TItem>): Table<TItem> {
  return definition;
}

/** `YYYY-MM-DDTHH:MM:SS.sssZ`, as a copy of a site's tables in SQLite spells dates. */
export function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}

export function isoOrNull(instant: Instant | null | undefined): string | null {
  return instant === null || instant === undefined ? null : new Date(instant).toISOString();
}

export function bit(value: boolean): number {
  return value ? 1 : 0;
}

/** The numbers of an enumeration by name, built once; an unknown name is a fault of the simulator. */
export function codes(names: Readonly<Record<number, string>>): (name: string) => number {
  const byName = new Map(Object.entries(names).map(([code, name]) => [name, Number(code)]));
  return (name) => {
    const code = byName.get(name);
    if (code === undefined) throw new Error(`No number is listed for ${name}`);
    return code;
  };
}
