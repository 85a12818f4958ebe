import type { Cell, ParameterValue } from "./wire";

/** How the SDK compares a property with a value: texts whatever their case, instants also against times relative to now. */

/** Type without its marks: `DateTime?` is DateTime, `String[]` String. */
export function plainType(type: string): string {
  return type.replace("?", "").replace("[]", "");
}

const RELATIVE = /^-\d+:\d+(:\d+)?$/;

/** `-2` two days ago, `-1:30` an hour and a half ago, `-0:0:30` thirty seconds ago (about_Broker_Filtering); otherwise ISO 8601. */
function instantOf(text: string, now: number): number {
  const relative = /^-(\d+)$/.exec(text);
  if (relative) return now - Number(relative[1]) * 86_400_000;
  const parts = RELATIVE.test(text) ? text.slice(1).split(":").map(Number) : null;
  if (!parts) return Date.parse(text);
  const [hours = 0, minutes = 0, seconds = 0] = parts;
  return now - ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}

/** A value in the measure of a property's cells; null stays null, and what fits no cell is compared as text. */
export function valueFor(type: string, value: ParameterValue, now: number): Cell {
  if (value === null || typeof value === "object") return null;
  const plain = plainType(type);
  if (plain === "DateTime") return typeof value === "string" ? instantOf(value, now) : Number(value);
  if (plain === "Int32" || plain === "Int64" || plain === "TimeSpan") return Number(value);
  if (plain === "Boolean") return typeof value === "string" ? value.toLowerCase() === "true" : Boolean(value);
  if (plain === "Guid") return `${value}`.toLowerCase().replaceAll(/[{}]/g, "");
  return `${value}`;
}

/** Negative, zero or positive; null comes before everything. */
export function compareCells(one: Cell, other: Cell): number {
  if (one === null || other === null) return (one === null ? 0 : 1) - (other === null ? 0 : 1);
  if (typeof one === "string" && typeof other === "string") {
    const [first, second] = [one.toLowerCase(), other.toLowerCase()];
    return first < second ? -1 : first > second ? 1 : 0;
  }
  return Number(one) - Number(other);
}

const isList = (cell: Cell): cell is readonly Cell[] => Array.isArray(cell);

/** A list matches where any of its members does. */
export function anyCell(cell: Cell, test: (one: Cell) => boolean): boolean {
  return isList(cell) ? cell.some(test) : test(cell);
}
