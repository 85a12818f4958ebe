import type { Instant } from "@/lib/domain/site";

/** Where the two databases write the same read differently. Values always travel as parameters. */
export interface Dialect {
  readonly name: "sqlserver" | "sqlite";
  table(schema: string, table: string): string;
  column(name: string): string;
  /** The n-th parameter, counted from 1. */
  parameter(index: number): string;
  /**
   * A date parameter. On SQL Server it is cast: Prisma sends dates as text, which a `datetime` column would convert by the
   * login's language and without its index. ISO text to datetime2 is neutral, then datetime so that the types match.
   */
  dateParameter(index: number): string;
  guidParameter(index: number): string;
  dateValue(at: Instant): string;
  /** A guid column to compare with parameters in lower case: in a file it may stand in either case. */
  guidColumn(column: string): string;
  /** Whole milliseconds from one date column to another; beyond two days null or a number just as large. */
  millisecondsBetween(from: string, to: string): string;
  /** An inner join from few rows to a large table. SQLite knows nothing of how many, and would go through the large one. */
  readonly joinToFew: string;
  /** SELECT with at most `limit` rows; `rest` starts after SELECT and ends with its ORDER BY. */
  select(limit: number | null, rest: string): string;
}

const iso = (at: Instant) => new Date(at).toISOString();

export const sqlServer: Dialect = {
  name: "sqlserver",
  table: (schema, table) => `[${schema}].[${table}]`,
  column: (name) => `[${name}]`,
  parameter: (index) => `@P${index}`,
  dateParameter: (index) => `CAST(CAST(@P${index} AS datetime2(3)) AS datetime)`,
  guidParameter: (index) => `CAST(@P${index} AS uniqueidentifier)`,
  dateValue: (at) => iso(at).slice(0, -1),
  guidColumn: (column) => column,
  // DATEDIFF answers an int: milliseconds of 25 days, as a machine with a wrong clock writes them, would be an error.
  millisecondsBetween: (from, to) =>
    `CASE WHEN DATEDIFF(day, ${from}, ${to}) BETWEEN 0 AND 1 THEN DATEDIFF(millisecond, ${from}, ${to}) END`,
  joinToFew: "JOIN",
  select: (limit, rest) => (limit === null ? `SELECT ${rest}` : `SELECT TOP (${limit}) ${rest}`),
};

export const sqlite: Dialect = {
  name: "sqlite",
  table: (_schema, table) => `"${table}"`,
  column: (name) => `"${name}"`,
  parameter: () => "?",
  dateParameter: () => "?",
  guidParameter: () => "?",
  dateValue: iso,
  guidColumn: (column) => `lower(${column})`,
  millisecondsBetween: (from, to) => `CAST(ROUND((julianday(${to}) - julianday(${from})) * 86400000) AS INTEGER)`,
  joinToFew: "CROSS JOIN",
  select: (limit, rest) => (limit === null ? `SELECT ${rest}` : `SELECT ${rest} LIMIT ${limit}`),
};
