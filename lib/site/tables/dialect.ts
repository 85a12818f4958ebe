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
  select: (limit, rest) => (limit === null ? `SELECT ${rest}` : `SELECT ${rest} LIMIT ${limit}`),
};
