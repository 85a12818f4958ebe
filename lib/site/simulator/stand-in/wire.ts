import { z } from "zod";

/** What the stand-in module and the simulator say to each other: calls of cmdlets, and tables of objects with errors beside them. */

export type ParameterValue =
  | string
  | number
  | boolean
  | null
  | readonly ParameterValue[]
  | { [key: string]: ParameterValue };

const Value: z.ZodType<ParameterValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Value), z.record(z.string(), Value)]),
);

/** A cmdlet with what was bound to it. Instants are ISO text in UTC, spans milliseconds, objects their Uids. */
export const CmdletCall = z.object({
  cmdlet: z.string().max(64),
  parameters: z.record(z.string(), Value),
  /** Values of the variables that a filter names. */
  variables: z.record(z.string(), Value),
  adminAddress: z.string().max(255),
  /** The server whose words are asked for; empty where a controller is asked. */
  computerName: z.string().max(255),
});
export type CmdletCall = z.output<typeof CmdletCall>;

/** One value of an object: instants are UTC milliseconds, spans milliseconds, guids lower-case text. */
export type Cell = string | number | boolean | null | readonly Cell[] | CellObject;
export interface CellObject {
  readonly [name: string]: Cell;
}

export interface Column {
  readonly name: string;
  /** As the reference writes it: Int32, DateTime?, String[], SessionState. */
  readonly type: string;
}

/** Objects of one type. Cells stand in the order of the columns. */
export interface CellTable {
  readonly typeName: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** An ErrorRecord in the making. `category` is a name of System.Management.Automation.ErrorCategory. */
export interface CmdletError {
  readonly id: string;
  readonly message: string;
  readonly category: string;
  readonly terminating: boolean;
  readonly data: Readonly<Record<string, number>>;
  /** TotalAvailableResultCount of a PartialData record. */
  readonly total: number | null;
}

export interface CmdletAnswer {
  readonly table: CellTable | null;
  readonly warnings: readonly string[];
  readonly errors: readonly CmdletError[];
}

export const NOTHING: CmdletAnswer = { table: null, warnings: [], errors: [] };
