import { ENTRY_LENGTH_MOST, ROW_ID_MOST } from "@/lib/domain/ghost/setting-rule";
import { SETTINGS, type SettingName } from "@/lib/domain/settings";
import { formatNumber } from "../words";

/** Values of settings as people type and read them. The bounds are the domain's; the server checks them again. */

export type SettingValue = boolean | number | readonly number[] | readonly string[];

/** What stands in the fields of one setting: a number as text, a switch, or a list with what is typed for its next entry. */
export type Typed = string | boolean | TypedList;
export interface TypedList {
  readonly items: readonly string[];
  readonly pending: string;
}

export type Parsed =
  | { readonly ok: true; readonly value: SettingValue }
  | { readonly ok: false; readonly problem: string };

export function typedOf(value: SettingValue): Typed {
  if (typeof value === "boolean") return value;
  return typeof value === "number" ? `${value}` : { items: value.map((each) => `${each}`), pending: "" };
}

/** What the fields mean, or what is wrong with them, in a sentence for the person who typed it. */
export function parseTyped(name: SettingName, typed: Typed): Parsed {
  const rule = SETTINGS[name];
  switch (rule.kind) {
    case "number":
      return parseNumber(typeof typed === "string" ? typed : "", rule.least, rule.most);
    case "numbers":
      return parseList(listOf(typed), rule.most, parseId);
    case "texts":
      return parseList(listOf(typed), rule.most, parseAccount);
    case "flag":
      return { ok: true, value: typed === true };
  }
}

function listOf(typed: Typed): TypedList {
  return typeof typed === "object" ? typed : { items: [], pending: `${typed}` };
}

const WHOLE = /^\d+$/;
const problem = (words: string) => ({ ok: false, problem: words }) as const;

function parseNumber(text: string, least: number, most: number): Parsed {
  if (!WHOLE.test(text.trim())) return problem("Write a whole number.");
  const value = Number(text.trim());
  if (value < least) return problem(`At least ${formatNumber(least)}.`);
  return value > most ? problem(`At most ${formatNumber(most)}.`) : { ok: true, value };
}

type Entry<TValue> = { readonly ok: true; readonly value: TValue } | { readonly ok: false; readonly problem: string };

function parseId(text: string): Entry<number> {
  if (!WHOLE.test(text)) return problem(`“${text}” is not a whole number.`);
  return Number(text) > ROW_ID_MOST ? problem(`${text} is too large for a row id.`) : { ok: true, value: Number(text) };
}

function parseAccount(text: string): Entry<string> {
  return text.length > ENTRY_LENGTH_MOST
    ? problem(`An account has at most ${ENTRY_LENGTH_MOST} characters.`)
    : { ok: true, value: text };
}

/** The entries with what is typed for the next one, each of them once. */
function parseList<TValue extends number | string>(
  { items, pending }: TypedList,
  most: number,
  parse: (text: string) => Entry<TValue>,
): Parsed {
  const texts = [...items, pending].map((text) => text.trim()).filter((text) => text !== "");
  const values: TValue[] = [];
  for (const text of texts) {
    const entry = parse(text);
    if (!entry.ok) return entry;
    if (values.some((value) => `${value}`.toLowerCase() === `${entry.value}`.toLowerCase())) {
      return problem(`“${text}” is in the list already.`);
    }
    values.push(entry.value);
  }
  if (values.length > most) return problem(`At most ${formatNumber(most)} entries.`);
  // One parser makes all of them: they are all numbers or all texts.
  return { ok: true, value: values as readonly number[] | readonly string[] };
}

/** `15 minutes`, `5 per hour`, `11, 14`, `none`, `on`. */
export function valueWords(name: SettingName, value: SettingValue): string {
  const rule = SETTINGS[name];
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value !== "number") return value.length === 0 ? "none" : value.join(", ");
  if (rule.kind !== "number") return formatNumber(value);
  const one = value === 1 && rule.unit !== "per hour";
  return `${formatNumber(value)} ${one ? rule.unit.slice(0, -1) : rule.unit}`;
}

/** `5 to 240 minutes`; null for lists and switches, which have no bounds that a person meets. */
export function boundsWords(name: SettingName): string | null {
  const rule = SETTINGS[name];
  if (rule.kind !== "number") return null;
  return `${formatNumber(rule.least)} to ${formatNumber(rule.most)} ${rule.unit}`;
}

export function isSame(a: SettingValue, b: SettingValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
