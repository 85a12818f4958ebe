import type { CmdletCall } from "./wire";

/** `Uid -gt 7` or `Uid -gt $last`, wherever nothing but -and joins it with the rest. */
const ABOVE = /\bUid\s+-gt\s+(?:(\d+)|\$(\w+))/i;
const ALTERNATIVES = /-or\b|-not|!/i;

/** The number from which on a filter can match at all; 0 where it says none. */
export function aboveUid({ parameters, variables }: CmdletCall): number {
  const { Filter: filter } = parameters;
  if (typeof filter !== "string" || ALTERNATIVES.test(filter)) return 0;
  const match = ABOVE.exec(filter);
  const value =
    match?.[1] ?? Object.entries(variables).find(([name]) => name.toLowerCase() === match?.[2]?.toLowerCase())?.[1];
  const number = Number(value ?? 0);
  return Number.isSafeInteger(number) ? number : 0;
}
