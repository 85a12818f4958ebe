import type { RepairOption, RepairsResponse } from "@/lib/api/contract/repairs";

/** Why this step cannot be taken now by this person; null where it can. What is ruled out for everybody comes first. */
export function refusalOf({ refused, mayNot }: Pick<RepairOption, "refused" | "mayNot">): string | null {
  return refused ?? mayNot;
}

export interface RepairChoice {
  /** What the one button does; null where nothing needs repair, or nothing should be done yet. */
  readonly main: RepairOption | null;
  /** Why that one, or why none, as a sentence. */
  readonly why: string | null;
  /** The ladder without it, least harm first. */
  readonly others: readonly RepairOption[];
}

/**
 * The least harmful step that may work, and the rest. Where every step is ruled out, the first of the ladder stands as the button,
 * so that it can say why.
 */
export function chooseRepair({
  primary,
  why,
  options,
}: Pick<RepairsResponse, "primary" | "why" | "options">): RepairChoice {
  const named = options.filter(({ verb }) => verb === primary);
  const allOff = options.every((option) => refusalOf(option) !== null);
  const main =
    named.find((option) => refusalOf(option) === null) ?? named[0] ?? (allOff ? options[0] : undefined) ?? null;
  return { main, why, others: options.filter((option) => option !== main) };
}

/** `cleared 9 of 11 of this class here`; null where it was never tried. */
export function workedWords({ worked }: Pick<RepairOption, "worked">): string | null {
  if (worked === null || worked.of === 0) return null;
  if (worked.of === 1)
    return `${worked.cleared === 1 ? "cleared" : "did not clear"} the one of this class it was tried on here`;
  return `cleared ${worked.cleared} of ${worked.of} of this class here`;
}

/** The reason of every step, where all have the same one: said once beside the button. */
export function commonRefusal(options: readonly RepairOption[]): string | null {
  const reasons = new Set(options.map(refusalOf));
  const [only] = reasons;
  return reasons.size === 1 && options.length > 0 ? (only ?? null) : null;
}

/** What a menu says beneath a step: why it is off, or how often it helped. */
export function noteOf(option: RepairOption): string | undefined {
  return refusalOf(option) ?? workedWords(option) ?? undefined;
}
