import type { SdkCmdlet, SdkParameter } from "../sdk-reference";
import { SDK_ENUMERATIONS } from "./sdk-enumerations";

/** One parameter of a generated function with everything the reference says of it. */
export interface GeneratedParameter {
  readonly name: string;
  readonly type: string;
  /** Names of the sets it belongs to and how it stands in each; one entry without a name where there is only one set. */
  readonly sets: readonly {
    readonly set: string | null;
    readonly mandatory: boolean;
    readonly position: number | null;
  }[];
  readonly byValue: boolean;
  readonly byPropertyName: boolean;
  /** The reference names these values and no others; null where it lists none. */
  readonly values: readonly string[] | null;
  /** A value type whose null the reference lets one search for. */
  readonly nullable: boolean;
}

const VALUE_TYPES = ["Boolean", "Int32", "Int64", "DateTime", "TimeSpan", "Guid"];
/** Its examples search for `-EndTime $null` and `-IsSuccessful $null`, though its page lists no types of properties. */
const NULLABLE_ELSEWHERE = ["EndTime", "IsSuccessful"];

/** The name of a set: the reference gives none, so it is that of its first parameter. */
export function setNames({ sets }: SdkCmdlet): (string | null)[] {
  return sets.map(([first]) => (sets.length === 1 ? null : `By${first?.name ?? ""}`));
}

/** The set that a call without any parameter means: the first in which nothing is mandatory, or else the first. */
export function defaultSet(cmdlet: SdkCmdlet): string | null {
  const free = cmdlet.sets.findIndex((set) => set.every(({ mandatory }) => mandatory !== true));
  return setNames(cmdlet)[Math.max(0, free)] ?? null;
}

/** Every parameter of a cmdlet once, in the order of the reference. */
export function parametersOf(name: string, cmdlet: SdkCmdlet): GeneratedParameter[] {
  const names = setNames(cmdlet);
  const found = new Map<string, { parameter: SdkParameter; sets: GeneratedParameter["sets"][number][] }>();
  for (const [index, set] of cmdlet.sets.entries()) {
    for (const parameter of set) {
      const entry = found.get(parameter.name) ?? { parameter, sets: [] };
      const { mandatory = false, position = null } = parameter;
      entry.sets.push({ set: names[index] ?? null, mandatory, position });
      found.set(parameter.name, entry);
    }
  }
  return [...found.values()].map(({ parameter, sets }) => {
    const pipeline = cmdlet.pipeline?.[parameter.name] ?? "";
    return {
      name: parameter.name,
      type: parameter.type,
      sets,
      byValue: pipeline.includes("ByValue"),
      byPropertyName: pipeline.includes("ByPropertyName"),
      values: SDK_ENUMERATIONS[parameter.type] ?? null,
      nullable: isNullable(name, cmdlet, parameter),
    };
  });
}

/** "If the value is nullable you can also search for null values" (about_Broker_Filtering). */
function isNullable(name: string, { object }: SdkCmdlet, { name: parameter, type }: SdkParameter): boolean {
  if (!name.startsWith("Get-") || !VALUE_TYPES.includes(type)) return false;
  if (name === "Get-LogHighLevelOperation") return NULLABLE_ELSEWHERE.includes(parameter);
  return object?.[parameter]?.endsWith("?") === true;
}
