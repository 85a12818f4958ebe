import { SDK_REFERENCE } from "../sdk-reference";
import { SDK_ENUMERATIONS } from "./sdk-enumerations";

/** One parameter in one set, as the reference has it and as a module's function turns out to have it. */
export interface SetParameter {
  readonly name: string;
  /** Full name of the .NET type; that of a nullable one is the type within. */
  readonly type: string;
  readonly mandatory: boolean;
  readonly position: number | null;
  readonly byValue: boolean;
  readonly byPropertyName: boolean;
}

/** Objects or their Uids where the reference has a list of objects; text where it has an enumeration, in a closed list or not. */
const NET_TYPES: Readonly<Record<string, string>> = {
  String: "System.String",
  "String[]": "System.String[]",
  Boolean: "System.Boolean",
  Int32: "System.Int32",
  Int64: "System.Int64",
  Guid: "System.Guid",
  DateTime: "System.DateTime",
  TimeSpan: "System.TimeSpan",
  Hashtable: "System.Collections.Hashtable",
  SwitchParameter: "System.Management.Automation.SwitchParameter",
  "Session[]": "System.Object[]",
  "Machine[]": "System.Object[]",
  "Lease[]": "System.Object[]",
};

export const byName = (a: SetParameter, b: SetParameter) => (a.name < b.name ? -1 : 1);

/** The sets of a cmdlet in the order of the reference, their parameters by name. */
export function referenceSets(cmdlet: string): SetParameter[][] {
  const { sets = [], pipeline = {} } = SDK_REFERENCE[cmdlet] ?? {};
  return sets.map((set) =>
    set
      .map(({ name, type, mandatory = false, position = null }) => ({
        name,
        type: NET_TYPES[type] ?? "System.String",
        mandatory,
        position,
        byValue: /ByValue/.test(pipeline[name] ?? ""),
        byPropertyName: /ByPropertyName/.test(pipeline[name] ?? ""),
      }))
      .sort(byName),
  );
}

/** Values that a parameter is closed to; null where it takes any text. */
export function referenceValues(cmdlet: string, parameter: string): readonly string[] | null {
  const found = SDK_REFERENCE[cmdlet]?.sets.flat().find(({ name }) => name === parameter);
  return found ? (SDK_ENUMERATIONS[found.type] ?? null) : null;
}
