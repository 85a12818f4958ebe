import type { SyntaxNode } from "./grammar";
import { type Refusal, type Rule, refuse } from "./refusal";

/** Every function of the scripts says what it takes: PowerShell then refuses anything else before a line of it runs. */

/** Types whose every value is harmless by itself; text and numbers need a bound beside them. */
const PLAIN_TYPES = ["guid", "bool", "datetime", "switch"];
const BOUNDS: Readonly<Record<string, readonly string[]>> = {
  string: ["ValidateSet", "ValidatePattern", "ValidateLength"],
  int: ["ValidateRange", "ValidateSet"],
  long: ["ValidateRange"],
};

export const strictParameters: Rule = (script) => {
  if (script.area !== "scripts") return [];
  return script.root.descendantsOfType("function_statement").flatMap((node) => {
    const name = node.namedChildren.find(({ type }) => type === "function_name")?.text ?? "";
    return [...unboundArguments(node, name), ...looseParameters(node, name, script.entries.has(name.toLowerCase()))];
  });
};

/** Without CmdletBinding, what no parameter takes is passed over in silence. */
function unboundArguments(node: SyntaxNode, name: string): Refusal[] {
  const block = node.namedChildren
    .find(({ type }) => type === "script_block")
    ?.namedChildren.find(({ type }) => type === "param_block");
  const binds = block?.namedChildren.some(({ type, text }) => type === "attribute_list" && /CmdletBinding/.test(text));
  return binds ? [] : [refuse("loose-parameter", node, `${name} has no [CmdletBinding()] param()`)];
}

function looseParameters(node: SyntaxNode, name: string, isEntry: boolean): Refusal[] {
  return node.descendantsOfType("script_parameter").flatMap((parameter) => {
    if (isInBlock(parameter, node)) return [];
    const what = faultOf(parameter, isEntry);
    return what === null ? [] : [refuse("loose-parameter", parameter, `${name}: ${what}`)];
  });
}

/** Parameters of a block inside of the function are nobody's entry. */
function isInBlock(parameter: SyntaxNode, around: SyntaxNode): boolean {
  for (let above = parameter.parent; above !== null && !above.equals(around); above = above.parent) {
    if (above.type === "script_block_expression") return true;
  }
  return false;
}

function faultOf(parameter: SyntaxNode, isEntry: boolean): string | null {
  const variable = parameter.namedChildren.find(({ type }) => type === "variable")?.text ?? "";
  const list = parameter.namedChildren.find(({ type }) => type === "attribute_list")?.namedChildren ?? [];
  const type = list
    .flatMap(({ namedChildren }) => namedChildren.filter((child) => child.type === "type_literal"))
    .at(-1)
    ?.text.slice(1, -1);
  if (type === undefined) return `${variable} has no type`;
  const attributes = list.map(({ text }) => /^\[(\w+)\(/.exec(text)?.[1] ?? "");
  const bounds = BOUNDS[type.toLowerCase()];
  const isBounded = bounds === undefined || bounds.some((bound) => attributes.includes(bound));
  if (type.toLowerCase() === "string" && !isBounded) return `${variable} is text without a bound`;
  if (list.some(({ text }) => isOpenPattern(text))) return `the pattern of ${variable} is not anchored at \\A and \\z`;
  if (!isEntry) return null;
  if (bounds === undefined && !PLAIN_TYPES.includes(type.toLowerCase()))
    return `${variable} comes from outside as [${type}]`;
  return isBounded ? null : `${variable} comes from outside without a bound`;
}

/** `$` would let a line end through, and a pattern without anchors anything around what it finds. */
function isOpenPattern(attribute: string): boolean {
  return attribute.startsWith("[ValidatePattern(") && !/^\[ValidatePattern\('\\A.*\\z'\)\]$/.test(attribute);
}
