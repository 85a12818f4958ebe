/** A table as a canonical schema describes it; `native` is the SQL Server type where the schema names one. */
export interface Column {
  readonly name: string;
  readonly type: "String" | "Int" | "BigInt" | "Boolean" | "DateTime";
  readonly native?: string;
  readonly nullable: boolean;
  readonly id: boolean;
}

export interface Table {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly Column[];
  readonly indexes: readonly (readonly string[])[];
}

export function toSqliteSchema(source: string): string;
export function parseTables(source: string): Table[];
export function derive(): [path: string, text: string][];
