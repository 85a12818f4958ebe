import { SDK_REFERENCE } from "@/lib/site/powershell/sdk-reference";
import type { World } from "../engine/world";
import { anyCell, compareCells, plainType, valueFor } from "./compare";
import { BROKER_ERROR, CmdletFault, noSuchObject, notSupported } from "./fault";
import { FilterReader, type Properties, type Test } from "./filter";
import { type Listing, tableOf } from "./listing";
import { isPattern, wildcard } from "./wildcard";
import type { Cell, CmdletAnswer, CmdletCall, CmdletError, ParameterValue } from "./wire";

/** What every Get- cmdlet does: match, filter, sort, skip, cut at 250 with a warning, choose columns (about_Broker_Filtering). */

const ROWS_USUALLY = 250;
const ABOUT_ALL = ["property", "adminaddress", "returntotalrecordcount", "maxrecordcount", "skip", "sortby", "filter"];

/** Answers one Get- cmdlet from the world as it stands. */
export function select<T>(call: CmdletCall, of: Listing<T>, world: World): CmdletAnswer {
  const { parameters } = call;
  const tests = testsOf(call, of, world);
  const found = candidates(call, of, world).filter((item) => tests.every((test) => test(item)));
  const skip = numberOr(parameters.Skip, 0);
  const most = numberOr(parameters.MaxRecordCount, ROWS_USUALLY);
  const rows = sorted(found, of, world, parameters.SortBy).slice(skip, skip + most);
  const left = Math.max(0, found.length - skip);
  const warns = parameters.MaxRecordCount === undefined && left > ROWS_USUALLY;
  const warning = `Only first ${ROWS_USUALLY} records returned. Use -MaxRecordCount to retrieve more.`;
  return {
    table: tableOf(of, rows, world, Array.isArray(parameters.Property) ? parameters.Property.map(String) : undefined),
    warnings: warns ? [warning] : [],
    errors: [
      ...(found.length === 0 && namesOne(call) ? [noSuchObject()] : []),
      ...(parameters.ReturnTotalRecordCount === true ? [partialData(rows.length, left)] : []),
    ],
  };
}

function candidates<T>({ parameters }: CmdletCall, { key, items }: Listing<T>, world: World): T[] {
  const value = key ? parameters[key.name] : undefined;
  if (!key || typeof value !== "string") return [...items(world)];
  const found = key.find(world, value.toLowerCase());
  return found ? [found] : [];
}

function numberOr(value: ParameterValue | undefined, usual: number): number {
  return typeof value === "number" ? value : usual;
}

/** "This error record is additional information and does not affect the objects." */
function partialData(returned: number, total: number): CmdletError {
  const message = `Returned ${returned} of ${total} items`;
  return {
    id: `${BROKER_ERROR}.PartialData`,
    message,
    category: "OperationStopped",
    terminating: false,
    data: {},
    total,
  };
}

/** Whether the call names one object by its first parameter, so that finding none is an error. */
function namesOne({ cmdlet, parameters }: CmdletCall): boolean {
  const firsts = (SDK_REFERENCE[cmdlet]?.sets ?? [])
    .flat()
    .filter(({ position, mandatory }) => position === 0 || mandatory);
  const given = firsts.map(({ name }) => parameters[name]).find((value) => value !== undefined);
  return given !== undefined && given !== null && !(typeof given === "string" && isPattern(given));
}

function testsOf<T>({ parameters, variables }: CmdletCall, of: Listing<T>, world: World): Test<T>[] {
  const properties = propertiesOf(of, world);
  const named = Object.entries(parameters).filter(([name]) => !ABOUT_ALL.includes(name.toLowerCase()));
  const tests = named.map(([name, value]) => {
    const property = properties.find(name);
    if (!property) throw notSupported(`look for ${name}`);
    return equals(property, value, world.now);
  });
  const { Filter: filter } = parameters;
  if (typeof filter !== "string" || filter === "") return tests;
  return [...tests, new FilterReader(filter, properties, variables, world.now).read()];
}

/** "Strings perform a case-insensitive wildcard match", lists one against any member, everything else equality. */
function equals<T>(
  { type, read }: { readonly type: string; readonly read: (item: T) => Cell },
  value: ParameterValue,
  now: number,
): Test<T> {
  const isText = !["DateTime", "Int32", "Int64", "TimeSpan", "Boolean", "Guid"].includes(plainType(type));
  if (isText && typeof value === "string") {
    const matches = wildcard(value);
    return (item) => anyCell(read(item), (cell) => cell !== null && matches(`${cell}`));
  }
  const wanted = valueFor(type, value, now);
  return (item) => anyCell(read(item), (cell) => compareCells(cell, wanted) === 0);
}

/** A property by its name, or a list by the singular of its name ("the parameter used to search for any match is singular"). */
function propertiesOf<T>(of: Listing<T>, world: World): Properties<T> {
  return {
    find(name) {
      const wanted = name.toLowerCase();
      const column = of.columns.find((each) => {
        const known = each.name.toLowerCase();
        return (
          known === wanted ||
          (each.type.endsWith("[]") && [`${wanted}s`, wanted.replace("inuse", "sinuse")].includes(known))
        );
      });
      return column ? { type: column.type, read: (item) => column.read(item, world) } : null;
    },
  };
}

/** `Name,-Count`: names between commas, semicolons or spaces, each with a sign. Enumerations sort by their names here. */
function sorted<T>(items: readonly T[], of: Listing<T>, world: World, by: ParameterValue | undefined): T[] {
  const text = typeof by === "string" && by.trim() !== "" ? by : of.orderBy;
  if (/[(<]/.test(text)) throw notSupported("sort an enumeration in an order of one's own");
  const properties = propertiesOf(of, world);
  const keys = text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map((part) => {
      const property = properties.find(part.replace(/^[+-]/, ""));
      if (!property) throw new CmdletFault(`${BROKER_ERROR}.InvalidSortBy`, `There is no property ${part} to sort by`);
      return { read: property.read, sign: part.startsWith("-") ? -1 : 1 };
    });
  const decorated = items.map((item) => ({ item, cells: keys.map((key) => key.read(item)) }));
  decorated.sort((a, b) => {
    for (const [index, { sign }] of keys.entries()) {
      const order = compareCells(a.cells[index] ?? null, b.cells[index] ?? null);
      if (order !== 0) return order * sign;
    }
    return 0;
  });
  return decorated.map(({ item }) => item);
}
