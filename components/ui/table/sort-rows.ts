const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/**
 * Rows by one of their fields, `-` in front for descending, as the API writes it. What is unknown comes last both ways; rows that
 * are equal keep their order.
 */
export function sortRows<TRow extends object>(rows: readonly TRow[], sort: string | null): readonly TRow[] {
  if (!sort) return rows;
  const descending = sort.startsWith("-");
  const field = descending ? sort.slice(1) : sort;
  const fieldOf = (row: TRow): unknown => momentOf((row as Readonly<Record<string, unknown>>)[field]);
  return rows.toSorted((a, b) => compare(fieldOf(a), fieldOf(b), descending ? -1 : 1));
}

/** A field that is something at a moment sorts by its moment. */
function momentOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "at" in value ? value.at : value;
}

function compare(a: unknown, b: unknown, direction: 1 | -1): number {
  const unknowns = Number(isUnknown(a)) - Number(isUnknown(b));
  if (unknowns !== 0 || isUnknown(a)) return unknowns;
  if (typeof a === "number" && typeof b === "number") return direction * (a - b);
  return direction * collator.compare(String(a), String(b));
}

function isUnknown(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}
