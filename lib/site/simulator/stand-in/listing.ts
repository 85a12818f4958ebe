import { SDK_REFERENCE } from "@/lib/site/powershell/sdk-reference";
import type { World } from "../engine/world";
import type { Cell, CellTable, Column } from "./wire";

/** How one value of an object is read from the world. */
export type ReadCell<T> = (item: T, world: World) => Cell;

/** One kind of object that a Get- cmdlet lists. */
export interface Listing<T> {
  readonly typeName: string;
  /** Every property of the reference in its order; one that the practice site does not know is null. */
  readonly columns: readonly (Column & { readonly read: ReadCell<T> })[];
  /** Whatever the cmdlet sorts by where nothing else is asked for. */
  readonly orderBy: string;
  /** A property that finds an object at once, so that a large site is not searched for one. */
  readonly key: { readonly name: string; find(world: World, value: string): T | undefined } | null;
  items(world: World): Iterable<T>;
}

interface ListingChoices<T> {
  readonly items: (world: World) => Iterable<T>;
  readonly cells: Readonly<Record<string, ReadCell<T>>>;
  readonly orderBy?: string;
  readonly key?: Listing<T>["key"];
  /** For the few cmdlets whose page lists no types. */
  readonly types?: Readonly<Record<string, string>>;
  readonly typeName?: string;
}

const unknown = () => null;

/** The objects of one cmdlet, with the properties and types that the reference documents for it and no others. */
export function listing<T>(cmdlet: string, choices: ListingChoices<T>): Listing<T> {
  const types = choices.types ?? SDK_REFERENCE[cmdlet]?.object;
  if (!types) throw new Error(`The reference lists no properties of what ${cmdlet} returns`);
  const stranger = Object.keys(choices.cells).find((name) => !(name in types));
  if (stranger) throw new Error(`The reference knows no property ${stranger} of what ${cmdlet} returns`);
  return {
    typeName: choices.typeName ?? `Citrix.Broker.Admin.SDK.${cmdlet.slice("Get-Broker".length)}`,
    columns: Object.entries(types).map(([name, type]) => ({ name, type, read: choices.cells[name] ?? unknown })),
    orderBy: choices.orderBy ?? "Uid",
    key: choices.key ?? null,
    items: choices.items,
  };
}

/** These objects as a table, with the columns named or with all. */
export function tableOf<T>(of: Listing<T>, items: readonly T[], world: World, names?: readonly string[]): CellTable {
  const wanted = names?.map((name) => name.toLowerCase());
  const columns = of.columns.filter(({ name }) => wanted === undefined || wanted.includes(name.toLowerCase()));
  return {
    typeName: of.typeName,
    columns: columns.map(({ name, type }) => ({ name, type })),
    rows: items.map((item) => columns.map(({ read }) => read(item, world))),
  };
}
