import reference from "./sdk-cmdlets.json";

/** The broker SDK's published reference (7.15) as data: a copy of the facts that our scripts and the stand-in are held against. */

export interface SdkParameter {
  readonly name: string;
  /** .NET type without its namespace, such as Int32, Guid or Session[]. */
  readonly type: string;
  readonly mandatory?: boolean;
  readonly position?: number;
}

export interface SdkCmdlet {
  readonly sets: readonly (readonly SdkParameter[])[];
  /** How a parameter takes its value from the pipeline, as the reference words it. */
  readonly pipeline?: Readonly<Record<string, string>>;
  readonly defaults?: Readonly<Record<string, string>>;
  /** Properties of the object that comes back and their types; `?` marks what may be null. */
  readonly object?: Readonly<Record<string, string>>;
  readonly returns?: string;
}

export type SdkReference = Readonly<Record<string, SdkCmdlet>>;

/** The compiler sees in the file only what each cmdlet happens to have; all of it has the shape above. */
export const SDK_REFERENCE = reference as SdkReference;
