/** What a setting may be: its default, its bounds, and the words for it. */

/** The largest id that a row of the site's tables can have, and the longest entry of a list of texts. */
export const ROW_ID_MOST = 2_147_483_647;
export const ENTRY_LENGTH_MOST = 200;

export interface NumberRule {
  readonly kind: "number";
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  readonly unit: "minutes" | "hours" | "sessions" | "per hour" | "MB";
  readonly label: string;
  readonly help: string;
}
export interface NumbersRule {
  readonly kind: "numbers";
  readonly usual: readonly number[];
  readonly most: number;
  readonly label: string;
  readonly help: string;
}
export interface TextsRule {
  readonly kind: "texts";
  readonly usual: readonly string[];
  readonly most: number;
  readonly label: string;
  readonly help: string;
}

export interface FlagRule {
  readonly kind: "flag";
  readonly usual: boolean;
  readonly label: string;
  readonly help: string;
}

/** A whole number of minutes. */
export const minutes = (usual: number, least: number, most: number, label: string, help: string): NumberRule => ({
  kind: "number",
  unit: "minutes",
  usual,
  least,
  most,
  label,
  help,
});
