import { DeskError } from "@/lib/errors";

/** Parameters that take several values, comma-separated. */

export function commaList(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** What a parameter names, in words for the person who got it wrong. */
export interface NamedSet<TName extends string> {
  readonly field: string;
  /** As in: there is no `noun` "x". */
  readonly noun: string;
  /** As in: `plural` are a, b and c. */
  readonly plural: string;
  readonly names: readonly TName[];
}

/** The names of a closed set in a parameter, in any case; none where it is empty. Throws DeskError `invalid` naming it. */
export function parseNames<TName extends string>(text: string | undefined, set: NamedSet<TName>): TName[] {
  return commaList(text).map((given) => {
    const known = set.names.find((name) => name.toLowerCase() === given.toLowerCase());
    if (known !== undefined) return known;
    const message = `There is no ${set.noun} "${given}". ${set.plural} are ${set.names.join(", ")}.`;
    throw new DeskError("invalid", message, { field: set.field });
  });
}
