import { anyCell, compareCells, valueFor } from "./compare";
import { CmdletFault } from "./fault";
import { wildcard } from "./wildcard";
import type { Cell, ParameterValue } from "./wire";

/** The filter language of the SDK (about_Broker_Filtering, "Filter Syntax Definition"): read by a small parser, never evaluated. */

/** What a filter may look at: the type of a property, or null where there is none of that name, and an object's value. */
export interface Properties<T> {
  find(name: string): { readonly type: string; readonly read: (item: T) => Cell } | null;
}

export type Test<T> = (item: T) => boolean;

const TOKEN =
  /\s*(?:('(?:[^']|'')*'|"(?:[^"`]|`.)*")|(-[A-Za-z]+)|(\$[A-Za-z_]\w*)|(0x[0-9a-f]+|-?\d+(?:\.\d+)?(?:[kmgtp]b)?)|([A-Za-z_]\w*)|([(){}!]))/iy;
type Kind = "text" | "operator" | "variable" | "number" | "name" | "sign";
const KINDS: readonly Kind[] = ["text", "operator", "variable", "number", "name", "sign"];
interface Token {
  readonly kind: Kind;
  readonly text: string;
}

function refuse(what: string): CmdletFault {
  return new CmdletFault("Citrix.XDPowerShell.Broker.InvalidFilter", `The filter cannot be read: ${what}`, {
    category: "InvalidArgument",
  });
}

function tokensOf(filter: string): Token[] {
  const tokens: Token[] = [];
  const expression = new RegExp(TOKEN);
  for (let at = 0; filter.slice(at).trim() !== ""; at = expression.lastIndex) {
    expression.lastIndex = at;
    const match = expression.exec(filter);
    const group = match?.slice(1).findIndex((each) => each !== undefined) ?? -1;
    const kind = KINDS[group];
    if (!match || !kind) throw refuse(filter.slice(at, at + 40));
    tokens.push({ kind, text: match[group + 1] ?? "" });
  }
  return tokens;
}

const MULTIPLES: Readonly<Record<string, number>> = { kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30, tb: 2 ** 40, pb: 2 ** 50 };

function numberOf(text: string): number {
  const unit = /[kmgtp]b$/i.exec(text)?.[0] ?? "";
  return Number(text.slice(0, text.length - unit.length)) * (MULTIPLES[unit.toLowerCase()] ?? 1);
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  "-eq": (order) => order === 0,
  "-ne": (order) => order !== 0,
  "-gt": (order) => order > 0,
  "-ge": (order) => order >= 0,
  "-lt": (order) => order < 0,
  "-le": (order) => order <= 0,
};

/** Reads one filter. `and` and `or` bind alike, from left to right, as the reference says. */
export class FilterReader<T> {
  readonly #tokens: Token[];
  readonly #properties: Properties<T>;
  readonly #variables: Readonly<Record<string, ParameterValue>>;
  readonly #now: number;

  constructor(filter: string, properties: Properties<T>, variables: Record<string, ParameterValue>, now: number) {
    this.#tokens = tokensOf(filter);
    this.#properties = properties;
    this.#variables = variables;
    this.#now = now;
  }

  read(): Test<T> {
    const isBlock = this.#take("{");
    const test = this.#list();
    if (isBlock && !this.#take("}")) throw refuse("a brace is missing");
    const [left] = this.#tokens;
    if (left) throw refuse(left.text);
    return test;
  }

  #take(text: string): boolean {
    if (this.#tokens[0]?.text.toLowerCase() !== text) return false;
    this.#tokens.shift();
    return true;
  }

  #list(): Test<T> {
    let test = this.#component();
    for (;;) {
      const [first, isAnd] = [test, this.#take("-and")];
      if (!isAnd && !this.#take("-or")) return test;
      const second = this.#component();
      test = isAnd ? (item) => first(item) && second(item) : (item) => first(item) || second(item);
    }
  }

  #component(): Test<T> {
    if (this.#take("-not") || this.#take("!")) {
      const test = this.#component();
      return (item) => !test(item);
    }
    if (!this.#take("(")) return this.#comparison();
    const test = this.#list();
    if (!this.#take(")")) throw refuse("a parenthesis is missing");
    return test;
  }

  #comparison(): Test<T> {
    const name = this.#tokens.shift();
    const property = name?.kind === "name" ? this.#properties.find(name.text) : null;
    if (!property) throw refuse(`there is no property ${name?.text ?? "at its end"}`);
    const { type, read } = property;
    if (this.#tokens[0]?.kind !== "operator" || /^-(and|or)$/i.test(this.#tokens[0].text))
      return (item) => read(item) === true;
    const operator = this.#tokens.shift()?.text.toLowerCase() ?? "";
    const value = this.#value();
    const any = (item: T, one: (cell: Cell) => boolean) => anyCell(read(item), one);
    const compared = COMPARISONS[operator];
    if (compared) {
      const wanted = valueFor(type, value, this.#now);
      return (item) =>
        any(item, (cell) => isComparable(operator, cell, wanted) && compared(compareCells(cell, wanted)));
    }
    return this.#matching(operator, value, type, any);
  }

  #matching(
    operator: string,
    value: ParameterValue,
    type: string,
    any: (item: T, one: (cell: Cell) => boolean) => boolean,
  ): Test<T> {
    const isNegative = operator.startsWith("-not");
    if (/^-(not)?(like|contains)$/.test(operator)) {
      const matches = wildcard(`${value}`);
      return (item) => any(item, (cell) => cell !== null && matches(`${cell}`)) !== isNegative;
    }
    if (!/^-(not)?in$/.test(operator)) throw refuse(operator);
    const wanted = [value].flat().map((each) => valueFor(type, each as ParameterValue, this.#now));
    return (item) => any(item, (cell) => wanted.some((each) => compareCells(cell, each) === 0)) !== isNegative;
  }

  #value(): ParameterValue {
    const token = this.#tokens.shift();
    if (token?.kind === "number") return numberOf(token.text);
    if (token?.kind === "text") return unquoted(token.text);
    if (token?.kind !== "variable") throw refuse(`a value is missing before ${token?.text ?? "its end"}`);
    const name = token.text.slice(1).toLowerCase();
    if (name === "null") return null;
    if (name === "true" || name === "false") return name === "true";
    const known = Object.entries(this.#variables).find(([each]) => each.toLowerCase() === name);
    if (!known) throw refuse(`there is no variable ${token.text}`);
    return known[1];
  }
}

/** As in a database, an order with nothing is neither before nor after. */
function isComparable(operator: string, cell: Cell, wanted: Cell): boolean {
  return operator === "-eq" || operator === "-ne" || (cell !== null && wanted !== null);
}

function unquoted(text: string): string {
  const inside = text.slice(1, -1);
  return text.startsWith("'") ? inside.replaceAll("''", "'") : inside.replaceAll(/`(.)/g, "$1");
}
