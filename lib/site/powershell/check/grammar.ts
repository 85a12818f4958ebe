import { createRequire } from "node:module";
import { Language, type Node, Parser } from "web-tree-sitter";

/** PowerShell's grammar on Node: scripts can be judged where there is no PowerShell. The grammar is that of 5.1. */

export type SyntaxNode = Node;

export type Parse = (text: string) => SyntaxNode;

/** Loads the grammar once; rejects where its file is not installed. */
export async function openGrammar(): Promise<Parse> {
  await Parser.init();
  const file = createRequire(import.meta.url).resolve("tree-sitter-powershell/tree-sitter-powershell.wasm");
  const parser = new Parser().setLanguage(await Language.load(file));
  return (text) => {
    const tree = parser.parse(text);
    if (tree === null) throw new Error("The grammar gave up on a script");
    return tree.rootNode;
  };
}

/** Those that only wrap what stands in them: expressions of every rank, pipelines of one command, strings. */
const WRAPS =
  /^(pipeline|pipeline_chain|string_literal|unary_expression|array_literal_expression|argument_expression|(logical|bitwise|comparison|additive|multiplicative|format|range)(_argument)?_expression)$/;

/** The node inside of those that only wrap one. */
export function unwrapped(node: SyntaxNode): SyntaxNode {
  const [child, ...others] = node.namedChildren;
  return child && others.length === 0 && WRAPS.test(node.type) ? unwrapped(child) : node;
}

/** The nearest function around a node; null at the top of a script. */
export function functionAround(node: SyntaxNode): SyntaxNode | null {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.type === "function_statement") return above;
  }
  return null;
}

export function lineOf({ startPosition }: SyntaxNode): number {
  return startPosition.row + 1;
}

/** Text of a string that means what it says; null for any other node. */
export function literalText(node: SyntaxNode): string | null {
  const inner = unwrapped(node);
  if (inner.type === "verbatim_string_characters") return inner.text.slice(1, -1).replaceAll("''", "'");
  return inner.type === "simple_name" || inner.type === "generic_token" ? inner.text : null;
}

/** `$name` and `@name` without their sign, in lower case; null for any other node. */
export function variableName(node: SyntaxNode): string | null {
  const inner = unwrapped(node);
  return inner.type === "variable" ? inner.text.slice(1).toLowerCase() : null;
}
